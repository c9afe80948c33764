import type { Occurrence, Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { pluralNouns, provisionNouns } from '../provision/provision-nouns.ts';
import {
  attempt,
  expected,
  nextToken,
  type SentenceReader,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
} from '../provision/sentence-reader.ts';
import type { QuotationToken, Token } from '../provision/tokens.ts';
import { activeFrom } from './active-voice.ts';
import { leadsOccurrence, readCounted, readOccurrence, standsAtEnd } from './occurrence-grammar.ts';
import { type Named, readPlaceAfter } from './target-grammar.ts';

/** What the rules make of a sentence: the operation without its block, and where its parts are written. */
export interface Clause {
  readonly operation: Operation;
  /** The sentence ends with a dash, so that a block quote must follow; its text is the operation's content. */
  readonly block: boolean;
  readonly targetRange: Range;
  readonly wordsRange?: Range;
}

/** Where the rules stand, and the form that the verb has settled, for advice. */
export interface ClauseReader extends SentenceReader {
  form?: Operation['type'];
  /** The places that the sentence speaks of before its verb: `in each place where it occurs, for “X” …`. */
  leading?: Occurrence;
  /** The number of the new provision, or the term of the new definition, where the sentence says it: its block must have it. */
  announced?: Token;
}

/** A rule for what follows a verb. `outer` is what the sentence, or the list it stands in, has named first. */
export type ClauseRule = (reader: ClauseReader, outer: Named | undefined) => Clause | undefined;

/** A clause without a block. */
export function clauseOf(operation: Operation, targetRange: Range, words?: QuotationToken): Clause {
  return { operation, block: false, targetRange, ...(words && { wordsRange: words.inside }) };
}

/** The token so many after the next one. */
export function tokenAhead(reader: SentenceReader, count: number): Token {
  return reader.tokens[Math.min(reader.index + count, reader.tokens.length - 1)] as Token;
}

/** Whether quoted words stand next, and not the title of a part: `“X”`, `the words “X”`, `the words from “X”`. */
export function quotesWords(reader: SentenceReader): boolean {
  if (countsWords(reader) || markNamed(reader)) return true;
  const next = nextToken(reader);
  if (next.type === 'quotation') return !isWord(tokenAhead(reader, 1), 'part');
  if (isWord(next, 'from')) return true;
  if (isWord(next, 'everything')) return isWord(tokenAhead(reader, 1), 'from');
  const article = isWord(next, 'the') ? 1 : 0;
  if (tokenAhead(reader, article).type === 'quotation') return !isWord(tokenAhead(reader, article + 1), 'part');
  if (!isWord(tokenAhead(reader, article), 'word', 'words')) return false;
  const after = tokenAhead(reader, article + 1);
  return after.type === 'quotation' || isWord(after, 'from');
}

function countsWords(reader: SentenceReader): boolean {
  const start = reader.index;
  const counts = readCounted(reader) !== undefined;
  reader.index = start;
  return counts;
}

/** Whether a token is one of these words, in any case of letters. */
export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.type === 'word' && words.includes(token.text.toLowerCase());
}

const marks: Readonly<Record<string, string>> = {
  ...{ comma: ',', colon: ':', semicolon: ';', 'semi-colon': ';' },
  ...{ 'full stop': '.', 'full-stop': '.' },
};

// “the comma”, “the full stop”: how many words name it, and the mark.
function markNamed(reader: SentenceReader): { readonly length: number; readonly mark: string } | undefined {
  const article = isWord(nextToken(reader), 'the', 'a') ? 1 : 0;
  const [first = '', second = ''] = [0, 1].map((count) => tokenAhead(reader, article + count).text.toLowerCase());
  if (marks[first]) return { length: article + 1, mark: marks[first] };
  const mark = marks[`${first} ${second}`];
  return mark ? { length: article + 2, mark } : undefined;
}

function takeMark(reader: SentenceReader): QuotationToken | undefined {
  const { start } = nextToken(reader);
  const named = markNamed(reader);
  if (!named) return undefined;
  const { end } = tokenAhead(reader, named.length - 1);
  reader.index += named.length;
  return { type: 'quotation', quotes: 'double', text: named.mark, start, end, inside: { start, end } };
}

