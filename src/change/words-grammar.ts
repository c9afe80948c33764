import type { Occurrence } from '../model/change.ts';
import { attempt, expected, nextToken, skipWord, takeWord } from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import {
  type Clause,
  type ClauseReader,
  clauseOf,
  quotesWords,
  takeVerb,
  takeWords,
  takeWordsIn,
  type WordsIn,
} from './clause.ts';
import { readFootnote } from './footnote-grammar.ts';
import { readOccurrence } from './occurrence-grammar.ts';
import { readOmitStretch, readSubstituteStretch } from './stretch-grammar.ts';
import { joinOne, joinTarget, type Named, readInner } from './target-grammar.ts';

type Outer = Named | undefined;

/** Rule, after “for” or “replace”: `“X” substitute “Y”`, `“X” with “Y”`. */
export function readSubstituteWords(
  reader: ClauseReader,
  outer: Outer,
  verb: 'substitute' | 'with',
): Clause | undefined {
  reader.form = 'substitute-words';
  const stretch = attempt(reader, () => readSubstituteStretch(reader, outer, verb));
  if (stretch || reader.misfit) return stretch;
  const said = takeWordsIn(reader, outer);
  const occurrence = said && readPlaces(reader);
  if (!occurrence || !takeVerb(reader, verb)) return undefined;
  const replacement = takeWords(reader);
  return replacement && substitution(reader, said.outer, { words: said.words, replacement, occurrence });
}

/** Rule, after “substitute”: `“Y” for “X”`. */
export function readSubstitutedFor(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'substitute-words';
  const replacement = takeWords(reader);
  const said = replacement && takeWord(reader, 'for') ? takeWordsIn(reader, outer) : undefined;
  const occurrence = said && readPlaces(reader);
  if (!replacement || !said || !occurrence) return undefined;
  return substitution(reader, said.outer, { words: said.words, replacement, occurrence });
}

/** Rule, after “omit”: `“X”`, `the words from “X” to “Y”`. */
export function readOmitWords(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'omit-words';
  const stretch = attempt(reader, () => readOmitStretch(reader, outer));
  if (stretch || reader.misfit) return stretch;
  const said = takeWordsIn(reader, outer);
  const occurrence = said && readPlaces(reader);
  const target = occurrence && joinTarget(reader, said.outer);
  if (!target) return undefined;
  const { words } = said;
  return clauseOf({ type: 'omit-words', at: target.at, words: words.text, occurrence }, target.range, words);
}

/** Rule, after “after” or “before”: `“X” insert “Y”`, `“X” insert the footnote—`. */
export function readInsertBeside(reader: ClauseReader, outer: Outer, position: 'after' | 'before'): Clause | undefined {
  reader.form = 'insert-words';
  const said = takeWordsIn(reader, outer);
  const occurrence = said && readPlaces(reader);
  if (!said || !occurrence || !takeWord(reader, 'insert', 'add')) return undefined;
  if (position === 'after' && readFootnote(reader)) return footnote(reader, said, occurrence);
  const words = takeWords(reader);
  if (!words) return undefined;
  return insertion(reader, said.outer, { position, anchor: said.words, words, occurrence });
}

/** Rule, after “insert”: `“Y” after “X”`, `“Y” at the end`. */
export function readInserted(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'insert-words';
  const words = takeWords(reader);
  const side = words && takeWord(reader, 'after', 'before', 'at');
  if (!words || !side) return undefined;
  if (side === 'at') {
    const end = readEnd(reader, outer);
    return end && atEnd(end, words);
  }
  const said = takeWordsIn(reader, outer);
  const occurrence = said && readPlaces(reader);
  const position = side as 'after' | 'before';
  return occurrence && insertion(reader, said.outer, { position, anchor: said.words, words, occurrence });
}

/** The end or beginning of a target, as “at” names it. */
export interface End {
  readonly position: 'beginning' | 'end';
  readonly target: NonNullable<ReturnType<typeof joinTarget>>;
}

/** Rule, after “at”: `the end of paragraph 5.5.1`. */
export function readEnd(reader: ClauseReader, outer: Outer): End | undefined {
  skipWord(reader, 'the');
  const position = takeWord(reader, 'end', 'beginning') as End['position'] | undefined;
  if (!position) return undefined;
  const named = skipWord(reader, 'of');
  if (!named && !outer) return expected(reader, '“of”');
  const inner = named ? readInner(reader) : undefined;
  const target = inner || !named ? joinTarget(reader, outer, inner) : undefined;
  return target && { position, target };
}

/** The words put in at an end. */
export function atEnd({ position, target }: End, words: QuotationToken): Clause {
  const occurrence = { type: 'only' } as const;
  return clauseOf({ type: 'insert-words', at: target.at, words: words.text, position, occurrence }, target.range);
}

/** Whether another clause on words begins here, after “and” or a comma. */
export function omitsMore(reader: ClauseReader): boolean {
  return nextToken(reader).type === 'quotation' && quotesWords(reader);
}

function readPlaces(reader: ClauseReader): Occurrence | undefined {
  const occurrence = readOccurrence(reader);
  return occurrence?.type === 'only' && reader.leading ? reader.leading : occurrence;
}

interface Substitution {
  readonly words: QuotationToken;
  readonly replacement: QuotationToken;
  readonly occurrence: Occurrence;
}

function substitution(reader: ClauseReader, outer: Outer, { words, replacement, occurrence }: Substitution) {
  const target = joinTarget(reader, outer);
  if (!target) return undefined;
  const operation = {
    type: 'substitute-words',
    at: target.at,
    words: words.text,
    replacement: replacement.text,
  } as const;
  return clauseOf({ ...operation, occurrence }, target.range, words);
}

interface Insertion {
  readonly position: 'after' | 'before';
  readonly anchor: QuotationToken;
  readonly words: QuotationToken;
  readonly occurrence: Occurrence;
}

function insertion(reader: ClauseReader, outer: Outer, { position, anchor, words, occurrence }: Insertion) {
  const target = joinTarget(reader, outer);
  if (!target) return undefined;
  const operation = { type: 'insert-words', at: target.at, words: words.text, position, anchor: anchor.text } as const;
  return clauseOf({ ...operation, occurrence }, target.range, anchor);
}

function footnote(reader: ClauseReader, { words, outer }: WordsIn, occurrence: Occurrence): Clause | undefined {
  reader.form = 'insert-footnote';
  const target = joinOne(reader, outer);
  if (!target) return undefined;
  const operation = { type: 'insert-footnote', at: target.at, anchor: words.text, occurrence, content: '' } as const;
  return { ...clauseOf(operation, target.range, words), block: true };
}
