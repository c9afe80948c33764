import type { LabelLocator, Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import type { Renumber } from '../model/structural-operation.ts';
import { attempt, expected, skipMark, skipWord, takeWord } from '../provision/sentence-reader.ts';
import { type Clause, type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { joinOne, joinTarget, type Named, readInner } from './target-grammar.ts';

/**
 * Rule, after “renumber”: `paragraph 5.6 as 5.5` · `paragraphs 5.6 to 5.9 as 5.5 to 5.8; references follow` · `…; references follow, except
 * in paragraph 5.2`.
 */
export const readRenumber: ClauseRule = (reader, outer) => {
  reader.form = 'renumber';
  const inner = readInner(reader);
  const target = inner && readTarget(reader, outer, inner);
  const as = target && takeWord(reader, 'as') ? readNewLabel(reader) : undefined;
  if (!target || !as) return undefined;
  const { at, last, range } = target;
  if (!last) return withFollowing(reader, { type: 'renumber', at, as, referencesFollow: false }, range);
  const lastAs = takeWord(reader, 'to') ? readNewLabel(reader) : undefined;
  if (!lastAs) return undefined;
  const through = { at: last, as: lastAs };
  return withFollowing(reader, { type: 'renumber', at, as, through, referencesFollow: false }, range);
};

function withFollowing(reader: ClauseReader, operation: Renumber, range: Range): Clause | undefined {
  const referencesFollow = readFollows(reader);
  const excepts =
    referencesFollow &&
    attempt(reader, () => {
      skipMark(reader, ',');
      return takeWord(reader, 'except');
    });
  if (!excepts) return clauseOf({ ...operation, referencesFollow }, range);
  skipWord(reader, 'in');
  const named = readInner(reader);
  const except = named && joinTarget(reader, undefined, named)?.at;
  return except && clauseOf({ ...operation, referencesFollow, except }, range);
}

/** Rule: the number a provision is to have: `5.5`, `(d)`, `5.5.1(d)`, `Annex B`; a noun before it says nothing more. */
export function readNewLabel(reader: ClauseReader): readonly string[] | undefined {
  const named = readInner(reader);
  const at = named && joinTarget(reader, undefined, named)?.at;
  if (!at) return undefined;
  return at.type === 'label' && !at.of ? at.labels : expected(reader, 'a number (as “5.5.2A” or “(d)”)');
}

/** Rule: `; references follow`, where it stands next. */
export function readFollows(reader: ClauseReader): boolean {
  const follows = attempt(reader, () => {
    if (!skipMark(reader, ';', ',') && !skipWord(reader, 'and')) return undefined;
    skipWord(reader, 'and');
    return takeWord(reader, 'references') && takeWord(reader, 'follow');
  });
  return follows !== undefined;
}

interface Target {
  readonly at: Locator;
  /** The last of a range, of which `at` is the first. */
  readonly last?: LabelLocator;
  readonly range: Range;
}

function readTarget(reader: ClauseReader, outer: Named | undefined, inner: Named): Target | undefined {
  const target = joinTarget(reader, outer, inner);
  if (target?.at.type !== 'range') return target && joinOne(reader, outer, inner);
  return { at: target.at.from, last: target.at.to, range: target.range };
}