/** Takes a quotation, perhaps after “the” or “the words”; or the name of a mark, “the full stop”. */
export function takeWords(reader: ClauseReader): QuotationToken | undefined {
  const mark = takeMark(reader);
  if (mark) return mark;
  attempt(reader, () => {
    const article = skipWord(reader, 'the');
    return skipWord(reader, 'words', 'word') ?? (nextToken(reader).type === 'quotation' ? article : undefined);
  });
  return takeQuotation(reader);
}

/** Quoted words, the place that they stand in, and which of the places where they occur there. */
export interface WordsIn {
  readonly words: QuotationToken;
  readonly outer: Named;
  readonly occurrence: Occurrence;
}

/**
 * Takes a quotation of words with where they stand: in what is named first, after them, or both: `“X” in paragraph 5.5.2`, `“X”, in each
 * place where it occurs in paragraph 5.5.2`. The place may follow “in”, or another of these words.
 */
export function takeWordsIn(
  reader: ClauseReader,
  outer: Named | undefined,
  ...prepositions: readonly string[]
): WordsIn | undefined {
  const counted = readCounted(reader);
  const words = takeWords(reader);
  if (!words) return undefined;
  const near = readPlaceAfter(reader, outer, 'in', ...prepositions);
  if (reader.misfit || !(near || outer || saysWhichPlaces(reader))) return unplaced(reader);
  const occurrence = readPlaces(reader, counted);
  if (!occurrence) return undefined;
  const named = near ?? readPlaceAfter(reader, outer, 'in', 'of', ...prepositions) ?? outer;
  return named && !reader.misfit ? { words, outer: named, occurrence } : unplaced(reader);
}

function unplaced(reader: ClauseReader): undefined {
  return expected(reader, 'the provision that has the words (as “in paragraph 5.5.2”, here or first)');
}

function saysWhichPlaces(reader: ClauseReader): boolean {
  const start = reader.index;
  skipMark(reader, ',', '(');
  const says = leadsOccurrence(reader) || standsAtEnd(reader);
  reader.index = start;
  return says;
}

function readPlaces(reader: ClauseReader, counted: Occurrence | undefined): Occurrence | undefined {
  const occurrence = readOccurrence(reader);
  return occurrence?.type === 'only' ? (counted ?? reader.leading ?? occurrence) : occurrence;
}

/** Takes “substitute”, for which “read” may stand; or “with”, for which “by” may. */
export function takeVerb(reader: ClauseReader, verb: 'substitute' | 'with'): string | undefined {
  skipMark(reader, ',');
  if (verb === 'with') return takeWord(reader, 'with', 'by');
  readActively(reader, 'substitute');
  return skipWord(reader, 'read') ?? takeWord(reader, 'substitute');
}

/** Brings what follows into the words of an instruction, where it says what becomes of the text: `the words “Y” are inserted`. */
export function readActively(reader: ClauseReader, ...verbs: readonly string[]): void {
  if (isWord(nextToken(reader), ...verbs)) return;
  const active = activeFrom(reader.tokens, reader.index);
  if (active && isWord(active[reader.index] as Token, ...verbs)) reader.tokens = active;
}

/** Skips what may stand before the dash: “the following”, “the following new paragraph”, “new paragraph 5.1.2A”, “as follows”. */
export function skipTheFollowing(reader: ClauseReader): void {
  attempt(reader, () => {
    const article = skipWord(reader, 'the', 'a', 'an');
    const following = skipWord(reader, 'following', 'new');
    if (!following) return undefined;
    skipWord(reader, 'new');
    const noun = skipWord(reader, ...provisionNouns, ...pluralNouns, 'row', 'text', 'words');
    const number = nextToken(reader);
    if (noun && number.type === 'label') {
      reader.announced = number;
      reader.index += 1;
    }
    return noun ?? (article && following === 'following' ? following : undefined);
  });
  attempt(reader, () => (skipWord(reader, 'as') ? skipWord(reader, 'follows') : undefined));
}
