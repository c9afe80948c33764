import type { Edit } from '../model/range.ts';
import type { RedlineBlock, Run } from '../model/redline.ts';
import { compareRegion, type Region } from './compare-region.ts';
import type { Move } from './find-moves.ts';
import { pairRuns } from './leaf-runs.ts';
import type { Block } from './outline.ts';
import type { Follower } from './relabel-map.ts';
import type { Side, Unit } from './side.ts';
import { type PlacedSpan, placeSpans } from './span-places.ts';
import { createSpanWriter } from './span-writer.ts';

/** What the tree of blocks asks about moves. */
export interface MovedBlocks {
  /** The number of the move that a block of one of the texts went with, whole. */
  readonly moveOf: (side: 'before' | 'after', block: Block) => number | undefined;
  /** The runs of a leaf at the new place, its edits marked in them. */
  readonly runsOf: (leaf: Block) => readonly Run[];
}

interface MovedLeaf {
  readonly leaf: Block;
  readonly spans: readonly PlacedSpan[];
}

/** Takes the moves of two texts for their tree. `followers`: numbers inside them that only changed. */
export function movedBlocks(
  before: Side,
  after: Side,
  moves: readonly Move[],
  followers: readonly Follower[] = [],
): MovedBlocks {
  const numbers = { before: new Map<number, number>(), after: new Map<number, number>() };
  const olds = new Map<Block, MovedLeaf>();
  for (const { number, units, inside = [] } of moves) {
    for (const pair of units) {
      const marked = spansWithin({ before, after, followers }, pair.before, pair.after);
      const spans = marked.map(
        (span, index) =>
          following(span, { before: marked[index - 1], after: marked[index + 1] }, inside, { before, after }) ??
          attributed(span, inside, { before, after }),
      );
      const { leafFrom, leafTo } = pair.after.block;
      for (let leaf = leafFrom; leaf < leafTo; leaf += 1) {
        const old = pair.before.block.leafFrom + leaf - leafFrom;
        numbers.before.set(old, number);
        numbers.after.set(leaf, number);
        olds.set(after.outline.leaves[leaf] as Block, { leaf: before.outline.leaves[old] as Block, spans });
      }
    }
  }
  const sides = { before, after };
  return {
    moveOf: (side, block) => (moves.length === 0 ? undefined : onlyMove(sides[side], numbers[side], block)),
    runsOf: (leaf) => {
      const old = olds.get(leaf);
      return old ? pairRuns(before, after, old.leaf, leaf, old.spans) : [];
    },
  };
}

// Leaves without words, an empty cell or item, go with those around them.
function onlyMove(side: Side, numbers: ReadonlyMap<number, number>, block: Block): number | undefined {
  let only: number | undefined;
  for (let index = block.leafFrom; index < block.leafTo; index += 1) {
    const number = numbers.get(index);
    const leaf = side.outline.leaves[index] as Block;
    if (number === undefined && leaf.words.start === leaf.words.end) continue;
    if (number === undefined || (only !== undefined && only !== number)) return undefined;
    only = number;
  }
  return only;
}

function spansWithin(
  sides: Pick<Region, 'before' | 'after' | 'followers'>,
  one: Unit,
  other: Unit,
): readonly PlacedSpan[] {
  const writer = createSpanWriter();
  compareRegion({ ...sides, writer, limited: { blocks: 0, words: 0 } }, one, other);
  return placeSpans(writer.spans()).map((span) => ({
    ...span,
    before: span.before + one.start,
    after: span.after + other.start,
  }));
}

// Words of which only numbers change that follow, and what stands in their place: both ends of a range, perhaps.
function following(
  span: PlacedSpan,
  beside: { readonly before: PlacedSpan | undefined; readonly after: PlacedSpan | undefined },
  inside: readonly Edit[],
  { before, after }: Pick<Region, 'before' | 'after'>,
): PlacedSpan | undefined {
  const [from, to] = span.type === 'deleted' ? [span, beside.after] : [beside.before, span];
  if (from?.type !== 'deleted' || to?.type !== 'inserted') return undefined;
  const end = from.before + from.length;
  const edits = inside.filter((one) => one.start < end && one.end > from.before);
  const [first] = edits;
  if (!first || edits.some(({ relabel, start, end: last }) => !relabel || start < from.before || last > end))
    return undefined;
  const text = [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (words, edit) => words.slice(0, edit.start - from.before) + edit.text + words.slice(edit.end - from.before),
      before.source.slice(from.before, end),
    );
  const same = text === after.source.slice(to.after, to.after + to.length);
  return same ? { ...span, by: first.by, relabel: true as const } : undefined;
}

// A mark in what moved comes from the instruction that made it, not from the one that moved it.
function attributed(
  span: PlacedSpan,
  inside: readonly Edit[],
  { before, after }: Pick<Region, 'before' | 'after'>,
): PlacedSpan {
  const end = span.before + (span.type === 'inserted' ? 0 : span.length);
  const edit = span.type === 'same' ? undefined : inside.find((one) => one.start <= end && one.end >= span.before);
  if (!edit) return span;
  const [text, start] = span.type === 'inserted' ? [after.source, span.after] : [before.source, span.before];
  // With a space in it, the mark holds more than the number that follows.
  const follows = edit.relabel !== undefined && !/\s/.test(text.slice(start, start + span.length));
  return { ...span, by: edit.by, ...(follows && { relabel: true as const }) };
}

/** The numbers of the moves that a tree shows at both ends. */
export function shownMoves(blocks: readonly RedlineBlock[]): ReadonlySet<number> {
  const ends = { from: new Set<number>(), to: new Set<number>() };
  const visit = (list: readonly RedlineBlock[]): void => {
    for (const block of list) {
      if (block.move !== undefined) ends[block.status === 'moved-from' ? 'from' : 'to'].add(block.move);
      else if ('children' in block) visit(block.children);
    }
  };
  visit(blocks);
  return new Set([...ends.from].filter((number) => ends.to.has(number)));
}
