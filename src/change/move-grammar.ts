import type { Move } from '../model/structural-operation.ts';
import { attempt, expected, nextToken, skipMark, skipWord, takeWord } from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf, isWord } from './clause.ts';
import { readFollows, readNewLabel } from './renumber-grammar.ts';
import { joinOne, readInner } from './target-grammar.ts';

/** Rule, after “move”: `paragraph 4.3 to after paragraph 5.1` · `… to the end of section 5, and renumber it 5.9; references follow`. */
export const readMove: ClauseRule = (reader, outer) => {
  reader.form = 'move';
  const inner = readInner(reader);
  const target = inner && joinOne(reader, outer, inner);
  if (!target || !takesPlace(reader)) return undefined;
  const position = readPosition(reader);
  // The place is named whole: what the sentence names first is where the provision is taken from.
  const named = position && readInner(reader);
  const place = named && joinOne(reader, undefined, named);
  if (!position || !place) return undefined;
  const as = readRenumbering(reader);
  if (as === 'failed') return undefined;
  const referencesFollow = readFollows(reader);
  const move = { type: 'move', at: target.at, position, to: place.at, referencesFollow } as const;
  return clauseOf(as === undefined ? move : { ...move, as }, target.range);
};

// “to” may be left out before “after” and “before”.
function takesPlace(reader: ClauseReader): string | undefined {
  return isWord(nextToken(reader), 'after', 'before') ? 'to' : takeWord(reader, 'to');
}

function readPosition(reader: ClauseReader): Move['position'] | undefined {
  skipWord(reader, 'the');
  const said = takeWord(reader, 'after', 'before', 'beginning', 'end') ?? skipWord(reader, 'start');
  const position = (said === 'start' ? 'beginning' : said) as Move['position'] | undefined;
  if (position !== 'beginning' && position !== 'end') return position;
  return takeWord(reader, 'of') ? position : undefined;
}

function readRenumbering(reader: ClauseReader): readonly string[] | undefined | 'failed' {
  const renumbers = attempt(reader, () => {
    skipMark(reader, ',', ';');
    if (skipWord(reader, 'renumbering')) return 'renumber';
    return skipWord(reader, 'and') ? takeWord(reader, 'renumber') : expected(reader, '“and renumber it”');
  });
  if (!renumbers) return undefined;
  skipWord(reader, 'it');
  skipWord(reader, 'as');
  return readNewLabel(reader) ?? 'failed';
}
