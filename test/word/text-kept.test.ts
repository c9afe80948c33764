import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord, type WordReading } from '../../src/word/read-word.ts';
import type { WordBlock, WordInline } from '../../src/word/word-document.ts';
import { madeBody, printMade, wordsOf } from './generate-xml.ts';
import { handmadeFile } from './word-file.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.RUNS ?? 60);

/** Every word that the reader gives, in the document and in what is told. */
function givenText(reading: WordReading): string {
  if (!reading.ok) throw new Error(reading.message);
  const { document, told } = reading;
  const { blocks, footnotes, comments, header = [], footer = [] } = document;
  const stories = [
    blocks,
    header,
    footer,
    ...footnotes.map((note) => note.blocks),
    ...comments.map((one) => one.paragraphs),
  ];
  return [...stories.map(textOfBlocks), ...told.map(({ text = '' }) => text)].join('\n');
}

function textOfBlocks(blocks: readonly WordBlock[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'container') return textOfBlocks(block.blocks);
      if (block.type === 'table')
        return block.rows.map((row) => row.cells.map((cell) => textOfBlocks(cell.blocks)).join('\n')).join('\n');
      return textOfInlines(block.children);
    })
    .join('\n');
}

function textOfInlines(inlines: readonly WordInline[]): string {
  return inlines
    .map((one) => {
      if (one.type === 'run') return one.text;
      if (one.type === 'note-reference') return one.label ?? '';
      return 'children' in one ? textOfInlines(one.children) : '';
    })
    .join('');
}

describe('no text is lost', () => {
  const sides = ['accept', 'reject', 'both'] as const;

  it.each(sides)(`and none is given twice, whatever stands in what (%s, seed ${seed})`, (side) => {
    fc.assert(
      fc.property(madeBody, (body) => {
        const given = givenText(
          readWord(handmadeFile({ body: printMade({ ...body, name: 'w:customXml' }) }), { revisions: side }),
        );
        const found = given.match(/t\d+\./g) ?? [];
        const { must, may } = wordsOf(body, side);
        expect(found.filter((word) => !may.includes(word)).sort()).toEqual([...must].sort());
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed, numRuns },
    );
  });
});
