import type { Document } from '../model/document.ts';
import { alignUnits, type UnitPair } from './align-units.ts';
import type { Move } from './find-moves.ts';
import { createJoins, joinUnits } from './relabel-joins.ts';
import { type Follower, mapLabels } from './relabel-map.ts';
import { type Side, type Unit, unitsIn } from './side.ts';
import type { EditedRange } from './widen-edits.ts';

/** The moves that edits say, and the numbers inside them that only changed. */
export interface DeclaredMoves {
  readonly moves: readonly Move[];
  readonly followers: readonly Follower[];
}

/**
 * Reads the moves from edits that stand in both texts: what was taken out by one end of a move and put in by the other is the same,
 * block by block, with what was edited in it. A block that only one end has was put in or left out on the way.
 */
export function movesFromEdits(
  before: { readonly side: Side; readonly document: Document },
  after: { readonly side: Side; readonly document: Document },
  edits: readonly EditedRange[],
): DeclaredMoves {
  const ends = edits.filter(({ move }) => move !== undefined);
  if (ends.length === 0) return { moves: [], followers: [] };
  const puts = new Map(ends.flatMap((end) => (end.before.start === end.before.end ? [[end.move, end] as const] : [])));
  const moves = ends.flatMap((from): readonly Omit<Move, 'number'>[] => {
    const to = from.before.start < from.before.end ? puts.get(from.move) : undefined;
    if (!to) return [];
    const units = pairUnits(before.side, unitsIn(before.side, from.before), after.side, unitsIn(after.side, to.after));
    return units.length === 0
      ? []
      : [{ units, ends: { before: from.before, after: to.after }, inside: from.inside ?? [] }];
  });
  const joins = createJoins();
  // Joins stand in the order of the text after.
  for (const { units } of [...moves].sort(
    (one, other) => (one.ends?.after.start ?? 0) - (other.ends?.after.start ?? 0),
  ))
    joinUnits(joins, before.side, after.side, units);
  return {
    moves: moves.map((move, index) => ({ ...move, number: index + 1 })),
    followers: joins.shifted ? mapLabels(before.document, after.document, joins).followers : [],
  };
}

// What stands between two pairs, as much on either side, was written anew.
function pairUnits(before: Side, taken: readonly Unit[], after: Side, put: readonly Unit[]): readonly UnitPair[] {
  const aligned = alignUnits(before, taken, after, put, false).pairs.filter((pair) => isLike(pair.before, pair.after));
  const pairs: UnitPair[] = [];
  let [b, a] = [0, 0];
  for (const pair of [...aligned, undefined]) {
    const [toBefore, toAfter] = pair
      ? [taken.indexOf(pair.before), put.indexOf(pair.after)]
      : [taken.length, put.length];
    const [gap, otherGap] = [taken.slice(b, toBefore), put.slice(a, toAfter)];
    if (gap.length === otherGap.length && gap.every((unit, index) => isLike(unit, otherGap[index])))
      pairs.push(...gap.map((unit, index) => ({ before: unit, after: otherGap[index] as Unit })));
    if (pair) pairs.push(pair);
    [b, a] = [toBefore + 1, toAfter + 1];
  }
  return pairs;
}

function isLike({ block }: Unit, other: Unit | undefined): boolean {
  return (
    other !== undefined &&
    block.type === other.block.type &&
    block.leafTo - block.leafFrom === other.block.leafTo - other.block.leafFrom
  );
}
