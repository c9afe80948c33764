import { describe, expect, it } from 'vitest';
import { typstEngine } from '../src/cli/typst-engine.ts';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import { fitColumns } from '../src/render/pdf/column-widths.ts';
import { renderPdf } from '../src/render/pdf/render-pdf.ts';
import { partBlocks, readPdf } from '../src/verify/pdf/read-pdf.ts';
import { hasPoppler, poppler } from './poppler.ts';

const engine = typstEngine();
const pdfOf = (pack: Pack) => renderPdf(pack, engine).at(-1)?.content as Uint8Array;

const table = (...rows: readonly (readonly string[])[]) =>
  rows
    .flatMap((row, index) => (index === 0 ? [row, row.map(() => '---')] : [row]))
    .map((row) => `| ${row.join(' | ')} |\n`)
    .join('');
const heads = [
  'Step',
  'When',
  'Obligation',
  'Responsibility',
  'Authentication',
  'Interoperability',
  'Documentation',
  'Next step',
];
const long = [
  '4.1.1.1',
  'As soon as reasonably practicable following notification',
  'The kitchen shall verify the particulars, including counter-authorisation and intercommunication acknowledgements.',
  'Representative-Responsibilities Manager',
  'Authentication_Credentials/UserIdentification',
  'Telecommunications-interoperability certificate',
  'Nomination of an Authorised Cook (Uncharacteristically)',
  'Honorificabilitudinitatibus, else 4.1.1.2',
];
const eight = table(heads, long, long);
const twelve = table([...heads, ...heads.slice(1, 5)], [...long, ...long.slice(1, 5)]);
const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
const crowded = `# Tables\n\n1.1 Eight columns:\n\n${eight}\n1.2 Twelve columns:\n\n${twelve}\n1.3 In a list:\n\n- (a) eight:\n\n${indented(eight)}`;

describe('a table with more words than its columns have room for', () => {
  const bytes = pdfOf(
    comparePack(crowded, crowded.replace('acknowledgements.', 'acknowledgements and confirmations.')),
  );

  it('has the same words in its tags, however they are parted between lines', () => {
    const cells = partBlocks(readPdf(bytes).parts.at(-1) ?? [], 'before').filter(({ type }) => type === 'cell');
    const words = [...heads, ...long, ...long];
    expect(cells.map(({ text }) => text.replace(/\s+/g, ' ').trim())).toEqual([
      ...words,
      ...[...heads, ...heads.slice(1, 5), ...long, ...long.slice(1, 5)],
      ...words,
    ]);
  });

  it.runIf(hasPoppler)('has no words over those of another column', () => {
    const pages = poppler('pdftotext', bytes, '-bbox').split('<page ').slice(1);
    const overlaps = pages.flatMap((page) => {
      const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        ([, left, top, right, bottom, word]) => ({
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
          word,
        }),
      );
      return words.flatMap((one) =>
        words
          .filter(
            (other) =>
              one !== other &&
              Math.abs(one.top - other.top) < 1 &&
              one.left < other.left &&
              one.right > other.left + 0.5,
          )
          .map((other) => `${one.word} ${other.word}`),
      );
    });
    expect(pages.length).toBeGreaterThan(3);
    expect(overlaps).toEqual([]);
  });

  it('shares its page with what leads up to it, where that is in landscape', () => {
    const drawn: string[] = [];
    renderPdf(comparePack(crowded, crowded), ({ sheets }) => {
      drawn.push(sheets);
      return new Uint8Array();
    });
    const blocks = JSON.parse(drawn.at(-1) ?? '{}').parts.at(-1).blocks as {
      type: string;
      landscape?: boolean;
      lead?: { label: { pieces: unknown[] } }[];
    }[];
    const wide = blocks.filter(({ landscape }) => landscape);
    expect(wide.map(({ lead }) => lead?.map(({ label }) => label.pieces[0]))).toEqual([['1.1'], ['1.2']]);
  });
});

describe('the columns of a table', () => {
  const width = 168;
  const points = (width * 72) / 25.4;

  it('keep their words whole, in the type they were given, where there is room', () => {
    const { size, hyphenate, letters } = fitColumns([heads.slice(0, 4), long.slice(0, 4)], 4, width, 8.8);
    expect({ size, hyphenate }).toEqual({ size: 8.8, hyphenate: false });
    expect(letters[1]).toBeGreaterThanOrEqual('notification'.length);
    expect(letters[3]).toBeGreaterThanOrEqual('Representative-'.length);
  });

  it.each([1, 5, 8, 12, 30])('are never wider than the sheet: %i of them', (columns) => {
    const words = Array.from({ length: columns }, (_, column) => long[column % long.length] ?? '');
    const { widths, size } = fitColumns([words, words], columns, width, 8);
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(points + columns * 0.05);
    expect(size).toBeGreaterThanOrEqual(6.2);
  });

  it('are set smaller before their words are parted, and their words are parted before they are too small to read', () => {
    const sizes = [5, 6, 7, 8, 10].map((columns) => {
      const words = Array.from({ length: columns }, () => 'Acknowledgements of it');
      return fitColumns([words], columns, width, 8);
    });
    expect(sizes.map(({ size, hyphenate }) => `${size}${hyphenate ? ' parted' : ''}`)).toEqual([
      '8',
      '7.4',
      '7.4 parted',
      '7.4 parted',
      '6.8 parted',
    ]);
  });
});

describe.runIf(hasPoppler)('the head of a table', () => {
  const rows = (name: string, length: number) =>
    table([`Head${name}`, 'Second'], ...[1, 2].map((row) => [`Body${name}x${row}`, 'words of a row '.repeat(length)]));
  const parts = Array.from({ length: 40 }, (_, index) => {
    const lead = `1.${index + 1} Lead${index} ${'and so on '.repeat(7 + (index % 9) * 2)}:`;
    return `${lead}\n\n${rows(String(index), 3 + 9 * (index % 6))}\n`;
  });
  const text = `# Tables\n\n${parts.join('')}`;
  const all = poppler('pdftotext', pdfOf(comparePack(text, text.replace('Body0x1', 'Body0x1 new'))), '-layout').split(
    '\f',
  );
  // The pages before the text tell its changes.
  const pages = all.slice(all.findIndex((page) => page.includes('with its changes')));
  const pageOf = (words: string) => pages.findIndex((page) => new RegExp(`\\b${words}\\b`).test(page));
  const each = parts.map((_, index) => index);

  it('stands on the page of its first row', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(each.filter((index) => pageOf(`Head${index}`) !== pageOf(`Body${index}x1`))).toEqual([]);
  });

  it('stands on the page of the paragraph that leads up to it', () => {
    expect(each.filter((index) => pageOf(`Head${index}`) !== pageOf(`Lead${index}`))).toEqual([]);
  });
});
