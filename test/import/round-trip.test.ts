import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deriveChange } from '../../src/derive/derive.ts';
import { importWord } from '../../src/import/import-word.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { libreOffice, updated } from '../judges/libreoffice.ts';
import { converted, libreOfficeLines } from '../word/libreoffice-lines.ts';
import {
  commented,
  commentOn,
  type Edit,
  edited,
  exported,
  omitParagraph,
  omitParagraphTracked,
  typeAfterTracked,
  typeOver,
  typeOverTracked,
  typeParagraphAfter,
} from './edit-word.ts';

const base = readFileSync(new URL('../fixtures/substitutes-words-once/D.md', import.meta.url), 'utf8');

/** The instructions, and their reasons, that make of the base what a Word file says. */
function instructions(file: Uint8Array): readonly string[] {
  const imported = importWord(file);
  if (!imported.ok) throw new Error(imported.message);
  const document = (text: string) => ({ ...parseDocument(text, 'D.md'), key: 'D' });
  const reasons = imported.comments.flatMap(({ range, text }) => (range ? [{ ...range, reason: text }] : []));
  const derived = deriveChange(new Map([['D', document(base)]]), new Map([['D', document(imported.markdown)]]), {
    reasons: { D: reasons },
  });
  if (!derived.ok) throw new Error(derived.messages.map(({ text }) => text).join('\n'));
  const [, written = ''] = derived.change.source.split('## Appendix D\n');
  return written
    .trim()
    .split(/\n(?=\d+\. )/)
    .map((one) =>
      one
        .replace(/\n\s*/g, ' ')
        .replace(/^\d+\. /, '')
        .trim(),
    )
    .filter((one) => one !== '');
}

interface Case {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly expected: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'words typed over others',
    edits: [typeOver('for seven years', 'for six years')],
    expected: ['In paragraph 5.3.1, for “seven” substitute “six”.'],
  },
  {
    name: 'words typed over others with changes tracked',
    edits: [typeOverTracked('via the Internet or', 'only'), typeAfterTracked('means the connection', ' of its own')],
    expected: [
      'In paragraph 5.1.2, for “via the Internet or” substitute “only”.',
      'In the definition of “Gateway”, after “connection” insert “of its own”.',
    ],
  },
  {
    name: 'words taken out of a cell and a heading with changes tracked',
    edits: [typeOverTracked(' if accepted, else End', ''), typeOverTracked(' over the Internet', '')],
    expected: [
      'In step 5.1.3.2, omit “if accepted, else End”.',
      'In the heading of section 5.2, omit “over the Internet”.',
    ],
  },
  {
    name: 'a numbered paragraph typed after another',
    edits: [typeParagraphAfter('The DCC shall answer', '5.1.2A', 'The applicant shall acknowledge the answer.', false)],
    expected: ['After paragraph 5.1.2 insert— > 5.1.2A The applicant shall acknowledge the answer.'],
  },
  {
    name: 'an item typed after another with changes tracked',
    edits: [typeParagraphAfter('via the Internet;', '(aa)', 'by courier;', true)],
    expected: ['After paragraph 5.1.1(a) insert— > - (aa) by courier;'],
  },
  {
    name: 'a paragraph taken out',
    edits: [omitParagraph('closed for maintenance')],
    expected: ['Omit the second paragraph of section 5.2.'],
  },
  {
    name: 'a paragraph and an item taken out with changes tracked',
    edits: [omitParagraphTracked('closed for maintenance'), omitParagraphTracked('via the Internet;')],
    expected: ['Omit paragraph 5.1.1(a).', 'Omit the second paragraph of section 5.2.'],
  },
  {
    name: 'a line of code typed over',
    edits: [typeOver('INTERNET', 'GATEWAY')],
    expected: [
      'In the first code block of the “General obligations” part of section 5.2, for “INTERNET” substitute “GATEWAY”.',
    ],
  },
  {
    name: 'words set as another wrote them, over bold words',
    edits: [typeOverTracked('the applicant', 'each applicant')],
    expected: ['In paragraph 5.1.2, for “as **the applicant**” substitute “as **each applicant**”.'],
  },
];

