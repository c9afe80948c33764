import type { Nodes, Root, RootContent } from 'mdast';
import type { Range } from '../model/range.ts';
import { rangeOf } from '../source/index-provisions.ts';
import { parseMarkdown } from '../source/syntax.ts';
import type { CommentPoint, Leaf } from './importing.ts';
import type { Written } from './write-tree.ts';

/** Where the words of a block stand in the text, and the comments that begin or end in them. */
interface Place extends Range {
  readonly points: readonly (Pick<CommentPoint, 'comment' | 'edge'> & { readonly at: number })[];
}

/**
 * Finds what each comment speaks of in the text that a tree was written as. A comment on words that are gone speaks of the place
 * where they stood, and where that is the edge of a block, of all up to the next block.
 */
export function commentRanges(
  tree: Root,
  { markdown, starts }: Written,
  points: ReadonlyMap<Leaf, readonly CommentPoint[]>,
): ReadonlyMap<number, Range> {
  const places = starts ? placesByBlock(tree, markdown, starts, points) : placesIn([tree], markdown, 0, points);
  const ranges = new Map<number, Range>();
  places.forEach((place, index) => {
    for (const { comment, edge, at } of place.points) {
      const known = ranges.get(comment);
      const range = known ? { start: Math.min(known.start, at), end: Math.max(known.end, at) } : { start: at, end: at };
      ranges.set(comment, edge === 'end' ? widen(range, index, places) : range);
    }
  });
  return ranges;
}

// The words that were there may have been all of a block that is gone.
function widen(range: Range, index: number, places: readonly Place[]): Range {
  const here = places[index];
  if (range.start !== range.end || !here) return range;
  const [before, after] = [places[index - 1], places[index + 1]];
  return {
    start: range.start <= here.start && before ? before.end : range.start,
    end: range.end >= here.end && after ? after.start : range.end,
  };
}

// Only blocks in which there are comments are read again, each by itself.
function placesByBlock(
  tree: Root,
  markdown: string,
  starts: readonly number[],
  points: ReadonlyMap<Leaf, readonly CommentPoint[]>,
): readonly Place[] {
  return tree.children.flatMap((block, index): readonly Place[] => {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? markdown.length;
    const text = markdown.slice(start, end).trimEnd();
    if (!leavesOf(block).some((leaf) => points.has(leaf))) return [{ start, end: start + text.length, points: [] }];
    return placesIn([block], `${text}\n\n${stubs(block)}`, start, points);
  });
}

// Without their definitions, calls and references would be read as words.
function stubs(node: Nodes): string {
  if (node.type === 'footnoteReference') return `[^${node.label ?? node.identifier}]: x\n\n`;
  if (node.type === 'linkReference' || node.type === 'imageReference')
    return `[${node.label ?? node.identifier}]: x\n\n`;
  return 'children' in node ? node.children.map(stubs).join('') : '';
}

function placesIn(
  wanted: readonly (Root | RootContent)[],
  text: string,
  shift: number,
  points: ReadonlyMap<Leaf, readonly CommentPoint[]>,
): readonly Place[] {
  const found = leavesOf(parseMarkdown(text));
  return wanted
    .flatMap((node) => leavesOf(node))
    .flatMap((leaf, index): readonly Place[] => {
      const read = found[index];
      if (!read) return [];
      const { start, end } = rangeOf(read);
      const own = (points.get(leaf) ?? []).map((point) => ({ ...point, at: shift + sourceOffset(read, point.offset) }));
      return [{ start: shift + start, end: shift + end, points: own }];
    });
}

/** The blocks of words of a tree, in order. */
function leavesOf(node: Nodes, into: Leaf[] = []): Leaf[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' || node.type === 'code')
    into.push(node);
  else if ('children' in node) for (const child of node.children) leavesOf(child, into);
  return into;
}

interface Words extends Range {
  readonly length: number;
}

// The words of a node are shorter than its source by the escapes in it.
function sourceOffset(leaf: Leaf, offset: number): number {
  const { start, end } = rangeOf(leaf);
  if (offset === 0) return start;
  let passed = 0;
  for (const words of wordsIn(leaf)) {
    if (offset < passed + words.length) {
      const share = (offset - passed) / words.length;
      return words.start + Math.round(Math.max(0, share) * (words.end - words.start));
    }
    passed += words.length;
  }
  return end;
}

function wordsIn(node: Nodes): readonly Words[] {
  if ('children' in node) return node.children.flatMap(wordsIn);
  const length =
    node.type === 'break' ? 1 : 'value' in node ? node.value.length : 'alt' in node ? (node.alt ?? '').length : 0;
  return length > 0 ? [{ ...rangeOf(node), length }] : [];
}
