/** Tracked changes made by hand, and what is there when all are accepted and when all are rejected. */
export interface RevisionCase {
  readonly claim: string;
  readonly body: string;
  /** A line for each paragraph: its style, a colon, its words. Cells stand in brackets. */
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];
  /** Where docxodus is known to settle it in another way: which side, and how. */
  readonly docxodus?: { readonly accepted?: readonly string[]; readonly rejected?: readonly string[] };
}

const by = 'w:id="1" w:author="A Drafter" w:date="2026-01-31T00:00:00Z"';

export const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const gone = (words: string) => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;
export const inserted = (words: string) => `<w:ins ${by}>${text(words)}</w:ins>`;
export const deleted = (words: string) => `<w:del ${by}>${gone(words)}</w:del>`;
const movedFrom = (words: string) => `<w:moveFrom ${by}>${text(words)}</w:moveFrom>`;
const movedTo = (words: string) => `<w:moveTo ${by}>${text(words)}</w:moveTo>`;

const mark = (name: string) => `<w:rPr><w:${name} ${by}/></w:rPr>`;

/** A paragraph: its style, its content and what happened to its mark. */
export const paragraph = (style: string, content: string, markName = '', further = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${further}${markName === '' ? '' : mark(markName)}</w:pPr>${content}</w:p>`;

const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
const row = (cells: string, properties = '') =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
const table = (rows: string) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows}</w:tbl>`;

const range = (kind: 'From' | 'To', id: number, content: string) =>
  `<w:move${kind}RangeStart w:id="${id}" w:name="move1" w:author="A Drafter" w:date="2026-01-31T00:00:00Z"/>${content}<w:move${kind}RangeEnd w:id="${id}"/>`;

export const revisionCases: readonly RevisionCase[] = [
  {
    claim: 'words are inserted and deleted',
    body: paragraph('A', text('via ') + deleted('the Internet') + inserted('a DCC Gateway Connection') + text('.')),
    accepted: ['A: via a DCC Gateway Connection.'],
    rejected: ['A: via the Internet.'],
  },
  {
    claim: 'a paragraph is inserted',
    body: paragraph('A', text('one')) + paragraph('B', inserted('two'), 'ins') + paragraph('C', text('three')),
    accepted: ['A: one', 'B: two', 'C: three'],
    rejected: ['A: one', 'C: three'],
  },
  {
    claim: 'a paragraph is deleted',
    body: paragraph('A', text('one')) + paragraph('B', deleted('two'), 'del') + paragraph('C', text('three')),
    accepted: ['A: one', 'C: three'],
    rejected: ['A: one', 'B: two', 'C: three'],
  },
  {
    claim: 'a paragraph is parted',
    body: paragraph('A', text('one '), 'ins') + paragraph('B', text('two')),
    accepted: ['A: one ', 'B: two'],
    rejected: ['B: one two'],
  },
  {
    claim: 'two paragraphs are joined',
    body: paragraph('A', text('one '), 'del') + paragraph('B', text('two')),
    accepted: ['B: one two'],
    rejected: ['A: one ', 'B: two'],
  },
  {
    claim: 'three paragraphs are joined',
    body: paragraph('A', text('one '), 'del') + paragraph('B', text('two '), 'del') + paragraph('C', text('three')),
    accepted: ['C: one two three'],
    rejected: ['A: one ', 'B: two ', 'C: three'],
  },
  {
    claim: 'a paragraph that keeps its words takes in the end of one that is deleted whole',
    body: paragraph('A', text('one'), 'del') + paragraph('B', deleted('two')) + paragraph('C', text('three')),
    accepted: ['A: one', 'C: three'],
    rejected: ['A: one', 'B: two', 'C: three'],
    docxodus: { accepted: ['B: one', 'C: three'] },
  },
  {
    claim: 'the last paragraph of a document is inserted after another',
    body: paragraph('A', text('one'), 'ins') + paragraph('B', inserted('two')),
    accepted: ['A: one', 'B: two'],
    rejected: ['A: one'],
    docxodus: { rejected: ['B: one'] },
  },
  {
    claim: 'a paragraph before a table is deleted',
    body:
      paragraph('A', text('one')) +
      paragraph('B', deleted('two'), 'del') +
      table(row(cell(paragraph('C', text('x'))))) +
      paragraph('D', text('end')),
    accepted: ['A: one', '[C: x]', 'D: end'],
    rejected: ['A: one', 'B: two', '[C: x]', 'D: end'],
  },
  {
    claim: 'a paragraph before a table that keeps words stays, though its mark is deleted',
    body:
      paragraph('A', text('one'), 'del') + table(row(cell(paragraph('C', text('x'))))) + paragraph('D', text('end')),
    accepted: ['A: one', '[C: x]', 'D: end'],
    rejected: ['A: one', '[C: x]', 'D: end'],
  },
  {
    claim: 'words are moved',
    body: paragraph('A', range('From', 5, movedFrom('one ')) + text('two ') + range('To', 6, movedTo('one '))),
    accepted: ['A: two one '],
    rejected: ['A: one two '],
  },
  {
    claim: 'a paragraph is moved',
    body:
      range('From', 5, paragraph('A', movedFrom('one'), 'moveFrom')) +
      paragraph('B', text('two')) +
      range('To', 6, paragraph('A', movedTo('one'), 'moveTo')) +
      paragraph('C', text('three')),
    accepted: ['B: two', 'A: one', 'C: three'],
    rejected: ['A: one', 'B: two', 'C: three'],
  },
  {
    claim: 'what was inserted and deleted again is in neither',
    body: paragraph('A', `${text('one')}<w:ins ${by}><w:del ${by}>${gone(' never')}</w:del>${text(' two')}</w:ins>`),
    accepted: ['A: one two'],
    rejected: ['A: one'],
  },
  {
    claim: 'a row is inserted and a row is deleted',
    body:
      table(
        row(cell(paragraph('C', text('stays')))) +
          row(cell(paragraph('C', inserted('new'), 'ins')), `<w:ins ${by}/>`) +
          row(cell(paragraph('C', deleted('old'), 'del')), `<w:del ${by}/>`),
      ) + paragraph('D', text('end')),
    accepted: ['[C: stays]', '[C: new]', 'D: end'],
    rejected: ['[C: stays]', '[C: old]', 'D: end'],
  },
  {
    claim: 'a whole table is deleted',
    body:
      paragraph('A', text('one')) +
      table(row(cell(paragraph('C', deleted('old'), 'del')), `<w:del ${by}/>`)) +
      paragraph('D', text('end')),
    accepted: ['A: one', 'D: end'],
    rejected: ['A: one', '[C: old]', 'D: end'],
  },
  {
    claim: 'a cell is inserted and a cell is deleted',
    body:
      table(
        row(
          cell(paragraph('C', text('stays'))) +
            cell(paragraph('C', inserted('new')), `<w:cellIns ${by}/>`) +
            cell(paragraph('C', deleted('old')), `<w:cellDel ${by}/>`),
        ),
      ) + paragraph('D', text('end')),
    accepted: ['[C: stays][C: new]', 'D: end'],
    rejected: ['[C: stays][C: old]', 'D: end'],
  },
  {
    claim: 'a paragraph is given another style',
    body:
      paragraph('B', text('one'), '', `<w:pPrChange ${by}><w:pPr><w:pStyle w:val="A"/></w:pPr></w:pPrChange>`) +
      paragraph('C', text('two')),
    accepted: ['B: one', 'C: two'],
    rejected: ['A: one', 'C: two'],
  },
  {
    claim: 'deleted words are in a link',
    body: paragraph(
      'A',
      `<w:hyperlink w:anchor="x">${text('one')}${deleted(' two')}${inserted(' three')}</w:hyperlink>`,
    ),
    accepted: ['A: one three'],
    rejected: ['A: one two'],
  },
  {
    claim: 'a paragraph at the end of a cell keeps its words',
    body:
      table(
        row(
          cell(paragraph('A', text('one'), 'del') + paragraph('B', deleted('two'))) + cell(paragraph('C', text('x'))),
        ),
      ) + paragraph('D', text('end')),
    accepted: ['[A: one][C: x]', 'D: end'],
    rejected: ['[A: oneB: two][C: x]', 'D: end'],
    docxodus: { accepted: ['[B: one][C: x]', 'D: end'] },
  },
  {
    claim: 'paragraphs are joined out of a content control',
    body:
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('A', text('one '), 'del')}</w:sdtContent></w:sdt>` +
      paragraph('B', text('two')),
    accepted: ['B: one two'],
    rejected: ['A: one ', 'B: two'],
    docxodus: { accepted: ['A: one ', 'B: two'] },
  },
  {
    claim: 'all paragraphs but the last are deleted',
    body: paragraph('A', deleted('one'), 'del') + paragraph('B', deleted('two'), 'del') + paragraph('C', text('three')),
    accepted: ['C: three'],
    rejected: ['A: one', 'B: two', 'C: three'],
  },
  {
    claim: 'the end of one paragraph and the beginning of the next are deleted together',
    body: paragraph('A', text('one ') + deleted('two'), 'del') + paragraph('B', deleted('three ') + text('four')),
    accepted: ['B: one four'],
    rejected: ['A: one two', 'B: three four'],
  },
];