describe('a file that was exported, edited and brought back', () => {
  it.each(cases)('gives the instructions of $name', ({ edits, expected }) => {
    expect(instructions(edited(exported(base), ...edits))).toEqual(expected);
  });

  it('is the text as it was where nothing was edited', () => {
    expect(importWord(exported(base))).toMatchObject({ ok: true, markdown: base });
    expect(instructions(exported(base))).toEqual([]);
  });

  it('is the text before where the tracked changes are rejected', () => {
    const edits = cases.flatMap((one) => (one.name.includes('tracked') ? one.edits : []));
    const file = edited(exported(base), ...edits);
    expect(importWord(file, { revisions: 'reject' })).toMatchObject({ ok: true, markdown: base });
  });

  it('tells each tracked change where that is wanted', () => {
    const file = edited(exported(base), typeOverTracked('via the Internet or', 'only'));
    const both = importWord(file, { revisions: 'both' });
    expect(both.ok && both.markdown).toContain('shall answer only via the Gateway');
    expect(both.ok && both.told).toEqual([
      { what: 'words deleted by A. Drafter on 2026-02-01', where: 'paragraph 24', text: 'via the Internet or' },
      { what: 'words inserted by A. Drafter on 2026-02-01', where: 'paragraph 24', text: 'only' },
    ]);
  });

  it('gives the comments of its author as the reasons of what was done there', () => {
    const file = edited(
      commented(exported(base), [
        'Six years is what the law asks.',
        'The Internet is no route.',
        'Nothing was done here.',
      ]),
      commentOn('for seven years', 0),
      typeOver('>for seven years<', '>for six years<'),
      commentOn('via the Internet or ', 1),
      typeOverTracked('via the Internet or ', ''),
      commentOn('A user shall not', 2),
    );
    expect(instructions(file)).toEqual([
      'In paragraph 5.1.2, omit “via the Internet or”. Reason: The Internet is no route.',
      'In paragraph 5.3.1, for “seven” substitute “six”. Reason: Six years is what the law asks.',
    ]);
  });

  it.runIf(libreOfficeLines.installed)('gives the same instructions when LibreOffice has saved it', () => {
    const files = [exported(base), ...cases.map(({ edits }) => edited(exported(base), ...edits))];
    const [same, ...saved] = converted(files, 'docx', 'docx', 'docx');
    expect(instructions(same as Uint8Array)).toEqual([]);
    expect(saved.map(instructions)).toEqual(cases.map(({ expected }) => expected));
  });

  it.runIf(libreOffice.installed)('gives the same instructions when LibreOffice has updated the contents', async () => {
    const files = [exported(base), ...cases.map(({ edits }) => edited(exported(base), ...edits))];
    const [same, ...saved] = await updated(files);
    const again = importWord(same as Uint8Array);
    expect(again.ok && again.told).toMatchObject([{ what: expect.stringMatching(/^a table of contents/) }]);
    expect(instructions(same as Uint8Array)).toEqual([]);
    expect(saved.map(instructions)).toEqual(cases.map(({ expected }) => expected));
  });
});

describe('a heading below a paragraph that was deleted with changes tracked', () => {
  const restyled =
    (style: string): Edit =>
    (xml) =>
      xml.replace(/<w:pStyle w:val="Heading4"\/>((?:(?!<\/w:p>)[\s\S])*General obligations)/, `${style}$1`);
  const given = (...edits: readonly Edit[]) => importWord(edited(exported(base), ...edits), { base });
  const deletion = omitParagraphTracked('closed for maintenance');

  it('has its style back where a program gave it that of the paragraph, and is told', () => {
    const imported = given(deletion, restyled('<w:pStyle w:val="Normal"/>'));
    expect(imported.ok && imported.markdown).toContain('at all times.\n\n#### General obligations\n');
    expect(imported.ok && imported.told).toEqual([
      {
        what: expect.stringContaining('a style that is lost where a paragraph before it was deleted'),
        where: 'the file',
        text: 'General obligations',
      },
    ]);
  });

  it('stays a paragraph where that was made of it with changes tracked', () => {
    const change =
      '<w:pStyle w:val="Normal"/><w:pPrChange w:id="9100" w:author="A. Drafter"><w:pPr><w:pStyle w:val="Heading4"/></w:pPr></w:pPrChange>';
    const imported = given(deletion, restyled(change));
    expect(imported).toMatchObject({ ok: true, told: [] });
    expect(imported.ok && imported.markdown).toContain('at all times.\n\nGeneral obligations\n');
  });

  it('stays a paragraph where that was made of it and nothing before it was deleted', () => {
    const imported = given(restyled('<w:pStyle w:val="Normal"/>'));
    expect(imported).toMatchObject({ ok: true, told: [] });
    expect(imported.ok && imported.markdown).toContain('on Sundays.\n\nGeneral obligations\n');
  });
});

describe('a paragraph that begins with (a)', () => {
  const typed: Edit = (xml) =>
    xml.replace(/(on Sundays\.(?:(?!<\/w:p>)[\s\S])*<\/w:p>)/, '$1<w:p><w:r><w:t>(a) in spring.</w:t></w:r></w:p>');

  it('is an item where it is typed below a paragraph', () => {
    const imported = importWord(edited(exported(base), typed), { base });
    expect(imported.ok && imported.markdown).toContain('on Sundays.\n\n- (a) in spring.\n');
  });

  it('is a paragraph where the text has such paragraphs', () => {
    const other = base.replace('A user shall not', '(z) A user shall not');
    const imported = importWord(edited(exported(other), typed), { base: other });
    expect(imported.ok && imported.markdown).toContain('on Sundays.\n\n(a) in spring.\n');
  });

  it('is a paragraph where it was exported as one', () => {
    const after = base.replace('on Sundays.\n', 'on Sundays.\n\n(a) In spring.\n');
    expect(importWord(exported(after), { base })).toMatchObject({ ok: true, markdown: after });
  });
});
