import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asWordWrites, counted, setBelow, withLists, writtenParagraph } from './as-word-writes.ts';
import { derivedFrom } from './derived.ts';
import { type Edit, edited, exported, typeOver } from './edit-word.ts';

const base = readFileSync(new URL('../fixtures/substitutes-words-once/D.md', import.meta.url), 'utf8');

const by = (id: number, author: string) => `w:id="${id}" w:author="${author}" w:date="2026-10-0${id % 9}T10:00:00Z"`;
const words = (text: string, name = 'w:t') => `<w:r><${name} xml:space="preserve">${text}</${name}></w:r>`;
const inserted = (id: number, author: string, inside: string) => `<w:ins ${by(id, author)}>${inside}</w:ins>`;
const deleted = (id: number, author: string, text: string) =>
  `<w:del ${by(id, author)}>${words(text, 'w:delText')}</w:del>`;

/** Puts XML between the runs of a sentence, in place of some of its words. */
const inPlaceOf =
  (text: string, xml: string): Edit =>
  (body) =>
    body.replace(text, `</w:t></w:r>${xml}<w:r><w:t xml:space="preserve">`);

const paragraphWith = (body: string, text: string) =>
  [...body.matchAll(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].map(([one]) => one).find((one) => one.includes(text)) ?? '';

/** Drags a paragraph below another, with changes tracked. */
const dragged =
  (text: string, below: string): Edit =>
  (body) => {
    const paragraph = paragraphWith(body, text);
    const runs = (/<w:r>[\s\S]*<\/w:r>/.exec(paragraph) ?? [''])[0];
    const end = (kind: 'moveFrom' | 'moveTo', id: number) =>
      `<w:${kind}RangeStart ${by(id, 'J. Smith')} w:name="move1"/><w:p><w:pPr><w:pStyle w:val="Normal"/><w:rPr><w:${kind} ${by(id + 1, 'J. Smith')}/></w:rPr></w:pPr><w:${kind} ${by(id + 2, 'J. Smith')}>${runs}</w:${kind}></w:p><w:${kind}RangeEnd w:id="${id}"/>`;
    const target = paragraphWith(body, below);
    return body.replace(target, () => target + end('moveTo', 81)).replace(paragraph, () => end('moveFrom', 71));
  };

const rowAfter =
  (text: string, ...cells: readonly string[]): Edit =>
  (body) => {
    const row =
      [...body.matchAll(/<w:tr>(?:(?!<\/w:tr>)[\s\S])*<\/w:tr>/g)]
        .map(([one]) => one)
        .find((one) => one.includes(text)) ?? '';
    const mark = `<w:ins ${by(91, 'J. Smith')}/>`;
    const made = cells.map(
      (cell) =>
        `<w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/><w:rPr>${mark}</w:rPr></w:pPr>${inserted(92, 'J. Smith', words(cell))}</w:p></w:tc>`,
    );
    return body.replace(row, () => `${row}<w:tr><w:trPr>${mark}</w:trPr>${made.join('')}</w:tr>`);
  };

interface Writing {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly expected: readonly string[];
  readonly told?: string;
}

const items = (style: string, ...texts: readonly string[]) => texts.map((text) => writtenParagraph(style, text));

const writings: readonly Writing[] = [
  { name: 'nothing', edits: [], expected: [] },
  {
    name: 'words over others, in one of which a second author had deleted some',
    edits: [
      inPlaceOf(
        'for seven years',
        inserted(1, 'J. Smith', words('for ')) +
          `<w:ins ${by(2, 'J. Smith')}>${deleted(3, 'A. Jones', 'about ')}</w:ins>` +
          inserted(4, 'A. Jones', words('six')) +
          deleted(5, 'J. Smith', 'for seven') +
          words(' years'),
      ),
    ],
    expected: ['In paragraph 5.3.1, for “seven” substitute “six”.'],
  },
  {
    name: 'words set in bold with changes tracked',
    edits: [
      inPlaceOf(
        'at all times',
        `<w:r><w:rPr><w:b/><w:rPrChange ${by(1, 'J. Smith')}><w:rPr/></w:rPrChange></w:rPr><w:t>at all times</w:t></w:r>`,
      ),
    ],
    expected: ['In the first paragraph of section 5.2, for “at all times” substitute “**at all times**”.'],
  },
  {
    name: 'a paragraph justified with changes tracked, which no text shows',
    edits: [
      (body) => {
        const paragraph = paragraphWith(body, 'A user shall not');
        const change = `<w:pPr><w:jc w:val="both"/><w:pPrChange ${by(1, 'J. Smith')}><w:pPr/></w:pPrChange></w:pPr>`;
        return body.replace(paragraph, paragraph.replace(/<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/, `<w:p>${change}`));
      },
    ],
    expected: [],
  },
  {
    name: 'a paragraph dragged below another with changes tracked',
    edits: [dragged('open at all times', 'A user shall not')],
    expected: [
      'Move the first paragraph of section 5.2 to after the first paragraph of the “General obligations” part of section 5.2.',
    ],
  },
  {
    name: 'a row put in with changes tracked',
    edits: [rowAfter('Receive the request.', '5.1.3.1A', 'Acknowledge it.', '5.1.3.2')],
    expected: ['After step 5.1.3.1 insert— > | 5.1.3.1A | Acknowledge it. | 5.1.3.2 |'],
  },
  {
    name: 'items of which Word makes a list of its own',
    edits: [
      setBelow(
        'on Sundays.',
        writtenParagraph('ListParagraph', 'in spring; and', counted(77)),
        writtenParagraph('ListParagraph', 'in autumn.', counted(77)),
      ),
    ],
    expected: ['After the second paragraph of section 5.2 insert— > - (a) in spring; and > - (b) in autumn.'],
  },
  {
    name: 'an item that Word counts on in the style of the one above',
    edits: [setBelow('by post,', writtenParagraph('Item1', 'by courier,', counted(78)))],
    expected: ['After paragraph 5.1.1(c) insert— > - (d) by courier,'],
  },
  {
    name: 'items that Word counts in the style of the paragraph above',
    edits: [
      setBelow(
        ' asks.',
        writtenParagraph('Provision', '5.1.2A\tThe DCC shall:'),
        writtenParagraph('Provision', 'tell the user; and', counted(77)),
        writtenParagraph('Provision', 'keep a copy.', counted(77)),
      ),
    ],
    expected: [
      'After paragraph 5.1.2 insert— > 5.1.2A The DCC shall: > > - (a) tell the user; and > - (b) keep a copy.',
    ],
  },
  {
    name: 'items typed with a tab below a paragraph',
    edits: [setBelow('on Sundays.', ...items('Normal', '(a)\tin spring; and', '(b)\tin autumn.'))],
    expected: ['After the second paragraph of section 5.2 insert— > - (a) in spring; and > - (b) in autumn.'],
  },
  {
    name: 'items typed with a space in the style of the paragraph above',
    edits: [
      setBelow(' asks.', ...items('Provision', '5.1.2A The DCC shall:', '(a) tell the user; and', '(b) keep a copy.')),
    ],
    expected: [
      'After paragraph 5.1.2 insert— > 5.1.2A The DCC shall: > > - (a) tell the user; and > - (b) keep a copy.',
    ],
  },
  {
    name: 'a label typed again with a space for its tab',
    edits: [typeOver('(b)</w:t><w:tab/><w:t xml:space="preserve">via', '(b) via')],
    expected: [],
  },
  {
    name: 'a section with its paragraph',
    edits: [
      setBelow(
        'for seven years.',
        writtenParagraph('Heading3', '5.4\tAudit'),
        writtenParagraph('Provision', '5.4.1\tThe DCC shall be audited.'),
      ),
    ],
    expected: ['After section 5.3 insert— > ### 5.4 Audit > > 5.4.1 The DCC shall be audited.'],
  },
  {
    name: 'quotation marks, a space and a hyphen that Word sets',
    edits: [
      typeOver('at all times.', 'at “working” times, the DCC’s own, by 5\u00a0e</w:t><w:noBreakHyphen/><w:t>mails.'),
    ],
    expected: [
      'In the first paragraph of section 5.2, for “all times” substitute ““working” times, the DCC’s own, by 5\u00a0e\u2011mails”.',
    ],
  },
  {
    name: 'a word with an optional hyphen',
    edits: [typeOver('at all times.', 'at all con</w:t><w:softHyphen/><w:t>venient times.')],
    expected: ['In the first paragraph of section 5.2, after “all” insert “convenient”.'],
    told: 'an optional hyphen',
  },
  {
    name: 'a cross-reference',
    edits: [
      inPlaceOf(
        'at all times.',
        words('at all times, under paragraph ') +
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5.1.2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          words('.'),
      ),
    ],
    expected: ['In the first paragraph of section 5.2, after “times” insert “, under paragraph 5.1.2”.'],
  },
  {
    name: 'empty paragraphs, a page and a section',
    edits: [
      setBelow(
        ' asks.',
        '<w:p/><w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>',
      ),
    ],
    expected: [],
  },
];

describe('a Word file in which Word has written', () => {
  const cases = writings.flatMap((writing) => [
    { ...writing, form: 'as little as can be' },
    { ...writing, edits: [...writing.edits, asWordWrites], form: 'as Word does after an hour of work' },
  ]);

  it.each(cases)('$name, $form, gives the instructions of that and no others', async ({ edits, expected, told }) => {
    const found = await derivedFrom(base, edited(withLists(exported(base)), ...edits));
    expect(found.instructions).toEqual(expected);
    expect(found.isGiven).toBe(true);
    if (told === undefined) expect(found.notes).toEqual([]);
    else expect(found.notes.join('\n')).toContain(told);
  });
});
