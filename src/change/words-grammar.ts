import { attempt, expected, nextToken, skipDash, skipWord, takeWord } from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import {
  type Clause,
  type ClauseReader,
  clauseOf,
  isWord,
  quotesWords,
  readActively,
  takeVerb,
  takeWords,
  takeWordsIn,
  tokenAhead,
  type WordsIn,
} from './clause.ts';
import { readOmitStretch, readSubstituteStretch } from './stretch-grammar.ts';
import { joinNamed, joinOne, joinTarget, type Named, readInner, readPlaceAfter } from './target-grammar.ts';

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
  if (!said || !takeVerb(reader, verb)) return undefined;
  const replacement = takeWords(reader);
  return replacement && substitution(reader, said, replacement);
}

/** Rule, after “omit”: `“X”`, `“X” from paragraph 5.5.2`, `the words from “X” to “Y”`. */
export function readOmitWords(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'omit-words';
  const stretch = attempt(reader, () => readOmitStretch(reader, outer));
  if (stretch || reader.misfit) return stretch;
  const said = takeWordsIn(reader, outer, 'from');
  // “omit “X” to “Y””: what is meant is a stretch.
  if (!said && isWord(nextToken(reader), 'to', 'until', 'up')) reader.form = 'omit-stretch';
  const target = said && joinTarget(reader, said.outer);
  if (!target) return undefined;
  const { words, occurrence } = said;
  return clauseOf({ type: 'omit-words', at: target.at, words: words.text, occurrence }, target.range, words);
}

/** Rule, after “after” or “before”: `“X” insert “Y”`, `“X” insert the footnote—`. */
export function readInsertBeside(reader: ClauseReader, outer: Outer, position: 'after' | 'before'): Clause | undefined {
  reader.form = 'insert-words';
  const said = takeWordsIn(reader, outer);
  if (said) readActively(reader, 'insert');
  if (!said || !takeWord(reader, 'insert', 'add')) return undefined;
  if (position === 'after' && readFootnote(reader)) return footnoteAfter(reader, said);
  const words = takeWords(reader);
  return words && insertion(reader, said, position, words);
}

// Rule, after “after “X” insert”: `the footnote—`.
function readFootnote(reader: ClauseReader): true | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'following', 'new');
    return skipWord(reader, 'footnote') ? skipDash(reader) : undefined;
  });
}

/** Rule, after “insert”: `“Y” after “X”`, `“Y” in paragraph 5.6.1 after “X”`, `“Y” at the end`. */
export function readInserted(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'insert-words';
  const words = takeWords(reader);
  const into =
    words && isWord(nextToken(reader), 'in', 'into') ? readPlaceAfter(reader, outer, 'in', 'into') : undefined;
  const toEnd = attempt(reader, () =>
    skipWord(reader, 'to') && isWord(tokenAhead(reader, 1), 'end', 'beginning') ? 'at' : undefined,
  );
  const side = words && !reader.misfit ? (toEnd ?? takeWord(reader, 'after', 'before', 'at')) : undefined;
  if (!words || !side) return undefined;
  if (side === 'at') {
    const end = readEnd(reader, into ?? outer);
    return end && atEnd(end, words);
  }
  const said = takeWordsIn(reader, into ?? outer);
  return said && insertion(reader, said, side as 'after' | 'before', words);
}

/** Rule, after “insert after” or “insert before”: `“X” the words “Y”`. */
export function readInsertedBeside(
  reader: ClauseReader,
  outer: Outer,
  position: 'after' | 'before',
): Clause | undefined {
  reader.form = 'insert-words';
  const said = takeWordsIn(reader, outer);
  if (said) skipWord(reader, 'of');
  const words = said && takeWords(reader);
  return words && insertion(reader, said, position, words);
}

/** The end or beginning of a target, as “at” names it. */
export interface End {
  readonly position: 'beginning' | 'end';
  readonly named: Named | undefined;
  readonly target: NonNullable<ReturnType<typeof joinTarget>>;
}

/** Rule, after “at”: `the end of paragraph 5.5.1`. */
export function readEnd(reader: ClauseReader, outer: Outer): End | undefined {
  skipWord(reader, 'the');
  const said = takeWord(reader, 'end', 'beginning') ?? skipWord(reader, 'start');
  if (!said) return undefined;
  const position = said === 'end' ? 'end' : 'beginning';
  const named = skipWord(reader, 'of');
  if (!named && !outer) return expected(reader, '“of”');
  const inner = named ? readInner(reader) : undefined;
  const target = inner || !named ? joinTarget(reader, outer, inner) : undefined;
  const place = outer && inner ? joinNamed(reader, outer, inner) : (inner ?? outer);
  return target && { position, named: place, target };
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

/** Words put in place of words. */
export function substitution(reader: ClauseReader, { words, outer, occurrence }: WordsIn, replacement: QuotationToken) {
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

function insertion(
  reader: ClauseReader,
  { words: anchor, outer, occurrence }: WordsIn,
  position: 'after' | 'before',
  words: QuotationToken,
) {
  const target = joinTarget(reader, outer);
  if (!target) return undefined;
  const operation = { type: 'insert-words', at: target.at, words: words.text, position, anchor: anchor.text } as const;
  return clauseOf({ ...operation, occurrence }, target.range, anchor);
}

/** A footnote whose call is put in after words. */
export function footnoteAfter(reader: ClauseReader, { words, outer, occurrence }: WordsIn): Clause | undefined {
  reader.form = 'insert-footnote';
  const target = joinOne(reader, outer);
  if (!target) return undefined;
  const operation = { type: 'insert-footnote', at: target.at, anchor: words.text, occurrence, content: '' } as const;
  return { ...clauseOf(operation, target.range, words), block: true };
}
