import { tokensOfBoth } from './joined-tokens.ts';
import type { Profile, Profiles } from './profile.ts';
import type { Side, Unit } from './side.ts';
import { compareTokens } from './token-changes.ts';
import type { Token } from './tokens.ts';

/** The units of one side, in order, and which of them may be a part of a split. */
export interface SplitSide {
  readonly side: Side;
  readonly units: readonly Unit[];
  readonly takes: (place: number) => boolean;
  readonly profileAt: (place: number) => Profile;
  /** How often each word stands in a unit, by its number. */
  readonly countsAt: (place: number) => ReadonlyMap<number, number>;
  /** By the number of a word, how long it is. */
  readonly lengths: readonly number[];
  /** How many words and characters may still be looked at; shared by both sides. Where none are left, no further split is found. */
  readonly effort: { left: number };
}

/** Places that follow one another; `to` is not included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The part of a unit's words that the other must still have to give, for both to be compared word by word. */
const leastContained = 0.7;
/** A unit at the end of a run is a part of the other only where so many of its words stand there in one piece. */
const surePiece = 5;
/** What a part that stands among others must have kept of its words, and what the one that was paired before must. */
const leastKept = 0.7;
const leastKeptSeed = 0.5;
/** A unit of fewer words says too little to be known for a part. */
const leastWords = 3;

/** Takes one side. `free` tells that a unit has no partner and is held for no move. */
export function splitSide(
  side: Side,
  units: readonly Unit[],
  free: (place: number) => boolean,
  profiles: Profiles,
  effort: { left: number },
): SplitSide {
  const known = new Map<number, ReadonlyMap<number, number>>();
  const takes = (place: number): boolean => {
    const type = units[place]?.block.type;
    return (type === 'paragraph' || type === 'heading' || type === 'code') && free(place);
  };
  const profileAt = (place: number): Profile => profiles.of(side, units[place] as Unit);
  const countsAt = (place: number): ReadonlyMap<number, number> => {
    const { words, counts } = profileAt(place);
    const found =
      known.get(place) ??
      new Map(Array.from(words, (word, index): [number, number] => [word, counts[index] as number]));
    known.set(place, found);
    return found;
  };
  return { side, units, takes, profileAt, countsAt, lengths: profiles.lengths, effort };
}

/**
 * The run of units on one side, with `seed` in it, that one unit of the other side became: each neighbour whose words it has in
 * the same order, besides those of the others. Nothing where that is the seed alone. `within`: the places that have no partner.
 */
export function findSplit(one: SplitSide, place: number, many: SplitSide, seed: number, within: Run): Run | undefined {
  if (one.effort.left <= 0) return undefined;
  one.effort.left -= one.profileAt(place).words.length + many.profileAt(seed).words.length;
  const counts = one.countsAt(place);
  // Most pairs end here: what no neighbour finds in the whole unit, none finds in what the seed leaves.
  const contained = (at: number): boolean =>
    at >= within.from && at < within.to && many.takes(at) && partFound(counts, many, at) >= leastContained;
  if (!contained(seed + 1) && !contained(seed - 1)) return undefined;
  const left = new Map(counts);
  takeWords(left, many, seed);
  let [from, to] = [seed, seed + 1];
  while (to < within.to && many.takes(to) && takeWords(left, many, to) >= leastContained) to += 1;
  while (from > within.from && many.takes(from - 1) && takeWords(left, many, from - 1) >= leastContained) from -= 1;
  return to - from < 2 ? undefined : sureRun(one, place, many, seed, { from, to });
}

// What part of its words a unit finds among those given.
function partFound(given: ReadonlyMap<number, number>, { profileAt, lengths }: SplitSide, place: number): number {
  const { words, counts, weight } = profileAt(place);
  let found = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] as number;
    found += Math.min(counts[index] as number, given.get(word) ?? 0) * (lengths[word] as number);
  }
  return weight === 0 ? 0 : found / weight;
}

// The same of those left, which the unit takes.
function takeWords(left: Map<number, number>, many: SplitSide, place: number): number {
  const found = partFound(left, many, place);
  const { words, counts } = many.profileAt(place);
  words.forEach((word, index) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - Math.min(count, counts[index] as number));
  });
  return found;
}

/** How many words a unit has, how many of them it kept, and how many in one piece. */
interface Kept {
  words: number;
  kept: number;
  piece: number;
}

// The part of a run around its seed that stands in the unit in this very order.
function sureRun(one: SplitSide, place: number, many: SplitSide, seed: number, run: Run): Run | undefined {
  const units = many.units.slice(run.from, run.to);
  for (const { start, end } of [one.units[place] as Unit, ...units]) one.effort.left -= end - start;
  const kept = keptWords(...tokensOfBoth([one.side, [one.units[place] as Unit]], [many.side, units]));
  const at = (index: number): Kept => kept[index - run.from] as Kept;
  const inner = (index: number): boolean => at(index).kept >= leastKept * at(index).words && at(index).kept > 0;
  const outer = (index: number): boolean =>
    inner(index) && at(index).words >= leastWords && at(index).piece >= Math.min(surePiece, at(index).words);
  if (at(seed).kept < leastKeptSeed * at(seed).words || at(seed).kept === 0) return undefined;
  let [from, to] = [seed, seed + 1];
  while (to < run.to && inner(to)) to += 1;
  while (from > run.from && inner(from - 1)) from -= 1;
  while (to - 1 > seed && !outer(to - 1)) to -= 1;
  while (from < seed && !outer(from)) from += 1;
  return to - from < 2 ? undefined : { from, to };
}

// By unit of the second list. A label that opens a unit is no word of it: it is given anew where a part becomes an item.
function keptWords(whole: readonly Token[], parts: readonly Token[]): readonly Kept[] {
  const { changes } = compareTokens(whole, parts);
  const units: Kept[] = [{ words: 0, kept: 0, piece: 0 }];
  let piece = 0;
  let next = 0;
  parts.forEach(({ type, words }, index) => {
    while (next < changes.length && (changes[next]?.afterTo ?? 0) <= index) {
      next += 1;
      piece = 0;
    }
    const change = changes[next];
    const marked = change !== undefined && change.afterFrom <= index;
    if (type === 'break') units.push({ words: 0, kept: 0, piece: 0 });
    if (type === 'break' || marked) piece = 0;
    const unit = units.at(-1) as Kept;
    if (type === 'label') return;
    unit.words += words;
    if (marked) return;
    unit.kept += words;
    piece += words;
    unit.piece = Math.max(unit.piece, piece);
  });
  return units;
}
