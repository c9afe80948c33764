import type { UnitPair } from './align-units.ts';
import type { Profiles } from './profile.ts';
import type { Side, Unit } from './side.ts';
import { findSplit, type Run, type SplitSide, splitSide } from './split-units.ts';

/** What corresponds: one unit and one, or one unit on one side and several on the other. */
interface Places {
  readonly before: Run;
  readonly after: Run;
}

/** How many words may be looked at in all to find what may be a split, or characters to be sure of it. */
const mostLookedAt = 4_000_000;
/** Units without a partner are held against one another only where they are so few. */
const mostCompared = 10_000;

/**
 * Joins to the pairs of two lists of units what was split or joined: a paragraph whose words went to several that follow one another,
 * or the other way round. Takes the pairs in order and gives them in order; `held` tells what is left for moves.
 */
export function pairSplits(
  before: readonly [Side, readonly Unit[], held: (place: number) => boolean],
  after: readonly [Side, readonly Unit[], held: (place: number) => boolean],
  pairs: readonly UnitPair[],
  profiles: Profiles,
): readonly UnitPair[] {
  if (pairs.length === before[1].length && pairs.length === after[1].length) return pairs;
  const [placesBefore, placesAfter] = [placesOf(before[1]), placesOf(after[1])];
  const paired = pairs.map(
    (pair): Places => ({
      before: single(placesBefore.get(pair.before) as number),
      after: single(placesAfter.get(pair.after) as number),
    }),
  );
  const effort = { left: mostLookedAt };
  const sides = [
    splitSide(before[0], before[1], (place) => !before[2](place), profiles, effort),
    splitSide(after[0], after[1], (place) => !after[2](place), profiles, effort),
  ] as const;
  const found = growAll(sides[0], sides[1], paired);
  return found.map(({ before: one, after: other }) => pairOf(before[1], one, after[1], other));
}

// Each pair with what it grew by, and what was split between two pairs.
function growAll(before: SplitSide, after: SplitSide, paired: readonly Places[]): readonly Places[] {
  const ends: Places = { before: single(before.units.length), after: single(after.units.length) };
  const found: Places[] = [];
  const between = (last: Places | undefined, next: Places): Places => ({
    before: { from: last?.before.to ?? 0, to: next.before.from },
    after: { from: last?.after.to ?? 0, to: next.after.from },
  });
  paired.forEach((pair, index) => {
    const last = found.at(-1);
    const grown = growPair(before, after, pair, between(last, paired[index + 1] ?? ends));
    found.push(...splitsBetween(before, after, between(last, grown)), grown);
  });
  return [...found, ...splitsBetween(before, after, between(found.at(-1), ends))];
}

function placesOf(units: readonly Unit[]): ReadonlyMap<Unit, number> {
  return new Map(units.map((unit, place) => [unit, place]));
}

function single(place: number): Run {
  return { from: place, to: place + 1 };
}

// Of a pair, the neighbours without a partner that have their words from the one or the other.
function growPair(before: SplitSide, after: SplitSide, pair: Places, room: Places): Places {
  const [b, a] = [pair.before.from, pair.after.from];
  const [one, other] = [before.units[b] as Unit, after.units[a] as Unit];
  const bare = room.before.to - room.before.from < 2 && room.after.to - room.after.from < 2;
  if (bare || !before.takes(b) || !after.takes(a)) return pair;
  if (before.side.source.slice(one.start, one.end) === after.side.source.slice(other.start, other.end)) return pair;
  const split = findSplit(before, b, after, a, room.after);
  if (split) return { before: pair.before, after: split };
  const joined = findSplit(after, a, before, b, room.before);
  return joined ? { before: joined, after: pair.after } : pair;
}

// Of units without any partner, those that make several of the other side.
function splitsBetween(before: SplitSide, after: SplitSide, gap: Places): readonly Places[] {
  const [rows, columns] = [gap.before.to - gap.before.from, gap.after.to - gap.after.from];
  if (rows === 0 || columns === 0 || rows + columns < 3 || rows * columns > mostCompared) return [];
  const splits = seekSplits(before, gap.before, after, gap.after).map(([one, run]) => ({ before: one, after: run }));
  if (splits.length > 0) return splits;
  return seekSplits(after, gap.after, before, gap.before).map(([one, run]) => ({ before: run, after: one }));
}

function seekSplits(one: SplitSide, places: Run, many: SplitSide, within: Run): readonly (readonly [Run, Run])[] {
  const found: (readonly [Run, Run])[] = [];
  let from = within.from;
  for (let place = places.from; place < places.to; place += 1) {
    if (!one.takes(place)) continue;
    for (let seed = from; seed < within.to; seed += 1) {
      if (!many.takes(seed)) continue;
      const run = findSplit(one, place, many, seed, { from, to: within.to });
      if (!run) continue;
      found.push([single(place), run]);
      from = run.to;
      break;
    }
  }
  return found;
}

function pairOf(unitsBefore: readonly Unit[], one: Run, unitsAfter: readonly Unit[], other: Run): UnitPair {
  const [before, ...joined] = unitsBefore.slice(one.from, one.to);
  const [after, ...parts] = unitsAfter.slice(other.from, other.to);
  const pair = { before: before as Unit, after: after as Unit };
  if (parts.length > 0) return { ...pair, more: { side: 'after', units: parts } };
  return joined.length > 0 ? { ...pair, more: { side: 'before', units: joined } } : pair;
}
