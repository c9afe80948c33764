import type { Part } from './align-in-windows.ts';
import type { Matches } from './common-sequence.ts';

/**
 * The keys that stand exactly once in each of two parts, in an order that is the same on both sides: of all such orders
 * the one with the most weight. What is left between two anchors can be compared by itself.
 */
export function findAnchors(
  before: Int32Array,
  after: Int32Array,
  weights: Int32Array,
  [beforeFrom, beforeTo, afterFrom, afterTo]: Part,
): Matches {
  const placesBefore = singlePlaces(before, beforeFrom, beforeTo);
  const placesAfter = singlePlaces(after, afterFrom, afterTo);
  const candidates: { before: number; after: number }[] = [];
  for (const [key, place] of placesBefore) {
    const other = placesAfter.get(key);
    if (place >= 0 && other !== undefined && other >= 0) candidates.push({ before: place, after: other });
  }
  const chosen = heaviestAscending(
    candidates.map(({ after }) => after - afterFrom),
    candidates.map(({ before }) => weights[before] as number),
    afterTo - afterFrom,
  );
  const anchors = chosen.flatMap((index) => candidates[index] ?? []);
  return { before: anchors.map((anchor) => anchor.before), after: anchors.map((anchor) => anchor.after) };
}

// By key, in the order of the first place; -1 where the key stands more than once.
function singlePlaces(keys: Int32Array, from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let place = from; place < to; place += 1) {
    const key = keys[place] as number;
    places.set(key, places.has(key) ? -1 : place);
  }
  return places;
}

/** Indexes of an ascending selection of distinct values under `size`, with the most weight; ties keep the earliest. */
function heaviestAscending(values: readonly number[], weights: readonly number[], size: number): readonly number[] {
  const bestUpTo = new Int32Array(size + 1).fill(-1);
  const total: number[] = [];
  const previous: number[] = [];
  let last = -1;
  values.forEach((value, index) => {
    let before = -1;
    for (let at = value; at > 0; at -= at & -at) before = heavier(before, bestUpTo[at] as number, total);
    previous.push(before);
    total.push((total[before] ?? 0) + (weights[index] as number));
    for (let at = value + 1; at <= size; at += at & -at) bestUpTo[at] = heavier(bestUpTo[at] as number, index, total);
    last = heavier(last, index, total);
  });
  const chosen: number[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) chosen.push(index);
  return chosen.reverse();
}

function heavier(a: number, b: number, total: readonly number[]): number {
  return b >= 0 && (total[b] ?? 0) > (total[a] ?? 0) ? b : a;
}
