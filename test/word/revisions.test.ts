import * as docxodus from 'docxodus/core';
import { describe, expect, it } from 'vitest';
import type { WordBlock, WordParagraph } from '../../src/word/word-document.ts';
import { family, level, list } from './numbering-cases.ts';
import { lines, readable, readParts, textOf } from './reading.ts';
import { deleted, inserted, paragraph, type RevisionCase, revisionCases, text } from './revision-cases.ts';
import { handmadeFile } from './word-file.ts';

const styles = ['A', 'B', 'C', 'D']
  .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
  .join('');

const fileOf = ({ body }: RevisionCase) => handmadeFile({ body, styles });

/** A line for each paragraph or row, as the cases write them. */
function shown(blocks: readonly WordBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return shown(block.blocks);
    if (block.type === 'paragraph') return [`${block.style}: ${textOf(block.children)}`];
    return block.rows.map((row) => row.cells.map((cell) => `[${shown(cell.blocks).join('')}]`).join(''));
  });
}

describe('tracked changes, all accepted and all rejected', () => {
  it.each(revisionCases)('$claim', (one) => {
    expect(shown(readable(fileOf(one), 'accept').document.blocks)).toEqual(one.accepted);
    expect(shown(readable(fileOf(one), 'reject').document.blocks)).toEqual(one.rejected);
  });

  it('give what docxodus makes of them', async () => {
    await docxodus.initialize();
    for (const one of revisionCases) {
      const [accepted, rejected] = [
        await docxodus.docxDiffAcceptRevisions(fileOf(one)),
        await docxodus.docxDiffRejectRevisions(fileOf(one)),
      ];
      expect({
        claim: one.claim,
        accepted: shown(readable(accepted, 'both').document.blocks),
        rejected: shown(readable(rejected, 'both').document.blocks),
      }).toEqual({
        claim: one.claim,
        accepted: one.docxodus?.accepted ?? one.accepted,
        rejected: one.docxodus?.rejected ?? one.rejected,
      });
    }
  });
});

const only = (blocks: readonly WordBlock[]): WordParagraph => {
  expect(blocks).toHaveLength(1);
  return blocks[0] as WordParagraph;
};

const by = { author: 'A Drafter', date: '2026-01-31T00:00:00Z' };
const authorship = 'w:id="9" w:author="A Drafter" w:date="2026-01-31T00:00:00Z"';

