import { describe, expect, it } from 'vitest';
import { apply, derive, parseChange, printChange, printInstruction } from '../src/index.ts';

const specimen = `# 1 Requests

1.1 A request is sent in writing[^1] and is answered within ten days.

1.2 An answer states:

- (a) the day on which the request came; and
- (b) the reasons for it[^2],

and is sent by post.

1.3 Nothing else is stated.

[^1]: By post or by hand.

[^2]: As *paragraph 1.1* says.
`;

type Edit = readonly [words: string, replacement: string];

/** The instructions that make the edited copy, without their numbers; carried out, they give it. */
function derived(edits: readonly Edit[]): readonly string[] {
  const after = edits.reduce((text, [words, replacement]) => {
    if (!text.includes(words)) throw new Error(`The text does not have “${words}”.`);
    return text.replace(words, replacement);
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

const stories: readonly (readonly [claim: string, edits: readonly Edit[], instructions: readonly string[]])[] = [
  [
    'inserts a footnote with its call',
    [
      ['ten days.', 'ten days[^3].'],
      ['says.\n', 'says.\n\n[^3]: Counted from the next day.\n'],
    ],
    ['In paragraph 1.1, after “days” insert the footnote—\n\n   > [^3]: Counted from the next day.'],
  ],
  [
    'calls a new footnote a second time by an instruction of its own',
    [
      ['ten days.', 'ten days[^3].'],
      ['request came;', 'request came[^3];'],
      ['says.\n', 'says.\n\n[^3]: Counted from the next day.\n'],
    ],
    [
      'In paragraph 1.1, after “days” insert the footnote—\n\n   > [^3]: Counted from the next day.',
      'In paragraph 1.2(a), for “came” substitute “came[^3]”.',
    ],
  ],
  [
    'omits a footnote, and its call goes with it',
    [
      ['[^2],', ','],
      ['[^2]: As *paragraph 1.1* says.\n', ''],
      ['By post or by hand.\n\n', 'By post or by hand.\n'],
    ],
    ['Omit the footnote “2”.'],
  ],
  [
    'omits one footnote, inserts another and amends the words around both',
    [
      ['ten days.', 'five days[^3].'],
      ['reasons for it[^2],', 'grounds for it,'],
      ['[^2]: As *paragraph 1.1* says.', '[^3]: Counted from the next day.'],
    ],
    [
      'In paragraph 1.1, after “days” insert the footnote—\n\n   > [^3]: Counted from the next day.',
      'In paragraph 1.1, for “ten” substitute “five”.',
      'In paragraph 1.2(b), for “reasons” substitute “grounds”.',
      'Omit the footnote “2”.',
    ],
  ],
  [
    'gives the words of footnotes that are numbered anew',
    [
      ['it[^2],', 'it[^3],'],
      ['came;', 'came[^2];'],
      ['[^2]: As *paragraph 1.1* says.', '[^2]: In London.\n\n[^3]: As *paragraph 1.1* says.'],
    ],
    [
      'In paragraph 1.2(a), for “came” substitute “came[^2]”.',
      'In paragraph 1.2(b), for “[^2]” substitute “[^3]”.',
      'For the first paragraph of the footnote “2” substitute—\n\n   > In London.',
      'After the footnote “2” insert—\n\n   > [^3]: As *paragraph 1.1* says.',
    ],
  ],
  [
    'inserts words before the closing words of a paragraph',
    [['and is sent by post.', 'and is signed,\n\nand is sent by post.']],
    ['Before the closing words of paragraph 1.2 insert—\n\n   > and is signed,'],
  ],
];

describe('deriving instructions on footnotes and closing words', () => {
  for (const [claim, edits, instructions] of stories) {
    it(claim, () => {
      expect(derived(edits)).toEqual(instructions);
    });
  }
});
