import type { Occurrence } from '../model/change.ts';
import { readOrdinal } from '../provision/ordinal.ts';
import {
  attempt,
  expected,
  nextToken,
  type SentenceReader,
  skipMark,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';

/** Rule: `in each place where it occurs,` before the verb. Nothing where something else stands there. */
export function readLeadingOccurrence(reader: SentenceReader): Occurrence | undefined {
  return leadsOccurrence(reader) ? readOccurrence(reader) : undefined;
}

/** Whether what stands next says which place is meant, and names no provision. */
export function leadsOccurrence(reader: SentenceReader): boolean {
  const begins = nextToken(reader).text.toLowerCase();
  const words = [1, 2, 3].map((count) => reader.tokens[reader.index + count]?.text.toLowerCase() ?? '');
  if (begins === 'where') return /^(?:(?:it|they) )?(?!it |they )\S+ (?:occur|appear)/.test(words.join(' '));
  if (begins !== 'in') return begins === 'wherever';
  return /^(?:(?:each|every|both|all)|all \S+|the \S+|\S+) places?\b/.test(words.join(' '));
}

/** Whether `at the end` stands next. */
export function standsAtEnd(reader: SentenceReader): boolean {
  const [at, the, end] = [0, 1, 2].map((count) => reader.tokens[reader.index + count]?.text.toLowerCase());
  return at === 'at' && the === 'the' && ['end', 'beginning', 'start'].includes(end ?? '');
}

/**
 * Rule, before quoted words: `each occurrence of “X”`, `the second occurrence of “X”`, `the first “X”`. Nothing where the words follow at once
 * or something else is named.
 */
export function readCounted(reader: SentenceReader): Occurrence | undefined {
  return attempt(reader, () => {
    if (skipWord(reader, 'both')) return readOccurrenceOf(reader) ? { type: 'each', count: 2 } : undefined;
    if (skipWord(reader, 'each', 'every', 'all')) return readOccurrenceOf(reader) ? { type: 'each' } : undefined;
    skipWord(reader, 'the');
    const nth = readNth(reader);
    if (nth === undefined) return undefined;
    const named = readOccurrenceOf(reader) ?? (isQuotedWord(reader) ? true : undefined);
    return named && { type: 'nth', nth };
  });
}

function readOccurrenceOf(reader: SentenceReader): true | undefined {
  skipWord(reader, 'the');
  return skipWord(reader, 'occurrence', 'occurrences') && skipWord(reader, 'of') ? true : undefined;
}

// Not the title of a part: “the first “General” part”.
function isQuotedWord(reader: SentenceReader): boolean {
  return nextToken(reader).type === 'quotation' && reader.tokens[reader.index + 1]?.text.toLowerCase() !== 'part';
}

function readNth(reader: SentenceReader): number | undefined {
  const token = nextToken(reader);
  const word = token.type === 'word' ? token.text.toLowerCase() : '';
  const nth = readOrdinal(word) ?? readOrdinal(word.replace(/ly$/, ''));
  if (nth === undefined || nth < 1) return undefined;
  reader.index += 1;
  return nth;
}

/** Rule: `, in each place where it occurs,` · `in the second place where it occurs`; nothing at all means the only place. */
export function readOccurrence(reader: SentenceReader): Occurrence | undefined {
  const start = reader.index;
  skipMark(reader, ',', '(');
  if (standsAtEnd(reader)) {
    reader.index += 3;
    const end = reader.tokens[reader.index - 1]?.text.toLowerCase() === 'end' ? 'end' : 'beginning';
    skipMark(reader, ',', ')');
    return { type: end };
  }
  if (skipWord(reader, 'wherever')) return readOccurs(reader, { type: 'each' });
  const nthPlace = readNthOccurring(reader);
  if (nthPlace !== undefined) {
    skipMark(reader, ',', ')');
    return { type: 'nth', nth: nthPlace };
  }
  if (!skipWord(reader, 'in')) {
    reader.index = start;
    expected(reader, '“in each place where it occurs”');
    skipMark(reader, ',');
    return { type: 'only' };
  }
  if (skipWord(reader, 'each', 'every')) {
    return takeWord(reader, 'place') ? readOccurs(reader, { type: 'each' }) : undefined;
  }
  if (skipWord(reader, 'both'))
    return takeWord(reader, 'places') ? readOccurs(reader, { type: 'each', count: 2 }) : undefined;
  if (skipWord(reader, 'all')) {
    const count = readCount(reader);
    const each = { type: 'each', ...(count !== undefined && { count }) } as const;
    return takeWord(reader, 'places') ? readOccurs(reader, each) : undefined;
  }
  skipWord(reader, 'the');
  const token = nextToken(reader);
  const nth = token.type === 'word' ? readOrdinal(token.text) : undefined;
  if (nth === undefined || nth < 1) return expected(reader, '“each place” or which place (as “the second place”)');
  reader.index += 1;
  return takeWord(reader, 'place') ? readOccurs(reader, { type: 'nth', nth }) : undefined;
}

// “where it first occurs”, “(secondly occurring)”.
function readNthOccurring(reader: SentenceReader): number | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'where');
    skipWord(reader, 'it', 'they');
    const nth = readNth(reader);
    return nth !== undefined && skipWord(reader, ...occursWords) ? nth : undefined;
  });
}

const occursWords = ['occurs', 'occur', 'appears', 'appear', 'occurring', 'appearing'];

/** Counts as a sentence says them, from three: two are “both”. */
const counts = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function readCount(reader: SentenceReader): number | undefined {
  const word = skipWord(reader, ...counts);
  return word === undefined ? undefined : counts.indexOf(word) + 3;
}

/** So many places, as an instruction says them: `both places`, `all three places`. */
export function printCount(count: number): string {
  const word = counts[count - 3];
  return count === 2 ? 'both places' : word === undefined ? 'all places' : `all ${word} places`;
}

function readOccurs(reader: SentenceReader, occurrence: Occurrence): Occurrence {
  skipWord(reader, 'where', 'in');
  skipWord(reader, 'which');
  skipWord(reader, 'it', 'they', 'those');
  skipWord(reader, 'words');
  skipWord(reader, ...occursWords);
  skipMark(reader, ',', ')');
  return occurrence;
}
