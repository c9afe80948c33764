import type { AlignType } from 'mdast';
import type { RedlineBlock } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import { type LeafLinks, linkLeaves } from './leaf-links.ts';
import { loneRuns, pairRuns } from './leaf-runs.ts';
import { makeBlock, type Standing } from './make-block.ts';
import { type BlockMatch, matchBlocks } from './match-blocks.ts';
import { createColumnMatcher, type MatchColumns } from './match-columns.ts';
import type { MovedBlocks } from './moved-blocks.ts';
import type { Block } from './outline.ts';
import { findShares, type Share } from './shares.ts';
import type { Side } from './side.ts';
import { firstSpanEndingAfter, type PlacedSpan, spansIn } from './span-places.ts';
import { splitLists } from './split-lists.ts';
import { instructionsOf, weaveLinks, weaveWords } from './weave-words.ts';

/** What the weaving of two texts needs at every block. */
export interface Weaving {
  readonly before: Side;
  readonly after: Side;
  readonly spans: readonly PlacedSpan[];
  readonly names: BlockNames;
  readonly moved: MovedBlocks;
}

/** Shares, the same seen from the text after, and the columns of tables. */
interface Shares {
  readonly forward: readonly Share[];
  readonly backward: readonly Share[];
  readonly columns: MatchColumns;
  readonly links: LeafLinks;
  /** The leaves of the text before, in the order in which they were woven. */
  readonly order: number[];
}

/**
 * Joins the blocks of both texts in one tree, in reading order. Blocks are one where equal words join them and their kinds fit; a
 * block of one text only is deleted or inserted with all its words. Without what is inserted the tree shows the text before,
 * without what is deleted the text after.
 */
export function weave(weaving: Weaving): readonly RedlineBlock[] {
  const forward = findShares(weaving.before, weaving.after, weaving.spans);
  const backward = forward.map(({ before, after, weight }) => ({ before: after, after: before, weight }));
  const columns = createColumnMatcher(weaving.before.source, weaving.after.source);
  const without = new Set<number>();
  for (;;) {
    const links = linkLeaves(weaving.before, weaving.after, forward, without);
    const shares: Shares = { forward, backward, columns, links, order: [] };
    const woven = weaveLists(weaving, shares, weaving.before.outline.blocks, weaving.after.outline.blocks);
    // What left a list before the rest of it would stand out of order in the text before: it stays deleted and inserted.
    const crossing = crossingLeaves(shares.order).filter((leaf) => links.ofBefore(leaf).length > 0);
    if (crossing.length === 0) return woven;
    for (const leaf of crossing) without.add(leaf);
  }
}

function crossingLeaves(order: readonly number[]): readonly number[] {
  const crossing: number[] = [];
  let last = -1;
  for (const leaf of order) {
    if (leaf < last) crossing.push(leaf, last);
    last = Math.max(last, leaf);
  }
  return crossing;
}

function weaveLists(
  weaving: Weaving,
  shares: Shares,
  wholeBefore: readonly Block[],
  wholeAfter: readonly Block[],
): readonly RedlineBlock[] {
  const before = splitLists(wholeBefore, wholeAfter, shares.forward);
  const after = splitLists(wholeAfter, before, shares.backward);
  const woven: RedlineBlock[] = [];
  let [b, a] = [0, 0];
  const lonesUpTo = (beforeEnd: number, afterEnd: number): void => {
    while (b < beforeEnd || a < afterEnd) {
      const deletedNext = b < beforeEnd && (a >= afterEnd || standsFirst(weaving, before[b], after[a]));
      const lone = deletedNext ? before[b++] : after[a++];
      for (const block of weaveLone(weaving, shares, deletedNext ? 'deleted' : 'inserted', lone as Block))
        woven.push(block);
    }
  };
  for (const match of matchesOf(shares, before, after)) {
    lonesUpTo(match.before, match.after);
    for (const block of weavePair(weaving, shares, before[b++] as Block, after[a++] as Block)) woven.push(block);
  }
  lonesUpTo(before.length, after.length);
  return woven;
}

