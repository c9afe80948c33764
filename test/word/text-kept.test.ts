import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord, type WordReading } from '../../src/word/read-word.ts';
import type { WordBlock, WordInline } from '../../src/word/word-document.ts';
import { madeBody, printMade, wordsOf } from './generate-xml.ts';
import { handmadeFile, namespaces } from './word-file.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.RUNS ?? 100);

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

// Sampled and not shrunk: a body that fails is small enough to be looked at, and to shrink one takes minutes.
const bodies = fc.sample(madeBody, { seed, numRuns });

describe('no text is lost', () => {
  it.each(['accept', 'reject', 'both'] as const)(
    `and none is given twice, whatever stands in what (%s, seed ${seed})`,
    (side) => {
      for (const body of bodies) {
        const xml = printMade({ ...body, name: 'w:customXml' });
        const given = givenText(readWord(handmadeFile({ body: xml }), { revisions: side })).match(/t\d+\./g) ?? [];
        const { must, may } = wordsOf(body, side);
        const found = given.filter((word) => !may.includes(word));
        expect({ xml, words: found.sort() }).toEqual({ xml, words: [...must].sort() });
        expect(new Set(given).size).toBe(given.length);
      }
    },
  );

  it(`in footnotes, endnotes, comments and headers (seed ${seed})`, () => {
    const call = '<w:p><w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>';
    const section = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>';
    const relationships =
      '<Relationship Id="h" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="h.xml"/>';
    for (const body of bodies.slice(0, 30)) {
      const xml = printMade({ ...body, name: 'w:customXml' });
      const { must } = wordsOf(body, 'both');
      const stories = [
        { body: call, footnotes: `<w:footnote w:id="2">${xml}</w:footnote>` },
        { body: '', footnotes: `<w:footnote w:id="2">${xml}</w:footnote>` },
        { body: call, endnotes: `<w:endnote w:id="2">${xml}</w:endnote>` },
        { body: '', comments: `<w:comment w:id="1">${xml}</w:comment>` },
        { body: section, relationships, further: { 'word/h.xml': `<w:hdr ${namespaces}>${xml}</w:hdr>` } },
      ];
      for (const story of stories) {
        const given: readonly string[] =
          givenText(readWord(handmadeFile(story), { revisions: 'both' })).match(/t\d+\./g) ?? [];
        expect({ xml, lost: must.filter((word) => !given.includes(word)) }).toEqual({ xml, lost: [] });
      }
    }
  });
});
