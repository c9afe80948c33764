import type { Range } from '../model/range.ts';
import type { Coverage, RedlineBlock } from '../model/redline.ts';
import type { Region } from './compare-region.ts';
import { countRelabels } from './relabel-changes.ts';
import type { Side } from './side.ts';
import type { PlacedSpan } from './span-places.ts';

const replacedSentence =
  'limited: a comparison of the parts of these texts could not be proved exact, so all of the text before is shown as deleted and all of the text after as inserted';

/** Counts what was compared, and says in plain words what was not and what does not show. */
export function countCoverage(
  before: Side,
  after: Side,
  spans: readonly PlacedSpan[],
  blocks: readonly RedlineBlock[],
  limited: Region['limited'],
): Coverage {
  const leaves: RedlineBlock[] = [];
  collectLeaves(blocks, leaves);
  const unseen = countUnseen(spans, leaves);
  return {
    blocksBefore: before.outline.leaves.length,
    blocksAfter: after.outline.leaves.length,
    blocksUnchanged: leaves.filter(({ status }) => status === 'same').length,
    suppressed: countRelabels(spans),
    notCompared: [
      ...(limited.replaced ? [replacedSentence] : []),
      ...(limited.blocks > 0
        ? [
            `${limited.blocks} blocks stand in parts too large to compare whole: each was compared with blocks near it only`,
          ]
        : []),
      ...(limited.words > 0
        ? [
            `${limited.words} words and marks stand in parts too large to compare whole: each was compared with those near it only`,
          ]
        : []),
      ...(limited.unread
        ? [
            `${limited.unread} characters stand in paragraphs too long to be read as Markdown: their links and emphasis were compared as words`,
          ]
        : []),
      ...(unseen > 0
        ? [
            `${unseen === 1 ? '1 difference shows' : `${unseen} differences show`} only in the source: white space or another way of writing the same Markdown`,
          ]
        : []),
    ],
  };
}

function collectLeaves(blocks: readonly RedlineBlock[], leaves: RedlineBlock[]): void {
  for (const block of blocks) {
    if ('children' in block && block.children.length > 0) collectLeaves(block.children, leaves);
    else leaves.push(block);
  }
}

// What a block shows to be changed about it stands beside its words, too: the end of a paragraph, the marker of an item.
function shownRanges(leaves: readonly RedlineBlock[], side: 'before' | 'after'): readonly Range[] {
  const standing = leaves.filter((leaf) => leaf[side] !== undefined);
  return standing.flatMap((leaf, index) => {
    const range = leaf[side] as Range;
    if (leaf.status === 'same') return [];
    const [last, next] = [standing[index - 1]?.[side], standing[index + 1]?.[side]];
    const start = 'typeBefore' in leaf ? Math.min(last?.end ?? 0, range.start) : range.start;
    return [{ start, end: 'ending' in leaf ? Math.max(next?.start ?? 0, range.end) : range.end }];
  });
}

// A change of the source is seen where it touches a block that is not the same.
function countUnseen(spans: readonly PlacedSpan[], leaves: readonly RedlineBlock[]): number {
  const [rangesBefore, rangesAfter] = [shownRanges(leaves, 'before'), shownRanges(leaves, 'after')];
  let unseen = 0;
  let [b, a] = [0, 0];
  for (let index = 0; index < spans.length; index += 1) {
    if (spans[index]?.type === 'same') continue;
    let seen = false;
    for (; index < spans.length && spans[index]?.type !== 'same'; index += 1) {
      const { before, after, type, length } = spans[index] as PlacedSpan;
      while (b < rangesBefore.length && (rangesBefore[b]?.end ?? 0) <= before) b += 1;
      while (a < rangesAfter.length && (rangesAfter[a]?.end ?? 0) <= after) a += 1;
      if (type === 'deleted') seen ||= (rangesBefore[b]?.start ?? Number.POSITIVE_INFINITY) < before + length;
      else seen ||= (rangesAfter[a]?.start ?? Number.POSITIVE_INFINITY) < after + length;
    }
    if (!seen) unseen += 1;
  }
  return unseen;
}
