import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Revision, WordBlock, WordDocument, WordInline } from '../../src/word/word-document.ts';
import { writeWord } from '../../src/word/write-word.ts';
import { compared, expectedBlocks } from '../judges/expected-blocks.ts';
import { wordDocument } from '../judges/generate-word.ts';
import { readable } from './reading.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const documents = fc.sample(wordDocument, { numRuns: Number(process.env.RUNS ?? 25), seed });

/** The words of each block on one side. Which of them are headings is not asked: a block that is joined has the style of another. */
function words(document: WordDocument, side: 'before' | 'after'): readonly string[] {
  const shown = expectedBlocks(document, side, {}).map(({ type, text }) => ({
    type: type === 'cell' ? 'cell' : 'words',
    text,
  }));
  // A body ends with a paragraph, even where nothing of it is left; no block that is made is empty.
  return compared(shown, {}).filter((line) => line !== 'words ');
}

/** Every tracked change of words, in reading order: what it is, of which move, and who made it. */
function revisions(blocks: readonly WordBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return revisions(block.blocks);
    if (block.type === 'paragraph') return block.children.flatMap(revisionsIn);
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => revisions(cell.blocks)));
  });
}

function revisionsIn(inline: WordInline): readonly string[] {
  if ('children' in inline) return inline.children.flatMap(revisionsIn);
  return inline.type === 'run' && inline.revision ? [`${printRevision(inline.revision)}: ${inline.text}`] : [];
}

const printRevision = ({ type, author, date = '' }: Revision) => `${type} ${author} ${date}`;

describe(`a file that was written here (seed ${seed})`, () => {
  it('says both its texts when its changes are read as they stand', () => {
    for (const document of documents) {
      const read = readable(writeWord(document), 'both').document;
      for (const side of ['before', 'after'] as const) expect(words(read, side)).toEqual(words(document, side));
    }
  });

  it('is read without anything to tell', () => {
    for (const document of documents) {
      for (const side of ['accept', 'reject', 'both'] as const) {
        expect(readable(writeWord(document), side).told).toEqual([]);
      }
    }
  });

  it('keeps who changed what, and what it says of itself', () => {
    for (const document of documents) {
      const file = writeWord(document);
      const read = readable(file, 'both').document;
      // What was read is written again as it was: the second reading cannot differ from the first.
      expect(revisions(readable(writeWord(read), 'both').document.blocks)).toEqual(revisions(read.blocks));
      expect(read.properties).toMatchObject(document.properties);
      expect(read.comments).toMatchObject(document.comments.map(({ author, initials }) => ({ author, initials })));
    }
  });
});
