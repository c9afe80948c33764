import { describe, expect, it } from 'vitest';
import { apply, derive, printInstruction } from '../src/index.ts';

const specimen = `# Appendix D: Example

## 5 Requests

### 5.1 Making a request

5.1.1 A request is made in writing, as paragraph 5.1.3 says, or as paragraph 5.1.4(a) says.

5.1.2 The Panel may ask for more as it thinks fit.

5.1.3 A request states:

- (a) the name of the applicant;
- (b) the reason for it, which need not be long; and
- (c) the matters in paragraph (b) that are secret.

5.1.4 A request is sent:

- (a) by post; or
- (b) by the Gateway.

### 5.2 Answers

5.2.1 An answer is given within ten days of paragraph 5.1.3(c) being met, and it is recorded in the register kept for it.

5.2.2 The steps are:

| Step | Obligation | Next step |
|---|---|---|
| 5.2.2.1 | Read the request. | 5.2.2.2 |
| 5.2.2.2 | Answer it. | End |

See section 5.1.
`;

const asks = '5.1.2 The Panel may ask for more as it thinks fit.\n\n';
const states =
  '5.1.3 A request states:\n\n- (a) the name of the applicant;\n- (b) the reason for it, which need not be long; and\n- (c) the matters in paragraph (b) that are secret.\n\n';
const making = specimen.slice(specimen.indexOf('### 5.1'), specimen.indexOf('### 5.2'));
const answers = specimen.slice(specimen.indexOf('### 5.2'));

type Edit = readonly [words: string, replacement: string];

/** A text with words replaced wherever they occur, one after the other; each must be there. */
function edited(edits: readonly Edit[], text = specimen): string {
  return edits.reduce((made, [words, replacement]) => {
    if (!made.includes(words)) throw new Error(`The text does not have “${words}”.`);
    return made.replaceAll(words, replacement);
  }, text);
}

/** The instructions that make one set of texts of another, as they are printed, without their numbers; carried out, they do. */
function derived(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] {
  const change = derive(before, after);
  const applied = apply(change, before);
  expect(applied.ok && { ...before, ...applied.texts }).toEqual(after);
  return change.instructions.map((instruction) =>
    printInstruction(instruction)
      .replace(/^\d+\. /, '')
      .trimEnd(),
  );
}

const shifted: readonly Edit[] = [
  ['5.1.4', '5.1.5'],
  ['5.1.3', '5.1.4'],
  ['5.1.4 A request states', '5.1.3 No request is made on a Sunday.\n\n5.1.4 A request states'],
];

const closedUp: readonly Edit[] = [
  [asks, ''],
  ['5.1.3', '5.1.2'],
  ['5.1.4', '5.1.3'],
];

const insertsSunday = 'After paragraph 5.1.2 insert—\n\n   > 5.1.3 No request is made on a Sunday.';

