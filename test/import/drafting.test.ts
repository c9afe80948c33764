import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DerivedFromWord, derivedFrom } from './derived.ts';
import { draftedFiles, drafterInstalled, type Step } from './drafter.ts';
import { exported } from './edit-word.ts';

const base = readFileSync(new URL('../fixtures/substitutes-words-once/D.md', import.meta.url), 'utf8');

/** What a drafter did, and the instructions that say so. */
interface Drafting {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly expected: readonly string[];
  /** What else the drafter is told, where there is something; of tracked changes and of others. */
  readonly told?: string;
  /** What is told where the changes were tracked, and only there. */
  readonly toldTracked?: string;
}

const enterAfter = (words: string): readonly Step[] => [['after', words], ['paragraph_end'], ['enter']];

const draftings: readonly Drafting[] = [
  { name: 'opened and saved it', steps: [], expected: [] },
  {
    name: 'typed words over others',
    steps: [
      ['select', 'seven years'],
      ['type', 'six years'],
    ],
    expected: ['In paragraph 5.3.1, for “seven” substitute “six”.'],
  },
  {
    name: 'retyped a sentence',
    steps: [
      ['select', 'The DCC shall keep the service open at all times.'],
      ['type', 'The DCC shall keep the service open on working days.'],
    ],
    expected: ['In the first paragraph of section 5.2, for “at all times” substitute “on working days”.'],
  },
  {
    name: 'typed words between others',
    steps: [
      ['after', 'keep a record'],
      ['type', ' in writing'],
    ],
    expected: ['In the closing words of paragraph 5.1.1, after “record” insert “in writing”.'],
  },
  {
    name: 'deleted words',
    steps: [['select', ' or via the Gateway'], ['delete']],
    expected: ['In paragraph 5.1.2, omit “or via the Gateway”.'],
  },
  {
    name: 'changed words in three places',
    steps: [
      ['select', 'seven years'],
      ['type', 'six years'],
      ['select', 'by post'],
      ['type', 'by letter'],
      ['select', 'on Sundays'],
      ['type', 'on Mondays'],
    ],
    expected: [
      'In paragraph 5.1.1(c), for “post” substitute “letter”.',
      'In the second paragraph of section 5.2, for “Sundays” substitute “Mondays”.',
      'In paragraph 5.3.1, for “seven” substitute “six”.',
    ],
  },
  {
    name: 'pressed Enter and typed a numbered paragraph',
    steps: [...enterAfter('asks.'), ['type', '5.1.2A The DCC shall tell the applicant.']],
    expected: ['After paragraph 5.1.2 insert— > 5.1.2A The DCC shall tell the applicant.'],
  },
  {
    name: 'typed a numbered paragraph with a tab after its number',
    steps: [...enterAfter('asks.'), ['type', '5.1.2A\tThe DCC shall tell the applicant.']],
    expected: ['After paragraph 5.1.2 insert— > 5.1.2A The DCC shall tell the applicant.'],
  },
  {
    name: 'typed a paragraph without a number',
    steps: [...enterAfter('on Sundays.'), ['type', 'It shall be open on Mondays.']],
    expected: ['After the second paragraph of section 5.2 insert— > It shall be open on Mondays.'],
  },
  {
    name: 'pasted two paragraphs of plain text',
    steps: [...enterAfter('on Sundays.'), ['paste', 'First pasted line.\nSecond pasted line.']],
    expected: ['After the second paragraph of section 5.2 insert— > First pasted line. > > Second pasted line.'],
  },
  {
    name: 'pressed Enter in a paragraph and numbered the second part',
    steps: [
      ['select', ' or via the Gateway'],
      ['type', '.'],
      ['enter'],
      ['type', '5.1.2A The DCC may answer via the Gateway'],
    ],
    expected: [
      'In paragraph 5.1.2, omit “or via the Gateway, as **the applicant** asks”.',
      'After paragraph 5.1.2 insert— > 5.1.2A The DCC may answer via the Gateway, as **the applicant** asks.',
    ],
  },
  {
    name: 'joined two paragraphs',
    steps: [['after', 'at all times.'], ['delete'], ['type', ' ']],
    expected: ['Merge the first paragraph of section 5.2 and the second paragraph of section 5.2.'],
  },
  {
    name: 'deleted an item',
    steps: [['select_paragraph', 'via the Internet;'], ['delete']],
    expected: ['Omit paragraph 5.1.1(a).'],
  },
  {
    name: 'deleted an item and relabelled the rest by hand',
    steps: [
      ['select_paragraph', 'via the Internet;'],
      ['delete'],
      ['select', '(b)'],
      ['type', '(a)'],
      ['select', '(c)'],
      ['type', '(b)'],
    ],
    expected: ['Omit paragraph 5.1.1(a).', 'Renumber paragraphs 5.1.1(b) to (c) as (a) to (b).'],
  },
  {
    name: 'typed an item and relabelled the rest by hand',
    steps: [
      ['after', 'via the Internet;'],
      ['enter'],
      ['type', '(b) by courier;'],
      ['select', '(b)', 2],
      ['type', '(c)'],
      ['select', '(c)', 2],
      ['type', '(d)'],
    ],
    expected: [
      'After paragraph 5.1.1(a) insert— > - (b) by courier;',
      'Renumber paragraphs 5.1.1(b) to (c) as (c) to (d).',
    ],
  },
  {
    name: 'pasted two items between others',
    steps: [['after', 'via the Internet;'], ['enter'], ['paste', '(aa) by hand;\n(ab) by pigeon;']],
    expected: ['After paragraph 5.1.1(a) insert— > - (aa) by hand; > - (ab) by pigeon;'],
  },
  {
    name: 'typed an inner item after another',
    steps: [['after', 'has the equipment; and'], ['enter'], ['type', '(ia) it has the staff; and']],
    expected: ['After paragraph 5.1.1(b)(i) insert— > - (ia) it has the staff; and'],
  },
  {
    name: 'typed items below a paragraph that had none',
    steps: [
      ['after', 'on Sundays'],
      ['delete'],
      ['type', ':'],
      ['enter'],
      ['type', '(a) in spring; and'],
      ['enter'],
      ['type', '(b) in autumn.'],
    ],
    expected: [
      'In the second paragraph of section 5.2, for “Sundays.” substitute “Sundays:”.',
      'After the second paragraph of section 5.2 insert— > - (a) in spring; and > - (b) in autumn.',
    ],
  },
  {
    name: 'deleted the closing words of a list',
    steps: [['select_paragraph', 'and shall keep a record'], ['delete']],
    expected: ['Omit the closing words of paragraph 5.1.1.'],
  },
  {
    name: 'deleted a numbered paragraph',
    steps: [['select_paragraph', 'The DCC shall answer'], ['delete']],
    expected: ['Omit paragraph 5.1.2.'],
  },
  {
    name: 'deleted a paragraph before a heading',
    steps: [['select_paragraph', 'The service shall'], ['delete']],
    expected: ['Omit the second paragraph of section 5.2.'],
    toldTracked: 'a style that is lost where a paragraph before it was deleted',
  },
  {
    name: 'put a row into the table of steps',
    steps: [
      ['select', 'Receive the request.'],
      ['row_after', '5.1.3.1A', 'Acknowledge it.', '5.1.3.2'],
    ],
    expected: ['After step 5.1.3.1 insert— > | 5.1.3.1A | Acknowledge it. | 5.1.3.2 |'],
    toldTracked: 'an unseen sign, by which LibreOffice knows a row that came or went',
  },
  {
    name: 'deleted a row',
    steps: [['select', 'Record it.'], ['delete_row']],
    expected: ['Omit step 5.1.3.3.'],
  },
  {
    name: 'typed over the words of a cell',
    steps: [
      ['select', 'if accepted, else End'],
      ['type', 'where accepted'],
    ],
    expected: ['In step 5.1.3.2, for “if accepted, else End” substitute “where accepted”.'],
  },
  {
    name: 'emptied a cell',
    steps: [['select', 'Record it.'], ['delete']],
    expected: ['For step 5.1.3.3 substitute— > | 5.1.3.3 | | End |'],
  },
  {
    name: 'added a definition',
    steps: [
      ['select', 'means the connection that the DCC provides.'],
      ['row_after', 'Internet', 'means the network of that name.'],
    ],
    expected: [
      'In Annex A, after the definition of “Gateway” insert— > | Internet | means the network of that name. |',
    ],
    toldTracked: 'an unseen sign, by which LibreOffice knows a row that came or went',
  },
  {
    name: 'changed a definition',
    steps: [
      ['select', 'the connection that'],
      ['type', 'the private connection that'],
    ],
    expected: ['In the definition of “Gateway”, before “connection” insert “private”.'],
  },
  {
    name: 'deleted a definition',
    steps: [['select', 'means the connection that the DCC provides.'], ['delete_row']],
    expected: ['In Annex A, omit the definition of “Gateway”.'],
  },
  {
    name: 'added a footnote',
    steps: [
      ['after', 'for seven years'],
      ['footnote', 'Counted from the request.'],
    ],
    expected: ['In paragraph 5.3.1, after “years” insert the footnote— > [^1]: Counted from the request.'],
  },
  {
    name: 'changed a word and commented on it',
    steps: [
      ['select', 'seven'],
      ['type', 'six'],
      ['select', 'six'],
      ['comment', 'The law asks six.'],
    ],
    expected: ['In paragraph 5.3.1, for “seven” substitute “six”. Reason: The law asks six.'],
  },
  {
    name: 'commented on what nobody changed',
    steps: [
      ['select', 'at all times'],
      ['comment', 'Why?'],
    ],
    expected: [],
    told: 'a comment by A. Drafter',
  },
  {
    name: 'made words bold',
    steps: [['select', 'at all times'], ['bold']],
    expected: ['In the first paragraph of section 5.2, for “at all times” substitute “**at all times**”.'],
  },
  {
    name: 'took bold away',
    steps: [['select', 'the applicant'], ['bold']],
    expected: ['In paragraph 5.1.2, for “**the applicant**” substitute “the applicant”.'],
  },
  {
    name: 'changed a heading',
    steps: [
      ['select', 'Access over the Internet'],
      ['type', 'Access'],
    ],
    expected: ['In the heading of section 5.2, omit “over the Internet”.'],
  },
  {
    name: 'changed a heading without a number',
    steps: [
      ['select', 'General obligations'],
      ['type', 'Duties of users'],
    ],
    expected: [
      'In the heading of the “General obligations” part of section 5.2, for “General obligations” substitute “Duties of users”.',
    ],
  },
  {
    name: 'renumbered a section by hand',
    steps: [
      ['select', '5.3', 1],
      ['type', '5.4'],
      ['select', '5.3.1'],
      ['type', '5.4.1'],
    ],
    expected: ['Renumber section 5.3 as 5.4.'],
  },
  {
    name: 'typed a new section',
    steps: [
      ['after', 'seven years.'],
      ['enter'],
      ['type', '5.4 Audit'],
      ['style', 'Heading 3'],
      ['enter'],
      ['type', '5.4.1 The DCC shall be audited.'],
    ],
    expected: ['After section 5.3 insert— > ### 5.4 Audit > > 5.4.1 The DCC shall be audited.'],
  },
  {
    name: 'typed over a line of code',
    steps: [
      ['select', 'INTERNET'],
      ['type', 'GATEWAY'],
    ],
    expected: [
      'In the first code block of the “General obligations” part of section 5.2, for “INTERNET” substitute “GATEWAY”.',
    ],
  },
  {
    name: 'typed a line of code',
    steps: [['after', '<Route>INTERNET</Route>'], ['enter'], ['type', '<Answer/>']],
    expected: [
      'For the first code block of the “General obligations” part of section 5.2 substitute— > ```xml > <Route>INTERNET</Route> > <Answer/> > ```',
    ],
  },
];

describe.runIf(drafterInstalled)('a Word file in which a drafter, in LibreOffice,', () => {
  let files: readonly Uint8Array[] = [];

  beforeAll(() => {
    const file = exported(base);
    files = draftedFiles(draftings.flatMap(({ steps }) => [false, true].map((track) => ({ file, steps, track }))));
  });

  const claims = draftings.flatMap((drafting, index) => [
    { ...drafting, at: 2 * index, toldTracked: undefined },
    { ...drafting, at: 2 * index + 1, name: `${drafting.name}, with changes tracked` },
  ]);

  it.each(claims)(
    '$name, gives the instructions of that and no others',
    async ({ at, expected, told, toldTracked }) => {
      const found: DerivedFromWord = await derivedFrom(base, files[at] as Uint8Array);
      expect(found.instructions).toEqual(expected);
      expect(found.isGiven).toBe(true);
      const notes = [told, toldTracked].filter((note) => note !== undefined);
      for (const note of notes) expect(found.notes.join('\n')).toContain(note);
      expect(found.notes.filter((line) => !/^\s+\|/.test(line))).toHaveLength(notes.length);
    },
  );
});
