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
  readonly checkbox?: Range | undefined;
}

/** A block whose words are read only when its node is asked for: most blocks never need it. No copy of it has a node. */
class LazyBlock implements Block {
  readonly type: Block['type'];
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly words: Range;
  readonly leafFrom: number;
  readonly leafTo: number;
  readonly children: readonly Block[];
  readonly checkbox?: Range;
  readonly #source: string;
  readonly #context: InlineContext;
  #node: Block['node'] | undefined;

  constructor({ source, context, type, kind, range, leafFrom, children = [], checkbox }: ScannedBlock) {
    this.type = type;
    this.kind = kind;
    this.start = range.start;
    this.end = range.end;
    this.words = range;
    this.leafFrom = leafFrom;
    this.leafTo = leafFrom + Math.max(1, children.length);
    this.children = children;
    if (checkbox) this.checkbox = checkbox;
    this.#source = source;
    this.#context = context;
  }

  get node(): Block['node'] {
    this.#node ??= inlineNode(this.#source, this.words, this.#context);
    return this.#node;
  }

  /** A part of its words as a block of its own. */
  part(range: Range): Block {
    const { type, kind, leafFrom } = this;
    return new LazyBlock({ source: this.#source, context: this.#context, type, kind, range, leafFrom });
  }
}

/** Makes a block of what was scanned. */
export function scannedBlock(parts: ScannedBlock): Block {
  return new LazyBlock(parts);
}

/** A part of the words of a block: read by itself where the block was scanned, else the block. */
export function partOfBlock(block: Block, range: Range): Block {
  return block instanceof LazyBlock ? block.part(range) : block;
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
  while (end > from && isWhite(source.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isWhite(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
