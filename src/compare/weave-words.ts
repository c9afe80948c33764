import type { Range } from '../model/range.ts';
import type { RedlineBlock, Run } from '../model/redline.ts';
import type { LeafLink, LeafLinks } from './leaf-links.ts';
import { pairRuns, partRuns } from './leaf-runs.ts';
import { makeBlock } from './make-block.ts';
import type { Block } from './outline.ts';
import { firstSpanEndingAfter, type PlacedSpan, spansOfPair } from './span-places.ts';
import type { Weaving } from './weave.ts';

/**
 * All that a block of words after is made of, in order. What stands in the same block as before, `paired`, stands as what it did. The
 * leaves before are added to `order`.
 */
export function weaveLinks(
  weaving: Weaving,
  links: LeafLinks,
  after: Block,
  order: number[],
  paired?: Block,
): readonly RedlineBlock[] {
  return links.ofAfter(after.leafFrom).map((found) => {
    const { typeBefore, ...rest } = found;
    const link = typeBefore === undefined || found.before === paired?.leafFrom ? rest : found;
    order.push(link.before);
    const before = weaving.before.outline.leaves[link.before] as Block;
    if (!link.parted) {
      const runs = pairRuns(weaving.before, weaving.after, before, after, weaving.spans);
      return weaveWords(weaving, before, after, runs, link);
    }
    const parts = [
      { leaf: before, range: link.rangeBefore },
      { leaf: after, range: link.rangeAfter },
    ] as const;
    const runs = partRuns(weaving.before, weaving.after, ...parts, weaving.spans);
    return weaveWords(weaving, partOf(before, link.rangeBefore), partOf(after, link.rangeAfter), runs, link);
  });
}

// The first part begins where the block does, the last ends where it does.
function partOf(leaf: Block, { start, end }: Range): Block {
  return {
    ...leaf,
    start: start === leaf.words.start ? leaf.start : start,
    end: end === leaf.words.end ? leaf.end : end,
    words: { start, end },
  };
}

/** A block of words, or a part of one, that stands in both texts. */
export function weaveWords(
  weaving: Weaving,
  before: Block,
  after: Block,
  runs: readonly Run[],
  link?: LeafLink,
): RedlineBlock {
  const { node } = before;
  const deeper = node.type === 'heading' && after.node.type === 'heading' && node.depth !== after.node.depth;
  const { typeBefore, ending, parted } = link ?? {};
  const whole = deeper || typeBefore !== undefined || parted === true;
  const changed = whole || runs.some((run) => run.type !== 'same' || run.formatsBefore !== undefined);
  const [own, other] = deeper ? [before, after] : [before.words, after.words];
  const by = changed
    ? instructionsOf([...spansOfPair(weaving.spans, own, other), ...endingMarks(weaving, after, link)])
    : [];
  const status = !changed ? 'same' : !whole && onlyRelabels(runs) ? 'relabelled' : 'changed';
  return makeBlock(weaving.names, { status, before, after, by, typeBefore, ending }, { runs });
}

// The instruction that ends a paragraph stands in the mark at its end.
function endingMarks({ spans }: Weaving, { words }: Block, link: LeafLink | undefined): readonly PlacedSpan[] {
  if (link?.ending === undefined) return [];
  const mark = spans[firstSpanEndingAfter(spans, 'after', words.end)];
  return mark === undefined || mark.type === 'same' ? [] : [mark];
}

function onlyRelabels(runs: readonly Run[]): boolean {
  return runs.every(({ type, formatsBefore, relabel }) => (type === 'same' ? formatsBefore === undefined : relabel));
}

/** The instructions that spans come from, each as often as they do. */
export function instructionsOf(spans: readonly PlacedSpan[]): readonly number[] {
  return spans.flatMap(({ by }) => by ?? []);
}
