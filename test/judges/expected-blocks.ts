import type { Side } from '../../src/verify/read-html.ts';
import type { ShownBlock } from '../../src/verify/shown-blocks.ts';
import type { Revision, WordBlock, WordDocument, WordInline, WordParagraph } from '../../src/word/word-document.ts';
import { carriedText } from '../../src/word/write-xml.ts';
import type { Blindness } from './judge.ts';

/** What a Word document says on one side, by what its data mean: the blocks that every judge must give. */
export function expectedBlocks(document: WordDocument, side: Side, blind: Blindness): readonly ShownBlock[] {
  const reading: Reading = { side, blind, calls: [] };
  const blocks = blocksOf(document.blocks, reading);
  const notes = reading.calls.flatMap((id) => document.footnotes.find((note) => note.id === id)?.blocks ?? []);
  return [...blocks, ...blocksOf(notes, reading).map(({ text }) => ({ type: 'footnote', text }))];
}

interface Reading {
  readonly side: Side;
  readonly blind: Blindness;
  /** The footnotes called, in order. */
  readonly calls: number[];
}

function isThere(revision: Revision | undefined, side: Side): boolean {
  if (!revision) return true;
  const removed = revision.type === 'deleted' || revision.type === 'moved-from';
  return removed === (side === 'before');
}

type Leaf = WordParagraph | Extract<WordBlock, { readonly type: 'table' }>;

function leavesOf(block: WordBlock): readonly Leaf[] {
  return block.type === 'container' ? block.blocks.flatMap(leavesOf) : [block];
}

function blocksOf(blocks: readonly WordBlock[], reading: Reading): readonly ShownBlock[] {
  const shown: ShownBlock[] = [];
  let joining: string | undefined;
  const end = () => {
    if (joining !== undefined) shown.push({ type: 'paragraph', text: joining });
    joining = undefined;
  };
  for (const leaf of blocks.flatMap(leavesOf)) {
    if (leaf.type === 'table') {
      end();
      for (const { revision, cells } of leaf.rows) {
        if (!isThere(revision, reading.side)) continue;
        for (const cell of cells) {
          if (!isThere(cell.revision, reading.side)) continue;
          const texts = blocksOf(cell.blocks, reading).map(({ text }) => text);
          shown.push({ type: 'cell', text: texts.join('\n') });
        }
      }
      continue;
    }
    const text = leaf.children.map((child) => wordsOf(child, reading)).join('');
    if (isWhollyAbsent(leaf, reading.side)) continue;
    if (!isThere(leaf.mark, reading.side)) {
      joining = (joining ?? '') + text;
      continue;
    }
    shown.push({ type: typeOf(leaf), text: (joining ?? '') + text });
    joining = undefined;
  }
  end();
  return shown;
}

function typeOf({ style }: WordParagraph): string {
  const level = /^TOC(\d)$/.exec(style)?.[1];
  if (level !== undefined) return `contents ${level}`;
  return style === 'TOCHeading' ? 'contents' : /^Heading/.test(style) ? 'heading' : 'paragraph';
}

// A paragraph that came or went with all its words, not one that was only parted from the next.
function isWhollyAbsent({ mark, children }: WordParagraph, side: Side): boolean {
  return !isThere(mark, side) && children.every((child) => isAbsent(child, side));
}

function isAbsent(inline: WordInline, side: Side): boolean {
  if ('children' in inline) return inline.children.every((child) => isAbsent(child, side));
  if (inline.type === 'run' || inline.type === 'note-reference') return !isThere(inline.revision, side);
  return true;
}

function wordsOf(inline: WordInline, reading: Reading): string {
  if ('children' in inline) return inline.children.map((child) => wordsOf(child, reading)).join('');
  if (inline.type === 'run') return isThere(inline.revision, reading.side) ? carriedText(inline.text) : '';
  if (inline.type !== 'note-reference' || !isThere(inline.revision, reading.side)) return '';
  reading.calls.push(inline.footnote);
  return reading.blind.noteLabels ? '' : (inline.label ?? '');
}

/**
 * Blocks as they are compared: white space runs together, for pandoc keeps none, but for the ends of paragraphs in a cell. Of a judge that
 * keeps the cells or headings that went, the empty ones are left out on both sides. So are, for all, the empty paragraphs beside
 * a table and at either end of the document, where Word itself needs one if a table stands or stood there, and the one that ends the
 * contents. These come first.
 */
export function compared(blocks: readonly ShownBlock[], blind: Blindness): readonly string[] {
  const plain = blocks.map(({ type, text }) => {
    const lines = type === 'cell' ? text.split('\n') : [text];
    return { type, text: lines.map((line) => line.replace(/\s+/gu, ' ').trim()).join('\n') };
  });
  const isFull = ({ type, text }: ShownBlock) => type !== 'footnote' && (text !== '' || type === 'cell');
  const inside = (index: number) => index >= plain.findIndex(isFull) && index <= plain.findLastIndex(isFull);
  const full = plain.filter(({ type, text }, index) => {
    if (text !== '' || type === 'footnote') return true;
    if (isContents(type) || isContents(plain[index - 1]?.type)) return false;
    if (type === 'cell') return !blind.keepsEmptyCells;
    if (type === 'heading' && blind.keepsEmptyHeadings) return false;
    return inside(index) && plain[index - 1]?.type !== 'cell' && plain[index + 1]?.type !== 'cell';
  });
  return [...full.filter(({ type }) => isContents(type)), ...full.filter(({ type }) => !isContents(type))].map(
    ({ type, text }) => `${blind.contentsLevels && isContents(type) ? 'contents' : type} ${text}`,
  );
}

function isContents(type = ''): boolean {
  return type.startsWith('contents');
}

/** Where two lists of compared blocks first differ, with what stands around; undefined where they are the same. */
export function difference(expected: readonly string[], found: readonly string[]): object | undefined {
  const at = expected.findIndex((block, index) => block !== found[index]);
  if (at < 0 && expected.length === found.length) return undefined;
  const from = Math.max(0, (at < 0 ? expected.length : at) - 1);
  return { block: from + 2, expected: expected.slice(from, from + 4), found: found.slice(from, from + 4) };
}
