import type { Occurrence, Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
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
import { leadsOccurrence, readOccurrence } from './occurrence-grammar.ts';
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
  const next = nextToken(reader);
  if (next.type === 'quotation') return !isWord(tokenAhead(reader, 1), 'part');
  if (isWord(next, 'from')) return true;
  if (isWord(next, 'everything')) return isWord(tokenAhead(reader, 1), 'from');
  const article = isWord(next, 'the') ? 1 : 0;
  if (!isWord(tokenAhead(reader, article), 'word', 'words')) return false;
  const after = tokenAhead(reader, article + 1);
  return after.type === 'quotation' || isWord(after, 'from');
}

/** Whether a token is one of these words, in any case of letters. */
export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.type === 'word' && words.includes(token.text.toLowerCase());
}

/** Takes a quotation, perhaps after “the words”. */
export function takeWords(reader: ClauseReader): QuotationToken | undefined {
  attempt(reader, () => {
    skipWord(reader, 'the');
    return skipWord(reader, 'words', 'word');
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
  const words = takeWords(reader);
  if (!words) return undefined;
  const near = readPlaceAfter(reader, outer, 'in', ...prepositions);
  if (reader.misfit || !(near || outer || saysWhichPlaces(reader))) return unplaced(reader);
  const occurrence = readPlaces(reader);
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
  const says = leadsOccurrence(reader);
  reader.index = start;
  return says;
}

function readPlaces(reader: ClauseReader): Occurrence | undefined {
  const occurrence = readOccurrence(reader);
  return occurrence?.type === 'only' && reader.leading ? reader.leading : occurrence;
}

/** Takes “substitute”; or “with”, for which “by” may stand. */
export function takeVerb(reader: ClauseReader, verb: 'substitute' | 'with'): string | undefined {
  skipMark(reader, ',');
  return verb === 'with' ? takeWord(reader, 'with', 'by') : takeWord(reader, 'substitute');
}

/** Skips “the following”, which may stand before the dash. */
export function skipTheFollowing(reader: SentenceReader): void {
  attempt(reader, () => (skipWord(reader, 'the') ? skipWord(reader, 'following') : undefined));
}
