import type { Matches } from './common-sequence.ts';

/** From so many characters on, a unit that stands elsewhere is surely the same one. */
const leastLength = 40;

/** Places in two lists of keys. */
export interface Held {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
}

/**
 * The keys that stand once in each list and are not matched, since others that keep their order have more weight: what has
 * them was moved, and is no version of what stands beside it.
 */
export function heldForMoves(before: Int32Array, after: Int32Array, weights: Int32Array, matched: Matches): Held {
  const held = { before: new Set<number>(), after: new Set<number>() };
  const [freeBefore, freeAfter] = [matched.before.length < before.length, matched.before.length < after.length];
  if (!freeBefore || !freeAfter) return held;
  const [placesBefore, placesAfter] = [singlePlaces(before), singlePlaces(after)];
  const taken = new Set(matched.before);
  for (let place = 0; place < before.length; place += 1) {
    const key = before[place] as number;
    const other = placesAfter.get(key);
    if (taken.has(place) || (weights[place] as number) < leastLength) continue;
    if (other === undefined || other < 0 || placesBefore.get(key) !== place) continue;
    held.before.add(place);
    held.after.add(other);
  }
  return held;
}

// -1 where the key stands more than once.
function singlePlaces(keys: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  keys.forEach((key, place) => {
    places.set(key, places.has(key) ? -1 : place);
  });
  return places;
}
