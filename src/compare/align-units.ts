import { alignSequences } from './align-sequences.ts';
import { heldForMoves } from './held-for-moves.ts';
import { pairSimilar } from './pair-similar.ts';
import { pairSplits } from './pair-splits.ts';
import { createProfiles } from './profile.ts';
import { unitKeys } from './relabel-keys.ts';
import type { Side, Unit } from './side.ts';

/** Two units that are versions of one another: equal, or alike. */
export interface UnitPair {
  readonly before: Unit;
  readonly after: Unit;
  /** Of a unit that was split, or several that were joined: the units that follow the first, on the side that has several. */
  readonly more?: { readonly side: 'before' | 'after'; readonly units: readonly Unit[] };
}

/** The pairs, in order on both sides, and how many units stand in parts so large that each was compared with units near it only. */
export interface UnitAlignment {
  readonly pairs: readonly UnitPair[];
  readonly limited: number;
}

/**
 * Pairs the units of two parts of the texts: units with the same source first, then, in what is left between them, units
 * that share most of their words. Pairs never cross. With `moves`, what stands once in each list and could not be paired with
 * itself is left for them. Last, what was split or joined is paired with all its parts.
 */
export function alignUnits(
  before: Side,
  unitsBefore: readonly Unit[],
  after: Side,
  unitsAfter: readonly Unit[],
  moves: boolean,
): UnitAlignment {
  const [keysBefore, keysAfter] = unitKeys(before, unitsBefore, after, unitsAfter);
  const weights = Int32Array.from(unitsBefore, ({ start, end }) => Math.min(end - start, 1000));
  const equal = alignSequences(keysBefore, keysAfter, weights);
  const pairs: UnitPair[] = [];
  const profiles = createProfiles();
  let limited = 0;
  let [b, a] = [0, 0];
  const held = moves ? heldForMoves(keysBefore, keysAfter, weights, equal) : undefined;
  const pairUpTo = (beforeEnd: number, afterEnd: number): void => {
    const freeBefore = unitsBefore.slice(b, beforeEnd).filter((_, index) => !held?.before.has(b + index));
    const freeAfter = unitsAfter.slice(a, afterEnd).filter((_, index) => !held?.after.has(a + index));
    const between = pairSimilar(before, freeBefore, after, freeAfter, profiles);
    for (const pair of between.pairs) pairs.push(pair);
    limited += between.limited;
  };
  equal.before.forEach((place, index) => {
    const other = equal.after[index] as number;
    pairUpTo(place, other);
    pairs.push({ before: unitsBefore[place] as Unit, after: unitsAfter[other] as Unit });
    [b, a] = [place + 1, other + 1];
  });
  pairUpTo(unitsBefore.length, unitsAfter.length);
  const split = pairSplits(
    [before, unitsBefore, (place) => held?.before.has(place) ?? false],
    [after, unitsAfter, (place) => held?.after.has(place) ?? false],
    pairs,
    profiles,
  );
  return { pairs: split, limited: Math.max(limited, equal.limited) };
}
