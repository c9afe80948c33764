import { alignSequences, numberKeys } from './align-sequences.ts';
import { pairSimilar } from './pair-similar.ts';
import type { Side, Unit } from './side.ts';

/** Two units that are versions of one another: equal, or alike. */
export interface UnitPair {
  readonly before: Unit;
  readonly after: Unit;
}

/** The pairs, in order on both sides, and how many units stand in parts so large that each was compared with units near it only. */
export interface UnitAlignment {
  readonly pairs: readonly UnitPair[];
  readonly limited: number;
}

/**
 * Pairs the units of two parts of the texts: units with the same source first, then, in what is left between them, units
 * that share most of their words. Pairs never cross.
 */
export function alignUnits(
  before: Side,
  unitsBefore: readonly Unit[],
  after: Side,
  unitsAfter: readonly Unit[],
): UnitAlignment {
  const [keysBefore, keysAfter] = numberKeys(unitsBefore.map(keyIn(before)), unitsAfter.map(keyIn(after)));
  const weights = Int32Array.from(unitsBefore, ({ start, end }) => Math.min(end - start, 1000));
  const equal = alignSequences(keysBefore, keysAfter, weights);
  const pairs: UnitPair[] = [];
  let limited = 0;
  let [b, a] = [0, 0];
  const pairUpTo = (beforeEnd: number, afterEnd: number): void => {
    const between = pairSimilar(before, unitsBefore.slice(b, beforeEnd), after, unitsAfter.slice(a, afterEnd));
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
  return { pairs, limited: Math.max(limited, equal.limited) };
}

function keyIn(side: Side): (unit: Unit) => string {
  return (unit) => `${unit.block.kind}\n${side.source.slice(unit.start, unit.end)}`;
}
