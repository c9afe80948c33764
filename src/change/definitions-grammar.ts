import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipDash,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf, isWord, tokenAhead } from './clause.ts';
import { joinOne, readPlaceAfter } from './target-grammar.ts';

/** Whether `the following definitions` stand next: words that no other insertion begins with. */
export function announcesDefinitions(reader: SentenceReader): boolean {
  const article = isWord(tokenAhead(reader, 0), 'the') ? 1 : 0;
  const following = isWord(tokenAhead(reader, article), 'following') ? 1 : 0;
  return isWord(tokenAhead(reader, article + following), 'definition', 'definitions');
}

/** Rule, after “insert”: `the following definitions in the appropriate places—`, `… in the appropriate places in Annex A—`. */
export const readInsertDefinitions: ClauseRule = (reader, outer) => {
  reader.form = 'insert-definitions';
  const from = reader.index - 1;
  attempt(reader, () => (skipWord(reader, 'the') ? skipWord(reader, 'following') : undefined));
  if (!takeWord(reader, 'definitions', 'definition') || !readPlaces(reader)) return undefined;
  const range = rangeSince(reader, from);
  const named = isWord(nextToken(reader), 'in', 'of') ? readPlaceAfter(reader, outer, 'in', 'of') : outer;
  if (reader.misfit) return undefined;
  const target = named ? joinOne(reader, named) : { at: { type: 'document' } as const, range };
  if (!target || !(skipDash(reader) ?? expected(reader, '“—” and a block quote'))) return undefined;
  return { ...clauseOf({ type: 'insert-definitions', at: target.at, content: '' }, target.range), block: true };
};

// “in the appropriate alphabetical places”, “in alphabetical order”, “in its proper place”.
function readPlaces(reader: ClauseReader): string | undefined {
  if (!takeWord(reader, 'in')) return undefined;
  skipWord(reader, 'the', 'their', 'its');
  skipWord(reader, 'appropriate', 'proper', 'correct');
  skipWord(reader, 'alphabetical');
  return takeWord(reader, 'places', 'place', 'order', 'positions', 'position');
}
