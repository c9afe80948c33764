import type { Range } from '../model/range.ts';
import type { Block } from './outline.ts';
import { type InlineContext, inlineNode } from './scan-inline.ts';

/** What a block is made of besides its place among the leaves. */
export interface ScannedBlock {
  readonly source: string;
  readonly context: InlineContext;
  readonly type: Block['type'];
  readonly kind: string;
  readonly range: Range;
  readonly leafFrom: number;
  readonly children?: readonly Block[];
}

/** A block whose words are read only when its node is asked for. A copy would ask for it, and most blocks never need it. */
export function scannedBlock({ source, context, type, kind, range, leafFrom, children = [] }: ScannedBlock): Block {
  const { start, end } = range;
  const words = { start, end };
  let node: Block['node'] | undefined;
  return {
    type,
    kind,
    start,
    end,
    words,
    leafFrom,
    leafTo: leafFrom + Math.max(1, children.length),
    children,
    get node() {
      node ??= inlineNode(source, words, context);
      return node;
    },
  };
}

/** Where the words of a heading end: before the marks that close it. */
export function closedHeading(source: string, from: number, to: number): number {
  const end = trimmedEnd(source, from, to);
  let at = end;
  while (at > from && source.charCodeAt(at - 1) === 0x23) at -= 1;
  if (at === end) return end;
  const code = source.charCodeAt(at - 1);
  return at === from || code === 0x20 || code === 0x09 ? trimmedEnd(source, from, at) : end;
}

/** Where a part of a text ends without the white space at its end. */
export function trimmedEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[ \t\r\n]/.test(source[end - 1] as string)) end -= 1;
  return end;
}
