import type { Edit, Range } from '../model/range.ts';
import { type Candidate, type CandidatePair, canBeOne, findCandidates } from './move-candidate.ts';
import { pairEdited } from './move-edited.ts';
import { fingerprint, isLightlyEdited, likeness } from './move-words.ts';
import type { Side, Unit } from './side.ts';
import type { PlacedSpan } from './span-places.ts';

/** One unit at both ends of a move. */
export interface MovedUnit {
  readonly before: Unit;
  readonly after: Unit;
}

/** Units that follow one another in both texts, and stand at another place in the text after. */
export interface Move {
  /** From 1, in the order of the text before. */
  readonly number: number;
  readonly units: readonly MovedUnit[];
  /** All that an instruction took out, and all that it put in: more than the units, where it did more than move them. */
  readonly ends?: { readonly before: Range; readonly after: Range };
  /** What other instructions changed in it on the way. */
  readonly inside?: readonly Edit[];
}

/** A move of units whose words are the same is claimed from so many words on, counted over all of it. */
const leastWords = 6;
/** Beside a moved unit, a short unit is its neighbour still where it kept so much of its words. */
const leastLikeNeighbour = 0.6;

/**
 * Finds what was moved whole, or moved and lightly edited: units deleted at one place and inserted at another. A move is claimed
 * only where nothing else in either text could be meant: its words stand once in each text (where they were edited, most of
 * the phrases they kept do), and words that both texts keep stand between its two ends.
 */
export function findMoves(before: Side, after: Side, spans: readonly PlacedSpan[]): readonly Move[] {
  const { from, to } = findCandidates(before, after, spans);
  if (from.length === 0 || to.length === 0) return [];
  const pairs = new Map<Candidate, Candidate>();
  const taken = new Set<Candidate>();
  const claim = (one: Candidate, other: Candidate): void => {
    pairs.set(one, other);
    taken.add(other);
  };
  for (const pair of pairEqual(before, after, from, to)) claim(pair.before, pair.after);
  const free = (list: readonly Candidate[]) => list.filter((one) => !pairs.has(one) && !taken.has(one));
  for (const pair of pairEdited(before, after, free(from), free(to))) claim(pair.before, pair.after);
  const surely = new Set(pairs.keys());
  claimNeighbours(from, to, pairs, taken);
  return groupMoves(pairs, surely);
}

// A copy that stays, or a second one, would leave open which of them was moved.
function pairEqual(
  before: Side,
  after: Side,
  from: readonly Candidate[],
  to: readonly Candidate[],
): readonly CandidatePair[] {
  const places = new Map(to.map((candidate) => [candidate.print, candidate]));
  const pairs = from.flatMap((one): readonly CandidatePair[] => {
    const other = places.get(one.print);
    const equal = other && canBeOne(one, other) && one.words.join(' ') === other.words.join(' ');
    return equal && one.words.length > 0 ? [{ before: one, after: other }] : [];
  });
  if (pairs.length === 0) return [];
  const wanted = new Set(pairs.map((pair) => pair.before.print));
  const [countsBefore, countsAfter] = [countPrints(before, wanted), countPrints(after, wanted)];
  return pairs.filter(({ before: { print } }) => countsBefore.get(print) === 1 && countsAfter.get(print) === 1);
}

function countPrints(side: Side, wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const unit of side.units) {
    const print = fingerprint(side, unit);
    if (wanted.has(print)) counts.set(print, (counts.get(print) ?? 0) + 1);
  }
  return counts;
}

// What stands beside a moved unit at both ends moved with it, though it may say what many others say.
function claimNeighbours(
  from: readonly Candidate[],
  to: readonly Candidate[],
  pairs: Map<Candidate, Candidate>,
  taken: Set<Candidate>,
): void {
  const byPlace = (list: readonly Candidate[]) => new Map(list.map((candidate) => [candidate.place, candidate]));
  const [placesFrom, placesTo] = [byPlace(from), byPlace(to)];
  for (const [one, other] of [...pairs]) {
    for (const step of [1, -1]) {
      for (let distance = step; ; distance += step) {
        const next = placesFrom.get(one.place + distance);
        const match = placesTo.get(other.place + distance);
        if (!next || !match || pairs.has(next) || taken.has(match) || !canBeOne(next, match)) break;
        if (next.print !== match.print && !isNeighbour(next, match)) break;
        pairs.set(next, match);
        taken.add(match);
      }
    }
  }
}

function isNeighbour({ words }: Candidate, { words: others }: Candidate): boolean {
  return likeness(words, others) >= leastLikeNeighbour && isLightlyEdited(words, others);
}

function groupMoves(pairs: ReadonlyMap<Candidate, Candidate>, surely: ReadonlySet<Candidate>): readonly Move[] {
  const ordered = [...pairs].sort(([one], [other]) => one.place - other.place);
  const groups: (readonly [Candidate, Candidate])[][] = [];
  for (const pair of ordered) {
    const last = groups.at(-1)?.at(-1);
    const follows = last && last[0].place + 1 === pair[0].place && last[1].place + 1 === pair[1].place;
    if (follows) groups.at(-1)?.push(pair);
    else groups.push([pair]);
  }
  const certain = groups.filter((group) => {
    const words = group.reduce((sum, [one]) => sum + (surely.has(one) ? one.words.length : 0), 0);
    return words >= leastWords;
  });
  return certain.map((group, index) => ({
    number: index + 1,
    units: group.map(([one, other]) => ({ before: one.unit, after: other.unit })),
  }));
}