const stories: readonly (readonly [claim: string, edits: readonly Edit[], instructions: readonly string[]])[] = [
  [
    'renumbers what follows a paragraph that is put in, and citations follow',
    shifted,
    [insertsSunday, 'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.4 to 5.1.5; references follow.'],
  ],
  [
    'amends words in what is renumbered by the numbers that it has',
    [...shifted, ['need not be long', 'must be short'], ['by post', 'by courier']],
    [
      insertsSunday,
      'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.4 to 5.1.5; references follow.',
      'In paragraph 5.1.3(b), for “need not be long” substitute “must be short”.',
      'In paragraph 5.1.4(a), for “post” substitute “courier”.',
    ],
  ],
  [
    'renumbers what follows a paragraph that is left out',
    closedUp,
    ['Omit paragraph 5.1.2.', 'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.2 to 5.1.3; references follow.'],
  ],
  [
    'leaves citations where they stay',
    [
      [asks, ''],
      ['5.1.3 A', '5.1.2 A'],
      ['5.1.4 A', '5.1.3 A'],
    ],
    ['Omit paragraph 5.1.2.', 'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.2 to 5.1.3.'],
  ],
  [
    'renumbers items after one that is put in',
    [
      ['- (c) the matters in paragraph (b)', '- (d) the matters in paragraph (c)'],
      ['- (b) the reason', '- (b) the address of the applicant;\n- (c) the reason'],
      ['5.1.3(c)', '5.1.3(d)'],
    ],
    [
      'After paragraph 5.1.3(a) insert—\n\n   > - (b) the address of the applicant;',
      'Renumber paragraphs 5.1.3(b) to (c) as (c) to (d); references follow.',
    ],
  ],
  [
    'renumbers sections with all that begins with their numbers',
    [
      ['5.2', '5.3'],
      ['5.1', '5.2'],
      ['### 5.2 Making', '### 5.1 Scope\n\n5.1.1 This section is about every request.\n\n### 5.2 Making'],
    ],
    [
      'Before section 5.1 insert—\n\n   > ### 5.1 Scope\n   >\n   > 5.1.1 This section is about every request.',
      'Renumber sections 5.1 to 5.2 as 5.2 to 5.3; references follow.',
    ],
  ],
  [
    'renumbers the steps after one that is put in, and the step before it names the same number as before',
    [
      ['5.2.2.2 | Answer', '5.2.2.3 | Answer'],
      ['| 5.2.2.3 | Answer', '| 5.2.2.2 | Record it. | 5.2.2.3 |\n| 5.2.2.3 | Answer'],
    ],
    [
      'After step 5.2.2.1 insert—\n\n   > | 5.2.2.2 | Record it. | 5.2.2.3 |',
      'Renumber step 5.2.2.2 as 5.2.2.3; references follow, except in step 5.2.2.1.',
    ],
  ],
  [
    'says in which paragraphs citations stay, where others follow',
    [
      ...closedUp,
      ['as paragraph 5.1.2 says', 'as paragraph 5.1.3 says'],
      ['or as paragraph 5.1.3(a)', 'or as paragraph 5.1.4(a)'],
    ],
    [
      'Omit paragraph 5.1.2.',
      'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.2 to 5.1.3; references follow, except in paragraph 5.1.1.',
    ],
  ],
  [
    'renumbers one paragraph alone',
    [
      ['5.1.4 A request is', '5.1.3A A request is'],
      ['5.1.4(a)', '5.1.3A(a)'],
    ],
    ['Renumber paragraph 5.1.4 as 5.1.3A; references follow.'],
  ],
  [
    'moves a paragraph with a list, in which words change, and citations follow its number',
    [
      [states, ''],
      ['5.2.2 The steps', `${states.replace('need not be long', 'is short')}5.2.2 The steps`],
      ['5.1.3', '5.2.1A'],
    ],
    [
      'Move paragraph 5.1.3 to after paragraph 5.2.1, and renumber it 5.2.1A; references follow.',
      'In paragraph 5.1.3(b), for “need not be long” substitute “is short”.',
    ],
  ],
  [
    'moves a section past another, in which words change',
    [
      ['in writing', 'on paper'],
      [
        making.replace('in writing', 'on paper') + answers,
        `${answers}\n${making.replace('in writing', 'on paper').trimEnd()}\n`,
      ],
    ],
    ['In paragraph 5.1.1, for “in writing” substitute “on paper”.', 'Move section 5.2 to before section 5.1.'],
  ],
  [
    'splits a paragraph, and gives the second part its number',
    [['being met, and it is', 'being met,\n\n5.2.1A and it is']],
    ['Split paragraph 5.2.1 before “and it is”; the second part becomes 5.2.1A.'],
  ],
  [
    'splits a paragraph whose parts begin and end otherwise',
    [['being met, and it is', 'being met.\n\n5.2.1A It is']],
    [
      'Split paragraph 5.2.1 before “it is recorded”; the second part becomes 5.2.1A.',
      'In paragraph 5.2.1, for “, and” substitute “.”.',
      'In paragraph 5.2.1, for “it is” substitute “It is”.',
    ],
  ],
  [
    'splits a paragraph, and renumbers those after it',
    [
      ['5.2.2', '5.2.3'],
      ['being met, and it is', 'being met,\n\n5.2.2 and it is'],
    ],
    ['Split paragraph 5.2.1 before “and it is”; the second part becomes 5.2.2.', 'Renumber paragraph 5.2.2 as 5.2.3.'],
  ],
  [
    'splits an item',
    [['reason for it, which need', 'reason for it,\n- (ba) which need']],
    ['Split paragraph 5.1.3(b) before “which need not”; the second part becomes (ba).'],
  ],
  [
    'merges two paragraphs, and citations of the second are of the first',
    [
      ['thinks fit.\n\n5.1.3 A request states:', 'thinks fit. A request states:'],
      ['5.1.3', '5.1.2'],
    ],
    ['Merge paragraphs 5.1.2 and 5.1.3; references follow.'],
  ],
  [
    'merges two paragraphs, and renumbers those after them',
    [
      ['thinks fit.\n\n5.1.3 A request states:', 'thinks fit. A request states:'],
      ['5.1.3', '5.1.2'],
      ['5.1.4', '5.1.3'],
    ],
    ['Merge paragraphs 5.1.2 and 5.1.3; references follow.', 'Renumber paragraph 5.1.4 as 5.1.3; references follow.'],
  ],
  [
    'merges two paragraphs of which the second is not cited',
    [['says.\n\n5.1.2 The', 'says. The']],
    ['Merge paragraphs 5.1.1 and 5.1.2.'],
  ],
];

describe('deriving what changes the structure of a document', () => {
  for (const [claim, edits, instructions] of stories) {
    it(claim, () => {
      expect(derived({ D: specimen }, { D: edited(edits) })).toEqual(instructions);
    });
  }

  const other =
    '# Appendix K: Other\n\n## 1 Use\n\n1.1 The rules of paragraph 5.1.3 of Appendix D, and of paragraph 5.1.4 of Appendix D, are those of use.\n\n1.2 A request under paragraph 5.1.4 of Appendix D is free.\n';

  it('lets citations in another appendix follow, where that appendix says so', () => {
    const documents = { D: `---\nappendix: D\n---\n${specimen}`, K: `---\nappendix: K\n---\n${other}` };
    const following: readonly Edit[] = [
      ['5.1.3', '5.1.2'],
      ['5.1.4', '5.1.3'],
    ];
    expect(derived(documents, { D: edited(closedUp, documents.D), K: edited(following, documents.K) })).toEqual([
      'Omit paragraph 5.1.2.',
      'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.2 to 5.1.3; references follow.',
    ]);
  });

  it('amends citations by instructions of their own, where another appendix keeps what it cites', () => {
    const documents = { D: `---\nappendix: D\n---\n${specimen}`, K: `---\nappendix: K\n---\n${other}` };
    expect(derived(documents, { D: edited(closedUp, documents.D), K: documents.K })).toEqual([
      'Omit paragraph 5.1.2.',
      'In paragraph 5.1.1, for “5.1.3” substitute “5.1.2”.',
      'In paragraph 5.1.1, for “5.1.4(a)” substitute “5.1.3(a)”.',
      'Renumber paragraphs 5.1.3 to 5.1.4 as 5.1.2 to 5.1.3.',
      'In paragraph 5.2.1, for “5.1.3(c)” substitute “5.1.2(c)”.',
    ]);
  });
});
