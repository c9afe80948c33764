import { expect } from 'vitest';
import { type ReadOptions, readWord, type WordReading } from '../../src/word/read-word.ts';
import type { WordBlock, WordInline } from '../../src/word/word-document.ts';
import { type HandmadeParts, handmadeFile } from './word-file.ts';

type Readable = Extract<WordReading, { ok: true }>;

/** Reads a file that must be readable. */
export function readable(bytes: Uint8Array, revisions: ReadOptions['revisions'] = 'accept'): Readable {
  const reading = readWord(bytes, { revisions });
  expect(reading).toMatchObject({ ok: true });
  return reading as Readable;
}

/** Reads parts made by hand; a string is the body alone. */
export function readParts(made: HandmadeParts | string, revisions: ReadOptions['revisions'] = 'accept'): Readable {
  return readable(handmadeFile(typeof made === 'string' ? { body: made } : made), revisions);
}

/** The message of a file that must be refused. */
export function refusal(bytes: Uint8Array): string {
  const reading = readWord(bytes, { revisions: 'accept' });
  expect(reading).toMatchObject({ ok: false });
  return reading.ok ? '' : reading.message;
}

/** The text of a document, one line a paragraph, with its automatic number before it. */
export function lines(blocks: readonly WordBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return lines(block.blocks);
    if (block.type === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => lines(cell.blocks)));
    const text = textOf(block.children);
    return [block.numbering ? `${block.numbering.text} ${text}` : text];
  });
}

/** The text of inline content. */
export function textOf(inlines: readonly WordInline[]): string {
  return inlines.map((one) => (one.type === 'run' ? one.text : 'children' in one ? textOf(one.children) : '')).join('');
}
