import type { ShownBlock } from '../../src/verify/shown-blocks.ts';
import { readWord } from '../../src/word/read-word.ts';
import type { WordBlock, WordDocument, WordInline, WordParagraph } from '../../src/word/word-document.ts';
import type { Judge } from './judge.ts';

/** The reader of this project, by which Word files that come back are carried into the text. */
export const ownReader: Judge = {
  name: 'the reader of this project',
  installed: true,
  blind: {},
  judge: async (files) => files.map((file) => ({ after: shownIn(file, 'accept'), before: shownIn(file, 'reject') })),
};

function shownIn(file: Uint8Array, revisions: 'accept' | 'reject'): readonly ShownBlock[] {
  const reading = readWord(file, { revisions });
  if (!reading.ok) throw new Error(reading.message);
  return shown(reading.document);
}

function shown({ blocks, footnotes }: WordDocument): readonly ShownBlock[] {
  const notes = footnotes.flatMap((note) => note.blocks.flatMap(shownBlock));
  return [...withoutEmptyEnd(blocks.flatMap(shownBlock)), ...notes.map(({ text }) => ({ type: 'footnote', text }))];
}

// A body ends with a paragraph, even where nothing of it is left after a table that came or went.
function withoutEmptyEnd(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  return blocks.at(-1)?.text === '' ? blocks.slice(0, -1) : blocks;
}

function shownBlock(block: WordBlock): readonly ShownBlock[] {
  if (block.type === 'container') return block.blocks.flatMap(shownBlock);
  if (block.type === 'paragraph') return [{ type: typeOf(block), text: wordsOf(block.children) }];
  return block.rows.flatMap((row) =>
    row.cells.map(({ blocks }) => ({
      type: 'cell',
      text: blocks
        .flatMap(shownBlock)
        .map(({ text }) => text)
        .join('\n'),
    })),
  );
}

function typeOf({ style, inField, outlineLevel }: WordParagraph): string {
  if (style === 'TOCHeading') return 'contents';
  if (inField?.startsWith('TOC ')) return `contents ${/^TOC(\d)$/.exec(style)?.[1] ?? 'end'}`;
  return outlineLevel ? 'heading' : 'paragraph';
}

function wordsOf(inlines: readonly WordInline[]): string {
  return inlines
    .map((one) => {
      if (one.type === 'run') return one.text;
      if (one.type === 'note-reference') return one.label ?? '';
      return 'children' in one ? wordsOf(one.children) : '';
    })
    .join('');
}
