import type { Nodes, Root } from 'mdast';
import type { Range } from '../model/range.ts';
import { rangeOf } from '../source/index-provisions.ts';
import type { CommentPoint, Leaf } from './importing.ts';

/**
 * Finds what each comment speaks of in the text that a tree was written as. A comment on words that are gone speaks of the place
 * where they stood, and where that is the edge of a block, of all up to the next block.
 */
export function commentRanges(
  tree: Root,
  parsed: Root,
  points: ReadonlyMap<Leaf, readonly CommentPoint[]>,
): ReadonlyMap<number, Range> {
  const [wanted, found] = [leavesOf(tree), leavesOf(parsed)];
  const ranges = new Map<number, { start?: number; end?: number }>();
  if (wanted.length !== found.length) return new Map();
  wanted.forEach((leaf, index) => {
    for (const { comment, edge, offset } of points.get(leaf) ?? []) {
      const range = ranges.get(comment) ?? {};
      const place = sourceOffset(found[index] as Leaf, offset);
      ranges.set(comment, edge === 'start' ? { ...range, start: place } : { ...range, end: place });
    }
  });
  return new Map([...ranges].map(([comment, range]) => [comment, wide(whole(range), found)]));
}

function whole({ start, end }: { readonly start?: number; readonly end?: number }): Range {
  const from = start ?? end ?? 0;
  return { start: from, end: Math.max(from, end ?? from) };
}

function wide(range: Range, leaves: readonly Leaf[]): Range {
  if (range.start !== range.end) return range;
  const index = leaves.findIndex((leaf) => rangeOf(leaf).end >= range.start);
  const here = leaves[index];
  if (!here) return range;
  const { start, end } = rangeOf(here);
  const [before, after] = [leaves[index - 1], leaves[index + 1]];
  return {
    start: range.start <= start && before ? rangeOf(before).end : range.start,
    end: range.end >= end && after ? rangeOf(after).start : range.end,
  };
}

/** The blocks of words of a tree, in order. */
function leavesOf(node: Nodes, into: Leaf[] = []): Leaf[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') into.push(node);
  else if ('children' in node) for (const child of node.children) leavesOf(child, into);
  return into;
}

// The words of a node are shorter than its source by the escapes in it.
function sourceOffset(leaf: Leaf, offset: number): number {
  const texts: { readonly start: number; readonly end: number; readonly length: number }[] = [];
  collect(leaf, texts);
  const { start, end } = rangeOf(leaf);
  let passed = 0;
  for (const text of texts) {
    if (offset < passed + text.length || (offset === 0 && passed === 0)) {
      if (offset <= passed) return offset === 0 ? start : text.start;
      return Math.min(text.end, text.start + Math.round(((offset - passed) / text.length) * (text.end - text.start)));
    }
    passed += text.length;
  }
  return offset === 0 ? start : end;
}

function collect(node: Nodes, into: { readonly start: number; readonly end: number; readonly length: number }[]): void {
  if ('children' in node) {
    for (const child of node.children) collect(child, into);
    return;
  }
  const { start, end } = rangeOf(node);
  const length =
    node.type === 'break' ? 1 : 'value' in node ? node.value.length : 'alt' in node ? (node.alt ?? '').length : 0;
  if (length > 0) into.push({ start, end, length });
}
