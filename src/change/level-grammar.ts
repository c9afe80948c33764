import { expected, nextToken, skipWord, takeWord } from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { joinOne, readInner } from './target-grammar.ts';

/** Rule, after “change”: `the level of the heading of section 5.2 to 3`. */
export const readSetLevel: ClauseRule = (reader, outer) => {
  const start = reader.index;
  skipWord(reader, 'the');
  // “Change” alone is no operation: what is changed must be said.
  if (!skipWord(reader, 'level')) {
    reader.index = start - 1;
    return expected(reader, 'an operation');
  }
  reader.form = 'set-level';
  const inner = takeWord(reader, 'of') ? readInner(reader) : undefined;
  const target = inner && joinOne(reader, outer, inner);
  const level = target && takeWord(reader, 'to') ? readLevel(reader) : undefined;
  if (!target || level === undefined) return undefined;
  // The heading is what has a level, whether or not it is named.
  const at = target.at.type === 'heading' ? target.at.of : target.at;
  return clauseOf({ type: 'set-level', at, level }, target.range);
};

function readLevel(reader: ClauseReader): number | undefined {
  skipWord(reader, 'level');
  const { text } = nextToken(reader);
  if (!/^[1-6]$/.test(text)) return expected(reader, 'a level from 1 to 6');
  reader.index += 1;
  return Number(text);
}
