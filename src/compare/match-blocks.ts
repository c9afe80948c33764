import type { Block } from './outline.ts';
import type { Share } from './shares.ts';

/** Two blocks that are versions of one another, as indexes of two lists of blocks. */
export interface BlockMatch {
  readonly before: number;
  readonly after: number;
}

/**
 * Which blocks of two lists are versions of one another: each shares more words with the other than with any other block of a
 * kind that fits. The cells of two rows and the heads of two tables correspond by their place. Never crosses.
 */
export function matchBlocks(
  before: readonly Block[],
  after: readonly Block[],
  shares: readonly Share[],
): readonly BlockMatch[] {
  if (before[0]?.type === 'cell') return byPlace(Math.min(before.length, after.length));
  const matches = bestMatches(joinedShares(before, after, shares), before, after);
  const heads = before[0]?.kind === 'head row' && after[0]?.kind === 'head row';
  return heads && matches[0]?.before !== 0 ? [{ before: 0, after: 0 }, ...matches] : matches;
}

function byPlace(length: number): readonly BlockMatch[] {
  return Array.from({ length }, (_, index) => ({ before: index, after: index }));
}

/** What leaves share, as shares of the blocks of two lists that they stand in; leaves of other blocks share nothing here. */
export function joinedShares(
  before: readonly Block[],
  after: readonly Block[],
  shares: readonly Share[],
): readonly Share[] {
  const joined: { before: number; after: number; weight: number }[] = [];
  const [from, to] = [before[0]?.leafFrom ?? 0, before.at(-1)?.leafTo ?? 0];
  const [afterFrom, afterTo] = [after[0]?.leafFrom ?? 0, after.at(-1)?.leafTo ?? 0];
  let [b, a] = [0, 0];
  for (let index = firstShareFrom(shares, from); index < shares.length; index += 1) {
    const share = shares[index] as Share;
    if (share.before >= to) break;
    if (share.after < afterFrom || share.after >= afterTo) continue;
    while ((before[b] as Block).leafTo <= share.before) b += 1;
    while ((after[a] as Block).leafTo <= share.after) a += 1;
    const last = joined.at(-1);
    if (last && last.before === b && last.after === a) last.weight += share.weight;
    else joined.push({ before: b, after: a, weight: share.weight });
  }
  return joined;
}

function bestMatches(
  shares: readonly Share[],
  before: readonly Block[],
  after: readonly Block[],
): readonly BlockMatch[] {
  const fitting = shares.filter((share) => before[share.before]?.kind === after[share.after]?.kind);
  const [bestOf, bestFor] = [new Map<number, Share>(), new Map<number, Share>()];
  for (const share of fitting) {
    if (share.weight > (bestOf.get(share.before)?.weight ?? 0)) bestOf.set(share.before, share);
    if (share.weight > (bestFor.get(share.after)?.weight ?? 0)) bestFor.set(share.after, share);
  }
  return fitting.filter((share) => bestOf.get(share.before) === share && bestFor.get(share.after) === share);
}

/** The first share whose leaf before is not before a leaf. */
export function firstShareFrom(shares: readonly Share[], leaf: number): number {
  let [low, high] = [0, shares.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shares[middle] as Share).before < leaf) low = middle + 1;
    else high = middle;
  }
  return low;
}
