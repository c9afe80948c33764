import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, derive, format, parseChange, printChange, printInstruction } from '../src/index.ts';
import { tablePair } from './generate-tables.ts';

const specimen = `# 1 Routes

1.1 The routes are these:

| Route | Open to | Hours | Fee |
|---|---|---|---|
| Portal | every applicant | from 08:00 to 18:00 | none |
| Post | every applicant | when it comes | a stamp |
| Gateway | Users | at all hours | none |
| Courier | Users | from 08:00 to 12:00 | what the courier asks |

1.2 No other route is open.
`;

type Edit = readonly [words: string, replacement: string];

/** The instructions that make the edited copy, without their numbers; carried out, they give it. */
function derived(edits: readonly Edit[]): readonly string[] {
  const after = edits.reduce((text, [words, replacement]) => {
    if (!text.includes(words)) throw new Error(`The text does not have “${words}”.`);
    return text.replaceAll(words, replacement);
  }, specimen);
  const change = derive({ D: specimen }, { D: after });
  const applied = apply(parseChange(printChange(change)), { D: specimen });
  expect(applied.ok && applied.texts.D).toBe(after);
  return change.instructions.map((one) =>
    printInstruction(one)
      .replace(/^\d+\. /, '')
      .trimEnd(),
  );
}

const evidence: readonly Edit[] = [
  ['| Hours |', '| Evidence | Hours |'],
  ['|---|---|---|---|', '|---|---|---|---|---|'],
  ['| from 08:00 to 18:00 |', '| a receipt | from 08:00 to 18:00 |'],
  ['| when it comes |', '| the postmark | when it comes |'],
  ['| at all hours |', '| a log | at all hours |'],
  ['| from 08:00 to 12:00 |', '| | from 08:00 to 12:00 |'],
];

const noFee: readonly Edit[] = [
  [' Fee |', ''],
  ['|---|---|---|---|', '|---|---|---|'],
  [' none |', ''],
  [' a stamp |', ''],
  [' what the courier asks |', ''],
];

const insertsEvidence =
  'In the table in paragraph 1.1, after the column “Open to” insert the column “Evidence”—\n\n   > | Portal | a receipt |\n   > | Post | the postmark |\n   > | Gateway | a log |\n   > | Courier | |';

const stories: readonly (readonly [claim: string, edits: readonly Edit[], instructions: readonly string[]])[] = [
  ['inserts a column', evidence, [insertsEvidence]],
  ['omits a column', noFee, ['In the table in paragraph 1.1, omit the column “Fee”.']],
  [
    'inserts a column beside others that change, and a row has a cell in it',
    [
      ...evidence,
      ['what the courier asks |', 'what the courier asks |\n| Telephone | Users | none | at all hours | none |'],
      ['| Users | a log |', '| each User | a log |'],
    ],
    [
      insertsEvidence,
      'In the table in paragraph 1.1, in the row for “Gateway”, in the column “Open to”, for “Users” substitute “each User”.',
      'In the table in paragraph 1.1, after the row for “Courier” insert—\n\n   > | Telephone | Users | none | at all hours | none |',
    ],
  ],
  [
    'amends the head of a column and leaves its cells',
    [['| Open to |', '| Who may use it |']],
    [
      'In the head row of the table in paragraph 1.1, in the column “Open to”, for “Open to” substitute “Who may use it”.',
    ],
  ],
  [
    'substitutes a column whose head and cells are others',
    [
      ['| Hours |', '| Days |'],
      ['from 08:00 to 18:00', 'working days'],
      ['when it comes', 'every day but Sunday'],
      ['at all hours', 'every day'],
      ['from 08:00 to 12:00', 'working days'],
    ],
    [
      'In the table in paragraph 1.1, for the column “Hours” substitute—\n\n   > | Route | Days |\n   > |---|---|\n   > | Portal | working days |\n   > | Post | every day but Sunday |\n   > | Gateway | every day |\n   > | Courier | working days |',
    ],
  ],
  [
    'says in one instruction what changes alike in several rows of a column',
    [['Users', 'Subscribers']],
    [
      'In the table in paragraph 1.1, in the rows for “Gateway” and “Courier”, in the column “Open to”, for “Users” substitute “Subscribers”.',
    ],
  ],
  [
    'moves a row',
    [
      ['| Gateway | Users | at all hours | none |\n', ''],
      ['| Portal | every', '| Gateway | Users | at all hours | none |\n| Portal | every'],
    ],
    [
      'In the table in paragraph 1.1, move the row for “Gateway” to before the row for “Portal” in the table in paragraph 1.1.',
    ],
  ],
];

describe('deriving instructions on the columns of a table', () => {
  for (const [claim, edits, instructions] of stories) {
    it(claim, () => {
      expect(derived(edits)).toEqual(instructions);
    });
  }

  it('names the columns in which the cells of a row change alike', () => {
    const before =
      '1.1 Routes:\n\n| Route | CSRs | Files |\n|---|---|---|\n| Portal | Yes | Yes |\n| Post | Yes | Yes |\n';
    const { instructions } = derive({ D: before }, { D: before.replace('Post | Yes | Yes', 'Post | No | No') });
    expect(instructions.map((one) => printInstruction(one).trimEnd())).toEqual([
      '1. In the table in paragraph 1.1, in the row for “Post”, in the columns “CSRs” and “Files”, for “Yes” substitute “No”.',
    ]);
  });

  it('gives the text after, on generated tables with columns put in, taken out and changed', () => {
    let columns = 0;
    fc.assert(
      fc.property(tablePair, ([one, other]) => {
        const [before, after] = [format(one), format(other)];
        const change = derive({ D: before }, { D: after });
        const types = change.instructions.map(({ operation: { type, at } }) => (at.type === 'cell' ? type : ''));
        columns += types.filter((type) => type === 'omit-provision' || /-column$/.test(type)).length;
        const applied = apply(parseChange(printChange(change)), { D: before });
        expect(applied.ok && (applied.texts.D ?? before)).toBe(after);
      }),
      { numRuns: 40 },
    );
    expect(columns).toBeGreaterThan(5);
  });
});
