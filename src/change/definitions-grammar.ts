import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipDash,
  skipMark,
  skipWord,
  takeQuotation,
} from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf, isWord, skipTheFollowing } from './clause.ts';
import { joinOne, readPlaceAfter } from './target-grammar.ts';

/** Whether `the following definitions`, or `in the appropriate place`, stands next: words that no other insertion begins with. */
export function announcesDefinitions(reader: SentenceReader): boolean {
  const start = reader.index;
  const said = skipDefinitions(reader) ?? skipPlaces(reader);
  reader.index = start;
  return said !== undefined;
}

/** Rule, before “insert”: `at the appropriate place,`. Undefined, and nothing taken, where another verb follows. */
export function readLeadingPlaces(reader: SentenceReader): true | undefined {
  return attempt(reader, () => {
    if (skipPlaces(reader) === undefined) return undefined;
    skipMark(reader, ',');
    return isWord(nextToken(reader), 'insert', 'add') ? true : undefined;
  });
}

// “the following definitions”, “a new definition”.
function skipDefinitions(reader: SentenceReader): string | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'following');
    skipWord(reader, 'new');
    return skipWord(reader, 'definition', 'definitions');
  });
}

/**
 * Rule, after “insert”: `the following definitions in the appropriate places—`, `… in the appropriate places in Annex A—`, and the other way round:
 * `in alphabetical order the following definition—`. Where no place is said, the alphabet says it.
 */
export const readInsertDefinitions: ClauseRule = (reader, outer) => {
  reader.form = 'insert-definitions';
  const from = reader.index - 1;
  if (skipDefinitions(reader) === undefined) readFirstPlaces(reader);
  else if (skipPlaces(reader) === undefined) expected(reader, '“in the appropriate places”');
  readTerm(reader);
  skipMark(reader, ',');
  const range = rangeSince(reader, from);
  const named = isWord(nextToken(reader), 'in', 'into', 'to', 'of')
    ? readPlaceAfter(reader, outer, 'in', 'into', 'to', 'of')
    : outer;
  if (reader.misfit) return undefined;
  if (skipPlaces(reader) === undefined)
    attempt(reader, () => (skipWord(reader, 'as') ? skipWord(reader, 'follows') : undefined));
  const target = named ? joinOne(reader, named) : { at: { type: 'document' } as const, range };
  if (!target || !(skipDash(reader) ?? expected(reader, '“—” and a block quote'))) return undefined;
  return { ...clauseOf({ type: 'insert-definitions', at: target.at, content: '' }, target.range), block: true };
};

// “a new definition of “Device””: the term that the block must have.
function readTerm(reader: ClauseReader): void {
  attempt(reader, () => {
    const term = skipWord(reader, 'of', 'for') ? takeQuotation(reader) : undefined;
    if (term) reader.announced = term;
    return term;
  });
}

function readFirstPlaces(reader: ClauseReader): void {
  skipPlaces(reader);
  if (skipDefinitions(reader) === undefined) skipTheFollowing(reader);
}

// “at the appropriate place in alphabetical order”.
function skipPlaces(reader: SentenceReader): string | undefined {
  const first = skipOnePlace(reader);
  return first && (skipOnePlace(reader) ?? first);
}

// “in the appropriate alphabetical places”, “in alphabetical order”, “at its proper place”.
function skipOnePlace(reader: SentenceReader): string | undefined {
  return attempt(reader, () => {
    if (!skipWord(reader, 'in', 'at')) return undefined;
    skipWord(reader, 'the', 'their', 'its');
    const fitting = skipWord(reader, 'appropriate', 'proper', 'correct', 'relevant');
    const alphabetical = skipWord(reader, 'alphabetical');
    const place = skipWord(reader, 'places', 'place', 'order', 'positions', 'position');
    return (fitting ?? alphabetical) ? place : undefined;
  });
}
