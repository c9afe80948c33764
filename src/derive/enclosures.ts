import type { Nodes } from 'mdast';
import { leafAt, type Side } from '../compare/side.ts';
import type { Range } from '../model/range.ts';

/**
 * What is written with marks at both its ends: emphasis, a link, code, a footnote call, a tag. `inside` is what may be quoted without
 * the marks: the words of a link and not its address; nothing of a call.
 */
export interface Enclosure {
  readonly outside: Range;
  readonly inside?: Range;
}

/** Finds what in the words of a paragraph, a heading or a cell is written with marks, the outer before the inner. */
export function enclosuresIn(side: Side, range: Range): readonly Enclosure[] {
  const leaf = side.outline.leaves[leafAt(side, range.end)];
  if (!leaf || leaf.words.start < range.start || leaf.words.end > range.end) return [];
  const found: Enclosure[] = [];
  collect(leaf.node, side.source, found);
  return found;
}

function collect(node: Nodes, source: string, found: Enclosure[]): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    const outside = rangeOf(child);
    if (child.type === 'text' || !outside) continue;
    const inside = insideOf(child, outside, source);
    found.push(inside ? { outside, inside } : { outside });
    collect(child, source, found);
  }
}

function insideOf(node: Nodes, outside: Range, source: string): Range | undefined {
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return isBare(node, source.slice(outside.start, outside.end)) ? undefined : wordsOf(node);
    case 'inlineCode':
      return withoutTicks(source, outside);
    default:
      return undefined;
  }
}

// An address that stands as it is, or words that are their own reference: to change the words is to change where they lead.
function isBare(node: Nodes, text: string): boolean {
  if (node.type === 'linkReference') return node.referenceType !== 'full';
  return node.type === 'link' && !text.startsWith('[');
}

function wordsOf(node: Extract<Nodes, { readonly children: readonly unknown[] }>): Range | undefined {
  const [first, last] = [node.children[0], node.children.at(-1)];
  const [start, end] = [first && rangeOf(first)?.start, last && rangeOf(last)?.end];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function withoutTicks(source: string, { start, end }: Range): Range {
  const ticks = /^`*/.exec(source.slice(start, end))?.[0].length ?? 0;
  return { start: start + ticks, end: end - ticks };
}

function rangeOf({ position }: Nodes): Range | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A range grown until it holds each enclosure that it meets whole, or stands inside of it. */
export function wholeEnclosures(enclosures: readonly Enclosure[], range: Range): Range {
  let { start, end } = range;
  for (let before = -1; before !== end - start; ) {
    before = end - start;
    for (const { outside, inside } of enclosures) {
      if (end <= outside.start || start >= outside.end) continue;
      if (inside && start >= inside.start && end <= inside.end) continue;
      start = Math.min(start, outside.start);
      end = Math.max(end, outside.end);
    }
  }
  return { start, end };
}
