import type { Occurrence } from '../model/change.ts';
import { readOrdinal } from '../provision/ordinal.ts';
import {
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
  if (begins !== 'in') return begins === 'wherever';
  const words = [1, 2, 3].map((count) => reader.tokens[reader.index + count]?.text.toLowerCase() ?? '');
  return /^(?:(?:each|every|both|all)|the \S+|\S+) places?\b/.test(words.join(' '));
}

/** Rule: `, in each place where it occurs,` · `in the second place where it occurs`; nothing at all means the only place. */
export function readOccurrence(reader: SentenceReader): Occurrence | undefined {
  const start = reader.index;
  skipMark(reader, ',', '(');
  if (skipWord(reader, 'wherever')) return readOccurs(reader, { type: 'each' });
  if (!skipWord(reader, 'in')) {
    reader.index = start;
    expected(reader, '“in each place where it occurs”');
    skipMark(reader, ',');
    return { type: 'only' };
  }
  if (skipWord(reader, 'each', 'every')) {
    return takeWord(reader, 'place') ? readOccurs(reader, { type: 'each' }) : undefined;
  }
  if (skipWord(reader, 'both', 'all')) {
    return takeWord(reader, 'places') ? readOccurs(reader, { type: 'each' }) : undefined;
  }
  skipWord(reader, 'the');
  const token = nextToken(reader);
  const nth = token.type === 'word' ? readOrdinal(token.text) : undefined;
  if (nth === undefined || nth < 1) return expected(reader, '“each place” or which place (as “the second place”)');
  reader.index += 1;
  return takeWord(reader, 'place') ? readOccurs(reader, { type: 'nth', nth }) : undefined;
}

function readOccurs(reader: SentenceReader, occurrence: Occurrence): Occurrence {
  skipWord(reader, 'where', 'in');
  skipWord(reader, 'which');
  skipWord(reader, 'it', 'they', 'those');
  skipWord(reader, 'words');
  skipWord(reader, 'occurs', 'occur', 'appears', 'appear');
  skipMark(reader, ',', ')');
  return occurrence;
}
