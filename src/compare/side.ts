import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import { type Block, type Outline, outlineDocument } from './outline.ts';
import { type Token, tokenizeLeaf } from './tokens.ts';

/** A part of a text that is paired as one with a part of the other text: a table's row, or any other leaf's words. */
export interface Unit extends Range {
  readonly block: Block;
}

/** One of the two texts, with all that the stages of the comparison ask about it. */
export interface Side {
  readonly source: string;
  readonly outline: Outline;
  /** In order; none is empty, and none overlaps another. */
  readonly units: readonly Unit[];
  /** Tokens of leaves already cut, by index of the leaf. */
  readonly tokenized: Map<number, readonly Token[]>;
  /** Its blocks were read line by line, and their words are parsed only where they are cut into tokens. */
  readonly scanned: boolean;
}

/** Takes one document as a side of the comparison. */
export function sideOf(document: Document): Side {
  return sideOfOutline(document.source, outlineDocument(document.tree, document.source), false);
}

/** A side of the comparison over the blocks of a text, or of a part of it. */
export function sideOfOutline(source: string, outline: Outline, scanned: boolean): Side {
  const units: Unit[] = [];
  collectUnits(outline.blocks, units);
  return { source, outline, units, tokenized: new Map(), scanned };
}

function collectUnits(blocks: readonly Block[], units: Unit[]): void {
  for (const block of blocks) {
    const { start, end } = block.children.length === 0 ? block.words : block;
    if (block.type === 'row' || block.children.length === 0) {
      if (start < end) units.push({ block, start, end });
    } else collectUnits(block.children, units);
  }
}

/** The units that stand in a range, cut to it. */
export function unitsIn(side: Side, range: Range): readonly Unit[] {
  const units: Unit[] = [];
  for (let index = firstEndingAfter(side.units, range.start); index < side.units.length; index += 1) {
    const unit = side.units[index] as Unit;
    if (unit.start >= range.end) break;
    const start = Math.max(unit.start, range.start);
    const end = Math.min(unit.end, range.end);
    units.push(start === unit.start && end === unit.end ? unit : { block: unit.block, start, end });
  }
  return units;
}

/** The index of the leaf whose words reach over an offset or touch it, or -1. */
export function leafAt(side: Side, offset: number): number {
  const { leaves } = side.outline;
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[middle] as Block).words.end < offset) low = middle + 1;
    else high = middle;
  }
  const leaf = leaves[low];
  return leaf && leaf.words.start <= offset ? low : -1;
}

/** All tokens of a leaf, cut once. */
export function tokensOf(side: Side, leafIndex: number): readonly Token[] {
  const known = side.tokenized.get(leafIndex);
  if (known) return known;
  const leaf = side.outline.leaves[leafIndex];
  const tokens = leaf ? tokenizeLeaf(side.source, leaf) : [];
  side.tokenized.set(leafIndex, tokens);
  return tokens;
}

/** The tokens of a leaf that stand in a range, cut to it; mates outside the range are forgotten. */
export function tokensIn(side: Side, leafIndex: number, range: Range): readonly Token[] {
  const tokens = tokensOf(side, leafIndex);
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first && last && first.start >= range.start && last.end <= range.end) return tokens;
  const from = firstEndingAfter(tokens, range.start);
  const found: Token[] = [];
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.start >= range.end) break;
    found.push(cutToken(token, range, side.source));
  }
  if (from === 0 && found.length === tokens.length) return found;
  return found.map((token) => {
    if (token.mate === undefined) return token;
    const { mate, ...alone } = token;
    const place = mate - from;
    return place >= 0 && place < found.length ? { ...alone, mate: place } : alone;
  });
}

function cutToken(token: Token, range: Range, source: string): Token {
  if (token.start >= range.start && token.end <= range.end) return token;
  const start = Math.max(token.start, range.start);
  const end = Math.min(token.end, range.end);
  return { ...token, start, end, key: `part ${source.slice(start, end)}` };
}
