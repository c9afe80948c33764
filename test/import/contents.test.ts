import { describe, expect, it } from 'vitest';
import { importWord } from '../../src/import/import-word.ts';
import type { WordBlock } from '../../src/word/word-document.ts';
import { handmadeFile } from '../word/word-file.ts';
import { exported } from './edit-word.ts';
import { heading, imported, lines, paragraph, plain, table } from './word.ts';

const text = [heading(1, '5\tSubscribers'), plain('Words.'), heading(2, '5.1\tRoutes'), plain('More words.')];
const markdown = lines('# 5 Subscribers', '', 'Words.', '', '## 5.1 Routes', '', 'More words.', '');

/** Entries in a field of contents. */
const entry = (level: number, words: string, instruction = 'TOC \\o "1-3" \\h \\z \\u') =>
  paragraph(`toc ${level}`, words, { inField: instruction });

const control = (...blocks: readonly WordBlock[]): WordBlock => ({
  type: 'container',
  tag: 'Table of Contents',
  blocks,
});

describe('contents', () => {
  it('are left out and told in one line, with their place, their number of entries and their text', () => {
    const contents = [paragraph('toc heading', 'Contents'), entry(1, '5\tSubscribers\t3'), entry(2, '5.1\tRoutes\t14')];
    expect(imported(...contents, ...text)).toMatchObject({
      markdown,
      told: [
        {
          what: 'a table of contents of 2 entries, left out',
          where: 'paragraphs 1 to 3',
          text: 'Contents\n5\tSubscribers\t3\n5.1\tRoutes\t14',
        },
      ],
    });
  });

  it('are known by the styles of their entries alone, where no field is left', () => {
    const { markdown: found, told } = imported(paragraph('toc 1', '5 Subscribers......3'), ...text);
    expect(found).toBe(markdown);
    expect(told.map(({ what, where }) => [what, where])).toEqual([
      ['a table of contents of 1 entry, left out', 'paragraph 1'],
    ]);
  });

  it('take what stands above the entries in their control for their title, whatever its style', () => {
    const { markdown: found, told } = imported(control(heading(1, 'Index'), entry(1, '5 Subscribers\t3')), ...text);
    expect(found).toBe(markdown);
    expect(told).toMatchObject([{ text: 'Index\n5 Subscribers\t3' }]);
  });

  it('do not take the words that somebody typed below them in their control', () => {
    const { markdown: found } = imported(control(entry(1, '5 Subscribers\t3'), plain('Preface.')), ...text);
    expect(found).toBe(`Preface.\n\n${markdown}`);
  });

  it('do not take a control of that name that holds no entry', () => {
    const { markdown: found, told } = imported(control(plain('Preface.'), table(['a'], ['b'])), ...text);
    expect(found).toContain('Preface.');
    expect(found).toContain('| a |');
    expect(told).toEqual([]);
  });

  it('are told by a further line where an entry says what no heading says', () => {
    const { told } = imported(entry(1, '5\tApplicants\t3'), entry(2, '5.1\tRoutes\t4'), ...text);
    expect(told).toMatchObject([
      { what: 'a table of contents of 2 entries, left out' },
      { what: expect.stringMatching(/^contents that say in 1 entry what no heading says: /), text: '5\tApplicants\t3' },
    ]);
  });

  it('are not asked for headings where they list captions', () => {
    const { told } = imported(entry(1, 'Figure 1 A route\t9', 'TOC \\h \\z \\c "Figure"'), ...text);
    expect(told.map(({ what }) => what)).toEqual(['a table of figures or tables of 1 entry, left out']);
  });

  it('are told without the entries that say a heading, word for word, for these are in the Markdown', () => {
    const { told } = imported(entry(1, '5\tSubscribers'), entry(2, '5.1\tWays'), ...text);
    expect(told.map((one) => one.text)).toEqual([undefined, '5.1\tWays']);
  });

  it('are not told where they say what the headings say and nothing besides', () => {
    const contents = [paragraph('toc heading', 'Contents'), entry(1, '5\tSubscribers'), entry(2, '5.1\tRoutes')];
    expect(imported(control(...contents), ...text)).toMatchObject({ markdown, told: [] });
  });

  it.each<[string, readonly WordBlock[]]>([
    ['a heading of their levels is missing', [entry(1, '5\tSubscribers'), entry(1, '5\tSubscribers')]],
    ['they are in another order', [entry(2, '5.1\tRoutes'), entry(1, '5\tSubscribers')]],
    ['another title stands above them', [paragraph('toc heading', 'Index'), entry(1, '5\tSubscribers')]],
  ])('are told where %s', (_, contents) => {
    expect(imported(...contents, ...text).told).toHaveLength(1);
  });

  it('of this project come back without a line', () => {
    const result = importWord(exported(markdown));
    expect(result).toMatchObject({ ok: true, markdown, told: [] });
  });

  it('as Word writes them are told with their numbers of pages, and nothing of the text is lost', () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    const words = (said: string) => run(`<w:t xml:space="preserve">${said}</w:t>`);
    const character = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
    const field = (instruction: string, shown: string) =>
      character('begin') + run(`<w:instrText>${instruction}</w:instrText>`) + character('separate') + shown;
    const line = (level: number, name: string, said: string, page: number, opening = '') =>
      `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr>${opening}<w:hyperlink w:anchor="${name}">${said}` +
      `${run('<w:tab/>')}${field(` PAGEREF ${name} \\h `, words(String(page)))}${character('end')}</w:hyperlink></w:p>`;
    const styles = [
      ['TOCHeading', 'TOC Heading'],
      ['TOC1', 'toc 1'],
      ['TOC2', 'toc 2'],
      ['Heading1', 'heading 1'],
      ['Heading2', 'heading 2'],
    ]
      .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
      .join('');
    const head = (level: number, name: string, said: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
      `<w:bookmarkStart w:id="${level}" w:name="${name}"/>${said}<w:bookmarkEnd w:id="${level}"/></w:p>`;
    const tabbed = (number: string, said: string) => words(number) + run('<w:tab/>') + words(said);
    const body =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>${words('Contents')}</w:p>` +
      line(1, '_Toc1', tabbed('5', 'Subscribers'), 3, field(' TOC \\o "1-3" \\h \\z \\u ', '')) +
      line(2, '_Toc2', tabbed('5.1', 'Ways'), 14) +
      `<w:p>${character('end')}</w:p></w:sdtContent></w:sdt>` +
      head(1, '_Toc1', tabbed('5', 'Subscribers')) +
      head(2, '_Toc2', tabbed('5.1', 'Routes'));
    expect(importWord(handmadeFile({ body, styles }))).toMatchObject({
      ok: true,
      markdown: lines('# 5 Subscribers', '', '## 5.1 Routes', ''),
      told: [
        {
          what: 'a table of contents of 2 entries, left out',
          where: 'paragraphs 1 to 4',
          text: 'Contents\n5\tSubscribers\t3',
        },
        { what: expect.stringMatching(/^contents that say in 1 entry/), text: '5.1\tWays\t14' },
      ],
    });
  });
});
