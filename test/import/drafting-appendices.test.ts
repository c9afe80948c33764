import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { derivedFrom } from './derived.ts';
import { draftedFiles, drafterInstalled, type Step } from './drafter.ts';
import { exported } from './edit-word.ts';

type Key = 'D' | 'K' | 'M' | 'N';

const texts = Object.fromEntries(
  ['D', 'K', 'M', 'N'].map((key) => [
    key,
    readFileSync(new URL(`../../appendices/${key}.md`, import.meta.url), 'utf8'),
  ]),
) as Record<Key, string>;

/** What a drafter did in an appendix with changes tracked, and the instructions that say so. */
interface Drafting {
  readonly name: string;
  readonly appendix: Key;
  readonly steps: readonly Step[];
  readonly expected: readonly string[];
  readonly told?: string;
}

const spoti = 'means the SMKI Portal Interface over the Internet.';
const lostStyle = 'a style that is lost where a paragraph before it was deleted';
const rowSign = 'an unseen sign, by which LibreOffice knows a row that came or went';

const draftings: readonly Drafting[] = [
  {
    name: 'counted one document more and added it to the list',
    appendix: 'D',
    steps: [
      ['select', 'three documents'],
      ['type', 'four documents'],
      ['after', 'demand on it is managed.'],
      ['enter'],
      ['type', '(d) Appendix G of the Code.'],
    ],
    expected: [
      'In paragraph 1.1.3, for “three” substitute “four”.',
      'After paragraph 1.1.3(c) insert— > - (d) Appendix G of the Code.',
    ],
  },
  {
    name: 'deleted an item and relabelled the two after it',
    appendix: 'D',
    steps: [
      ['select_paragraph', 'operate the SMKI Portal Interface over the Internet (SPOTI) so'],
      ['delete'],
      ['select', '(g)'],
      ['type', '(f)'],
      ['select', '(h)'],
      ['type', '(g)'],
    ],
    expected: ['Omit paragraph 2.1.1(f).', 'Renumber paragraphs 2.1.1(g) to (h) as (f) to (g).'],
  },
  {
    name: 'typed [No longer in use] over the words of an item',
    appendix: 'D',
    steps: [
      [
        'select',
        'operate the SMKI Portal Interface over the Internet (SPOTI) so that it accepts Organisation CSRs and Device CSRs from Authorised Subscribers permitted to use it;',
      ],
      ['type', '[No longer in use];'],
    ],
    expected: ['Omit paragraph 2.1.1(f) and leave “[No longer in use];”.'],
  },
  {
    name: 'deleted a definition',
    appendix: 'D',
    steps: [['select', spoti], ['delete_row']],
    expected: ['In Annex A, omit the definition of “SPOTI”.'],
  },
  {
    name: 'added a definition',
    appendix: 'D',
    steps: [
      ['select', spoti],
      ['row_after', 'SREPT', 'means the tests described in Appendix K of the Code.'],
    ],
    expected: [
      'In Annex A, after the definition of “SPOTI” insert— > | SREPT | means the tests described in Appendix K of the Code. |',
    ],
    told: rowSign,
  },
  {
    name: 'deleted a sentence',
    appendix: 'D',
    steps: [['select_sentence', 'Where no time is given, the step'], ['delete']],
    expected: [
      'In paragraph 1.3.2, omit “Where no time is given, the step shall be carried out without undue delay and in any event within 5 Working Days.”.',
    ],
  },
  {
    name: 'split a paragraph and numbered the second part',
    appendix: 'D',
    steps: [
      ['select', ' Those purposes, and the obligations'],
      ['delete'],
      ['enter'],
      ['type', '1.1.5 Those purposes, and the obligations'],
    ],
    expected: ['Split paragraph 1.1.4 before “Those purposes, and”; the second part becomes 1.1.5.'],
  },
  {
    name: 'put a step into a procedure',
    appendix: 'D',
    steps: [
      ['select', 'Send the completed form in Annex B and its enclosures.'],
      ['row_after', '5.2.4.1A', 'Within 1 Working Day', 'Acknowledge the form.', 'Registration Authority', '5.2.4.2'],
    ],
    expected: [
      'After step 5.2.4.1 insert— > | 5.2.4.1A | Within 1 Working Day | Acknowledge the form. | Registration Authority | 5.2.4.2 |',
    ],
    told: rowSign,
  },
  {
    name: 'deleted an item of inner letters in a list of its own kind',
    appendix: 'K',
    steps: [
      ['select_paragraph', 'the Internet, on which Organisation CSRs and Device CSRs are accepted;'],
      ['delete'],
      ['select', 'two routes'],
      ['type', 'one route'],
    ],
    expected: [
      'In paragraph 2.1.1(a)(ii), for “two routes” substitute “one route”.',
      'Omit paragraph 2.1.1(a)(ii)(B).',
    ],
    told: lostStyle,
  },
  {
    name: 'deleted a row and changed the count in words',
    appendix: 'K',
    steps: [
      ['select', 'thirty-eight'],
      ['type', 'thirty-two'],
      ['select', 'SREPT-PI-07 to SREPT-PI-12'],
      ['delete_row'],
    ],
    expected: [
      'In paragraph 1.2.2, for “thirty-eight” substitute “thirty-two”.',
      'In the table in paragraph 1.2.2, omit the row for “Internet Device Scenarios”.',
    ],
  },
  {
    name: 'deleted a paragraph and renumbered those after it',
    appendix: 'K',
    steps: [
      ['select_paragraph', 'A Party that intends to submit Device CSRs over SPOTI may begin'],
      ['delete'],
      ['select', '1.3.4'],
      ['type', '1.3.3'],
      ['select', '1.3.5'],
      ['type', '1.3.4'],
    ],
    expected: ['Omit paragraph 1.3.3.', 'Renumber paragraphs 1.3.4 to 1.3.5 as 1.3.3 to 1.3.4.'],
  },
  {
    name: 'deleted the last interface and closed the list',
    appendix: 'M',
    steps: [
      ['select_paragraph', 'SPOTI, described in section 3 of this document and, so far'],
      ['delete'],
      ['select', 'following four interfaces'],
      ['type', 'following three interfaces'],
      ['select', 'section 2.5 of this document; and'],
      ['type', 'section 2.5 of this document.'],
      ['after', 'described in section 2.4 of this document;'],
      ['type', ' and'],
    ],
    expected: [
      'In the first paragraph of section 2.1, for “four” substitute “three”.',
      'At the end of paragraph 2.1b) insert “and”.',
      'In paragraph 2.1c), for “; and” substitute “.”.',
      'Omit paragraph 2.1d).',
    ],
    told: lostStyle,
  },
  {
    name: 'changed the words of a footnote',
    appendix: 'N',
    steps: [
      ['select', 'The list in force is shown on the sign-in page'],
      ['type', 'The list in force is shown on the first page'],
    ],
    expected: ['In the first paragraph of the footnote “1”, for “sign-in” substitute “first”.'],
  },
  {
    name: 'added a footnote before another',
    appendix: 'N',
    steps: [
      ['after', 'which is the Certificate Policy for Device Certificates'],
      ['footnote', 'In its latest version.'],
    ],
    expected: [
      'In the fourth paragraph of the “Purpose and Scope” part of Appendix N, after “Certificates” insert the footnote— > [^2]: In its latest version.',
    ],
  },
];

describe.runIf(drafterInstalled)('a Word file of an appendix in which a drafter, in LibreOffice,', () => {
  let files: readonly Uint8Array[] = [];

  beforeAll(() => {
    const clean = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, exported(text)]));
    files = draftedFiles(
      draftings.map(({ appendix, steps }) => ({ file: clean[appendix] as Uint8Array, steps, track: true })),
    );
  });

  it.each(draftings.map((drafting, at) => ({ ...drafting, at })))(
    '$name, gives the instructions of that and no others',
    async ({ appendix, at, expected, told }) => {
      const found = await derivedFrom(texts[appendix], files[at] as Uint8Array);
      expect(found.instructions).toEqual(expected);
      expect(found.isGiven).toBe(true);
      if (told === undefined) expect(found.notes).toEqual([]);
      else expect(found.notes.join('\n')).toContain(told);
    },
  );
});