function matchesOf(shares: Shares, before: readonly Block[], after: readonly Block[]): readonly BlockMatch[] {
  const [cell, other] = [before[0], after[0]];
  if (cell?.type !== 'cell' || other?.type !== 'cell' || before.length === after.length)
    return matchBlocks(before, after, shares.forward);
  return shares
    .columns(cell.start, other.start)
    .filter((match) => match.before < before.length && match.after < after.length);
}

// Where each of several blocks was replaced, each new one stands after the old one whose place it takes.
function standsFirst({ spans }: Weaving, before: Block | undefined, after: Block | undefined): boolean {
  const placeBefore = firstSpanEndingAfter(spans, 'before', before?.start ?? 0);
  return placeBefore <= firstSpanEndingAfter(spans, 'after', after?.start ?? 0);
}

// Nothing where its words stand in blocks of the text after; what only was put around words that stay is no insertion.
function weaveLone(
  weaving: Weaving,
  shares: Shares,
  status: 'inserted' | 'deleted',
  block: Block,
): readonly RedlineBlock[] {
  const side = status === 'deleted' ? 'before' : 'after';
  const marks = spansIn(weaving.spans, side, block).filter((span) => span.type === status);
  const by = instructionsOf(marks);
  const move = weaving.moved.moveOf(side, block);
  const standing: Standing =
    side === 'before'
      ? { status: move === undefined ? status : 'moved-from', before: block, by, move }
      : { status: move === undefined ? status : 'moved-to', after: block, by, move };
  if (block.children.length > 0) {
    const children = block.children.flatMap((child) => weaveLone(weaving, shares, status, child));
    if (children.length === 0) return [];
    const kept = side === 'after' && children.some(staysInPart);
    return [makeBlock(weaving.names, kept ? { ...standing, status: 'changed' } : standing, { children })];
  }
  if (side === 'before') {
    if (shares.links.ofBefore(block.leafFrom).length > 0) return [];
    shares.order.push(block.leafFrom);
  } else if (shares.links.ofAfter(block.leafFrom).length > 0)
    return weaveLinks(weaving, shares.links, block, shares.order);
  const runs =
    standing.status === 'moved-to' ? weaving.moved.runsOf(block) : loneRuns(weaving[side], block, status, marks);
  return [makeBlock(weaving.names, standing, { runs })];
}

function staysInPart({ status }: RedlineBlock): boolean {
  return status === 'same' || status === 'changed' || status === 'relabelled';
}

function weavePair(weaving: Weaving, shares: Shares, before: Block, after: Block): readonly RedlineBlock[] {
  if (before.children.length > 0 || after.children.length > 0) {
    const children = weaveLists(weaving, shares, before.children, after.children);
    const status = statusOf(children);
    const by = children.flatMap((child) => child.by ?? []);
    const block = makeBlock(weaving.names, { status, before, after, by }, { children });
    return [block.type === 'table' ? { ...block, align: wovenAlign(before, after, children[0]) } : block];
  }
  if (shares.links.ofAfter(after.leafFrom).length > 0)
    return weaveLinks(weaving, shares.links, after, shares.order, before);
  shares.order.push(before.leafFrom);
  return [weaveWords(weaving, before, after, pairRuns(weaving.before, weaving.after, before, after, weaving.spans))];
}

// How each column is set that either text has, in the order of the head row.
function wovenAlign(before: Block, after: Block, head: RedlineBlock | undefined): readonly AlignType[] {
  const [one, other] = [before, after].map(({ node }) => (node.type === 'table' ? (node.align ?? []) : []));
  if (!one || !other || !head || !('children' in head) || head.children.length <= other.length) return other ?? [];
  let [b, a] = [0, 0];
  return head.children.map((cell) => {
    const align = (cell.after ? other[a] : one[b]) ?? null;
    if (cell.before) b += 1;
    if (cell.after) a += 1;
    return align;
  });
}

function statusOf(children: readonly RedlineBlock[]): 'same' | 'relabelled' | 'changed' {
  if (children.every(({ status }) => status === 'same')) return 'same';
  return children.every(({ status }) => status === 'same' || status === 'relabelled') ? 'relabelled' : 'changed';
}