describe('tracked changes as they stand', () => {
  it('mark words with who changed them, and when', () => {
    const { document } = readParts(
      paragraph('A', text('via ') + deleted('the Internet') + inserted('a DCC Gateway')),
      'both',
    );
    expect(only(document.blocks).children).toEqual([
      { type: 'run', text: 'via ' },
      { type: 'run', text: 'the Internet', revision: { type: 'deleted', ...by } },
      { type: 'run', text: 'a DCC Gateway', revision: { type: 'inserted', ...by } },
    ]);
  });

  it('mark the end of a paragraph', () => {
    const { document } = readParts(paragraph('A', text('one'), 'ins') + paragraph('A', text('two')), 'both');
    expect(document.blocks).toMatchObject([{ mark: { type: 'inserted', ...by } }, { type: 'paragraph' }]);
    expect(document.blocks[1]).not.toHaveProperty('mark');
  });

  it('pair the two ends of a move by its name', () => {
    const range = (kind: string, id: number, name: string, content: string) =>
      `<w:move${kind}RangeStart w:id="${id}" w:name="${name}"/><w:move${kind} ${authorship}>${text(content)}</w:move${kind}><w:move${kind}RangeEnd w:id="${id}"/>`;
    const body = paragraph(
      'A',
      range('From', 1, 'm1', 'a') + range('From', 2, 'm2', 'b') + range('To', 3, 'm2', 'b') + range('To', 4, 'm1', 'a'),
    );
    expect(only(readParts(body, 'both').document.blocks).children).toMatchObject([
      { text: 'a', revision: { type: 'moved-from', move: 1 } },
      { text: 'b', revision: { type: 'moved-from', move: 2 } },
      { text: 'b', revision: { type: 'moved-to', move: 2 } },
      { text: 'a', revision: { type: 'moved-to', move: 1 } },
    ]);
  });

  it('say what a run and a paragraph were set in before', () => {
    const run = `<w:r><w:rPr><w:b/><w:rPrChange ${authorship}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>`;
    const body = paragraph(
      'B',
      run,
      '',
      `<w:pPrChange ${authorship}><w:pPr><w:pStyle w:val="A"/></w:pPr></w:pPrChange>`,
    );
    const found = only(readParts({ body, styles }, 'both').document.blocks);
    expect(found).toMatchObject({ style: 'B', styleBefore: { style: 'A', ...by } });
    expect(found.children).toEqual([{ type: 'run', text: 'x', bold: true, before: { italic: true, ...by } }]);
  });

  it('mark rows and cells', () => {
    const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph('A', text('x'))}</w:tc>`;
    const body = `<w:tbl><w:tr><w:trPr><w:del ${authorship}/></w:trPr>${cell('')}</w:tr><w:tr>${cell(`<w:cellIns ${authorship}/>`)}</w:tr></w:tbl>`;
    expect(readParts(body, 'both').document.blocks).toMatchObject([
      { rows: [{ revision: { type: 'deleted', ...by } }, { cells: [{ revision: { type: 'inserted', ...by } }] }] },
    ]);
  });

  it('tell of the unseen sign that LibreOffice sets into a row that comes or goes, and no words hold it', () => {
    const cell = `<w:tc>${paragraph('A', inserted('new') + inserted('\u200d'))}</w:tc>`;
    const row = `<w:tr><w:trPr><w:ins ${authorship}/></w:trPr>${cell}</w:tr>`;
    const { document, told } = readParts(`<w:tbl>${row}</w:tbl>${paragraph('A', text('\u200d') + inserted('\u200d'))}`);
    expect(lines(document.blocks)).toEqual(['new', '\u200d\u200d']);
    expect(told).toEqual([
      {
        what: 'an unseen sign, by which LibreOffice knows a row that came or went',
        where: 'table 1, row 1, cell 1',
        text: '\u200d',
      },
    ]);
  });

  it('tell of words that were inserted and deleted again, which are in neither text', () => {
    const never = `<w:ins ${authorship}><w:del ${authorship}><w:r><w:delText>never</w:delText></w:r></w:del></w:ins>`;
    const { document, told } = readParts(paragraph('A', text('one') + never), 'both');
    expect(lines(document.blocks)).toEqual(['one']);
    expect(told).toEqual([{ what: 'words that were inserted and deleted again', where: 'paragraph 1', text: 'never' }]);
  });

  it('are told apart from what was set in another way, when they are rejected', () => {
    const run = `<w:r><w:rPr><w:b/><w:rPrChange ${authorship}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>`;
    const found = (side: 'accept' | 'reject') => only(readParts(paragraph('A', run), side).document.blocks).children;
    expect(found('accept')).toEqual([{ type: 'run', text: 'x', bold: true }]);
    expect(found('reject')).toEqual([{ type: 'run', text: 'x', italic: true }]);
  });
});

describe('numbers among tracked changes', () => {
  const numbering = family(0, level(0, 'decimal', '%1.')) + list(1, 0);
  const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const numbered = (content: string, mark = '') => paragraph('A', content, mark, numPr);
  const body =
    numbered(text('one')) +
    numbered(deleted('old'), 'del') +
    numbered(inserted('new'), 'ins') +
    numbered(inserted('newer'), 'ins') +
    numbered(text('last'));

  it('count what is there when all are accepted', () => {
    expect(lines(readParts({ body, numbering }, 'accept').document.blocks)).toEqual([
      '1. one',
      '2. new',
      '3. newer',
      '4. last',
    ]);
  });

  it('count what is there when all are rejected', () => {
    expect(lines(readParts({ body, numbering }, 'reject').document.blocks)).toEqual(['1. one', '2. old', '3. last']);
  });

  it('count, as they stand, each on its side', () => {
    expect(lines(readParts({ body, numbering }, 'both').document.blocks)).toEqual([
      '1. one',
      '2. old',
      '2. new',
      '3. newer',
      '4. last',
    ]);
  });

  it('go where only the numbering of a paragraph was changed', () => {
    const change = (then: string) =>
      `<w:pPrChange ${authorship}><w:pPr><w:pStyle w:val="A"/>${then}</w:pPr></w:pPrChange>`;
    const changed =
      numbered(text('one')) +
      paragraph('A', text('two'), '', change(numPr)) +
      paragraph('A', text('three'), '', numPr + change(''));
    expect(lines(readParts({ body: changed, numbering }, 'accept').document.blocks)).toEqual([
      '1. one',
      'two',
      '2. three',
    ]);
    expect(lines(readParts({ body: changed, numbering }, 'reject').document.blocks)).toEqual([
      '1. one',
      '2. two',
      'three',
    ]);
  });

  it('come with an inserted numbering', () => {
    const withMark = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins ${authorship}/></w:numPr>`;
    const given = paragraph('A', text('one'), '', withMark);
    expect(lines(readParts({ body: given, numbering }, 'accept').document.blocks)).toEqual(['1. one']);
    expect(lines(readParts({ body: given, numbering }, 'reject').document.blocks)).toEqual(['one']);
  });
});

describe('notes and comments among tracked changes', () => {
  const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, content: string) => `<w:footnote w:id="${id}"><w:p>${content}</w:p></w:footnote>`;

  it('leave out a note whose call is left out', () => {
    const made = {
      body: paragraph('A', `${text('x')}<w:del ${authorship}>${call(2)}</w:del>${call(3)}`),
      footnotes: note(2, text('old')) + note(3, text('stays')),
    };
    const accepted = readParts(made, 'accept');
    expect(accepted.document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([['stays']]);
    expect(accepted.told).toEqual([]);
    expect(readParts(made, 'reject').document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([
      ['old'],
      ['stays'],
    ]);
  });

  it('read the text of a note on its side', () => {
    const made = { body: paragraph('A', call(2)), footnotes: note(2, deleted('old') + inserted('new')) };
    expect(readParts(made, 'accept').document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([['new']]);
    expect(readParts(made, 'reject').document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([['old']]);
  });
});
