import type { Block } from './outline.ts';
import type { Side } from './side.ts';
import type { PlacedSpan } from './span-places.ts';

/** Two leaves that have equal words in common, and how many characters of them. */
export interface Share {
  readonly before: number;
  readonly after: number;
  readonly weight: number;
}

/** A share with where its equal words begin and end in both texts. */
export interface LeafShare extends Share {
  readonly from: { readonly before: number; readonly after: number };
  readonly to: { readonly before: number; readonly after: number };
}

/**
 * The pairs of leaves that a `same` span joins, in order on both sides: what makes two blocks one block of the redline. Equal
 * punctuation and white space join nothing, unless they are all that both leaves have.
 */
export function findShares(before: Side, after: Side, spans: readonly PlacedSpan[]): readonly LeafShare[] {
  const [leavesBefore, leavesAfter] = [before.outline.leaves, after.outline.leaves];
  const shares: LeafShare[] = [];
  let [b, a] = [0, 0];
  for (const span of spans) {
    if (span.type !== 'same') continue;
    const shift = span.after - span.before;
    while (b < leavesBefore.length && endOf(leavesBefore[b]) <= span.before) b += 1;
    while (a < leavesAfter.length && endOf(leavesAfter[a]) <= span.after) a += 1;
    while (b < leavesBefore.length && a < leavesAfter.length) {
      const [one, other] = [leavesBefore[b] as Block, leavesAfter[a] as Block];
      const limit = span.before + span.length;
      const start = Math.max(one.words.start, other.words.start - shift, span.before);
      const end = Math.min(one.words.end, other.words.end - shift, limit);
      const places = { from: { before: start, after: start + shift }, to: { before: end, after: end + shift } };
      if (start < end && joins(before.source, start, end, one, other))
        addShare(shares, { before: b, after: a, weight: end - start, ...places });
      else if (bothEmpty(one, other, shift) && span.before < start && end < limit)
        addShare(shares, { before: b, after: a, weight: emptyWeight, ...places });
      const [endBefore, endAfter] = [one.words.end, other.words.end - shift];
      if (Math.min(endBefore, endAfter) >= limit) break;
      if (endBefore <= endAfter) b += 1;
      if (endAfter <= endBefore) a += 1;
    }
  }
  return shares;
}

// Empty cells that stand in the same place join rows that have no words at all.
const emptyWeight = 0.01;

function bothEmpty(one: Block, other: Block, shift: number): boolean {
  const [start, otherStart] = [one.words.start, other.words.start - shift];
  return start === otherStart && one.words.end === start && other.words.end - shift === start;
}

function endOf(leaf: Block | undefined): number {
  return leaf?.words.end ?? 0;
}

function addShare(shares: LeafShare[], share: LeafShare): void {
  const last = shares.at(-1);
  if (last && last.before === share.before && last.after === share.after)
    shares[shares.length - 1] = { ...last, weight: last.weight + share.weight, to: share.to };
  else shares.push(share);
}

function joins(source: string, start: number, end: number, one: Block, other: Block): boolean {
  const length = end - start;
  if (length >= 40 || /[\p{L}\p{N}]/u.test(source.slice(start, end))) return true;
  return length === one.words.end - one.words.start && length === other.words.end - other.words.start;
}
