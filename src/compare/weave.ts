import type { RedlineBlock } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import { loneRuns, pairRuns } from './leaf-runs.ts';
import { makeBlock, type Standing } from './make-block.ts';
import { matchBlocks } from './match-blocks.ts';
import type { Block } from './outline.ts';
import { findShares, type Share } from './shares.ts';
import type { Side } from './side.ts';
import { firstSpanEndingAfter, type PlacedSpan, spansIn, spansOfPair } from './span-places.ts';
import { splitLists } from './split-lists.ts';

/** What the weaving of two texts needs at every block. */
export interface Weaving {
  readonly before: Side;
  readonly after: Side;
  readonly spans: readonly PlacedSpan[];
  readonly names: BlockNames;
}

/** Shares, and the same seen from the text after. */
interface Shares {
  readonly forward: readonly Share[];
  readonly backward: readonly Share[];
}

/**
 * Joins the blocks of both texts in one tree, in reading order. Blocks are one where equal words join them and their kinds fit; a
 * block of one text only is deleted or inserted with all its words. Without what is inserted the tree shows the text before,
 * without what is deleted the text after.
 */
export function weave(weaving: Weaving): readonly RedlineBlock[] {
  const forward = findShares(weaving.before, weaving.after, weaving.spans);
  const backward = forward.map(({ before, after, weight }) => ({ before: after, after: before, weight }));
  return weaveLists(weaving, { forward, backward }, weaving.before.outline.blocks, weaving.after.outline.blocks);
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
      if (deletedNext) woven.push(weaveLone(weaving, 'deleted', before[b++] as Block));
      else woven.push(weaveLone(weaving, 'inserted', after[a++] as Block));
    }
  };
  for (const match of matchBlocks(before, after, shares.forward)) {
    lonesUpTo(match.before, match.after);
    woven.push(weavePair(weaving, shares, before[b++] as Block, after[a++] as Block));
  }
  lonesUpTo(before.length, after.length);
  return woven;
}

// Where each of several blocks was replaced, each new one stands after the old one whose place it takes.
function standsFirst({ spans }: Weaving, before: Block | undefined, after: Block | undefined): boolean {
  const placeBefore = firstSpanEndingAfter(spans, 'before', before?.start ?? 0);
  return placeBefore <= firstSpanEndingAfter(spans, 'after', after?.start ?? 0);
}

function weaveLone(weaving: Weaving, status: 'inserted' | 'deleted', block: Block): RedlineBlock {
  const side = status === 'deleted' ? 'before' : 'after';
  const marks = spansIn(weaving.spans, side, block).filter((span) => span.type === status);
  const by = instructionsOf(marks);
  const standing: Standing = side === 'before' ? { status, before: block, by } : { status, after: block, by };
  if (block.children.length > 0) {
    return makeBlock(weaving.names, standing, {
      children: block.children.map((child) => weaveLone(weaving, status, child)),
    });
  }
  return makeBlock(weaving.names, standing, { runs: loneRuns(weaving[side], block, status, marks) });
}

function weavePair(weaving: Weaving, shares: Shares, before: Block, after: Block): RedlineBlock {
  if (before.children.length > 0 || after.children.length > 0) {
    const children = weaveLists(weaving, shares, before.children, after.children);
    const status = children.every((child) => child.status === 'same') ? 'same' : 'changed';
    const by = children.flatMap((child) => child.by ?? []);
    return makeBlock(weaving.names, { status, before, after, by }, { children });
  }
  const runs = pairRuns(weaving.before, weaving.after, before, after, weaving.spans);
  const changed = runs.some((run) => run.type !== 'same' || run.formatsBefore !== undefined);
  const by = changed ? instructionsOf(spansOfPair(weaving.spans, before.words, after.words)) : [];
  return makeBlock(weaving.names, { status: changed ? 'changed' : 'same', before, after, by }, { runs });
}

function instructionsOf(spans: readonly PlacedSpan[]): readonly number[] {
  return spans.flatMap(({ by }) => by ?? []);
}
