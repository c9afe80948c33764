import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { chooseOption, optionsOf } from '../src/change/choices.ts';
import { plan } from '../src/change/plan.ts';
import { printChange } from '../src/change/print-change.ts';
import { readChange } from '../src/change/read-change.ts';
import type { Change, Choice, Instruction, Operation } from '../src/model/change.ts';
import { parseDocument } from '../src/source/parse.ts';
import { told } from './fixture.ts';
import { choiceMade, expectation, operation, synonyms } from './generate-instruction.ts';

const front = '---\nchange: DP999\ntitle: Specimen\nstage: specimen\n---\n';
const file = (...lines: readonly string[]) => `${front}\n## Appendix D\n\n${lines.join('\n')}\n`;

function read(source: string): Change {
  const result = readChange(source, 'change.md');
  if (!result.ok) throw new Error(told(result.messages));
  return result.change;
}

function problems(source: string): readonly string[] {
  const result = readChange(source, 'change.md');
  return result.ok ? [] : result.messages.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);
}

const offered = [
  '1. In paragraph 5.1.2, omit “promptly”.',
  '',
  '4. Option A: In paragraph 5.1.2, omit “via the Internet or”.',
  '',
  '   Option B: After paragraph 5.1.2 insert—',
  '',
  '   > 5.1.2A The DCC shall answer by post.',
  '',
  '   Reason for Option B: Nobody is left without an answer.',
  '',
  '   Reason: The Sub-Committee is asked which.',
  '',
  '5. Option A: No change.',
  '',
  '   Option B: In paragraph 5.1.3, for “day” substitute “week”.',
  '',
  '## After this change',
  '',
  '- Appendix D contains the words “DCC”.',
  '- Option B: Appendix D contains the words “by post”.',
];
const source = file(...offered);
const law = parseDocument(
  '## 5 Answers\n\n5.1.2 The DCC shall promptly answer via the Internet or via the Gateway.\n\n5.1.3 It has one day.\n',
  'D.md',
);
const documents = new Map([['D', law]]);

const chosen = (change: Change, letter: string): Change => {
  const result = chooseOption(change, letter);
  if (!result.ok) throw new Error(told(result.messages));
  return result.change;
};

describe('an instruction that offers options', () => {
  const change = read(source);

  it('is a choice with its options, their reasons and its own, apart from the instructions common to all', () => {
    expect(optionsOf(change)).toEqual(['A', 'B']);
    expect(change.instructions.map(({ number }) => number)).toEqual([1]);
    const [first, second] = change.choices ?? [];
    expect(first).toMatchObject({ number: 4, documents: ['D'], reason: 'The Sub-Committee is asked which.' });
    expect(first?.options.map(({ letter, reason }) => [letter, reason])).toEqual([
      ['A', undefined],
      ['B', 'Nobody is left without an answer.'],
    ]);
    expect(first?.options[1]?.instruction?.operation).toMatchObject({
      type: 'insert-provision',
      content: '5.1.2A The DCC shall answer by post.',
    });
    expect(second?.options[0]).not.toHaveProperty('instruction');
  });

  it('gives ranges that point at what is written', () => {
    const [a, b] = change.choices?.[0]?.options ?? [];
    expect(source.slice(a?.start, a?.end)).toBe('Option A: In paragraph 5.1.2, omit “via the Internet or”.');
    expect(source.slice(b?.start, b?.end)).toMatch(/^Option B: After.*by post\.$/s);
    const target = b?.instruction?.targetRange;
    expect(source.slice(target?.start, target?.end)).toBe('paragraph 5.1.2');
  });

  it('is read with letters small, a dash for the colon, and “No amendment”', () => {
    const loose = read(file('1. option a — omit section 5.', '', '   OPTION B: no amendment'));
    expect(loose.choices?.[0]?.options.map(({ letter, instruction }) => [letter, instruction?.operation.type])).toEqual(
      [
        ['A', 'omit-provision'],
        ['B', undefined],
      ],
    );
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one option alone', ['1. Option A: Omit section 5.'], ['9:1 option-alone']],
    [
      'letters that leave one out',
      ['1. Option A: Omit section 5.', '', '   Option C: No change.'],
      ['11:4 option-letter'],
    ],
    ['a letter twice', ['1. Option A: Omit section 5.', '', '   Option A: No change.'], ['11:4 option-letter']],
    ['a number for a letter', ['1. Option 1: Omit section 5.', '', '   Option A: No change.'], ['9:4 option-syntax']],
    [
      'words before the first option',
      ['1. Choose one.', '', '   Option A: Omit section 5.', '', '   Option B: No change.'],
      ['9:4 option-syntax'],
    ],
    [
      'options of which none does anything',
      ['1. Option A: No change.', '', '   Option B: No change.'],
      ['9:1 option-no-effect'],
    ],
    [
      'an option on the line below another',
      ['1. Option A: Omit section 5.', '   Option B: No change.'],
      ['10:4 instruction-syntax'],
    ],
    [
      'a reason in the paragraph of an option',
      ['1. Option A: Omit section 5.', '   Reason: x', '', '   Option B: No change.'],
      ['9:4 option-reason'],
    ],
    [
      'a reason for an option that is not offered',
      ['1. Option A: Omit section 5.', '', '   Option B: No change.', '', '   Reason for Option C: x'],
      ['13:4 option-reason'],
    ],
    [
      'two reasons for one option',
      [
        '1. Option A: Omit section 5.',
        '',
        '   Option B: No change.',
        '',
        '   Reason for Option A: x',
        '',
        '   Reason for option a: y',
      ],
      ['15:4 reason-repeated'],
    ],
    [
      'a block quote under an option that makes no change',
      ['1. Option A: Omit section 5.', '', '   Option B: No change.', '', '   > x'],
      ['11:14 instruction-syntax'],
    ],
    [
      'an option that only another instruction offers',
      [
        '1. Option A: Omit section 5.',
        '',
        '   Option B: No change.',
        '',
        '2. Option A: Omit section 6.',
        '',
        '   Option B: No change.',
        '',
        '   Option C: Omit section 7.',
      ],
      ['9:1 option-missing'],
    ],
    [
      'an expectation for an option that is not offered',
      ['1. Omit section 5.', '', '## After this change', '', '- Option A: Appendix D contains the words “x”.'],
      ['13:13 unknown-option'],
    ],
    ['a bullet', ['- Option A: Omit section 5.', '', '  Option B: No change.'], ['9:1 instruction-number-missing']],
  ])('is refused: %s', (_, lines, expected) => {
    expect([...problems(file(...lines))].sort()).toEqual([...expected].sort());
  });

  it('tells an option gone astray above the first appendix', () => {
    expect(problems(`${front}1. Option A: Omit section 5.\n\n## Appendix D\n\n1. Omit section 5.\n`)).toEqual([
      '6:1 instruction-outside-appendix',
    ]);
  });
});

describe('choosing an option', () => {
  const change = read(source);
  const textOf = (letter: string) => {
    const applied = applyChange(chosen(change, letter), documents);
    return applied.ok ? applied.documents.get('D')?.after.source : told(applied.refusals);
  };

  it('carries out what is common to all, and this option, and nothing of the others', () => {
    expect(textOf('A')).toBe('## 5 Answers\n\n5.1.2 The DCC shall answer via the Gateway.\n\n5.1.3 It has one day.\n');
    expect(textOf('B')).toBe(
      '## 5 Answers\n\n5.1.2 The DCC shall answer via the Internet or via the Gateway.\n\n5.1.2A The DCC shall answer by post.\n\n5.1.3 It has one week.\n',
    );
  });

  it('gives each instruction the reason of its option, else that of the choice, and keeps the expectations that speak of it', () => {
    const reasons = (letter: string) =>
      chosen(change, letter).instructions.map(({ number, reason }) => [number, reason]);
    expect(reasons('A')).toEqual([
      [1, undefined],
      [4, 'The Sub-Committee is asked which.'],
    ]);
    expect(reasons('B')).toEqual([
      [1, undefined],
      [4, 'Nobody is left without an answer.'],
      [5, undefined],
    ]);
    expect(chosen(change, 'A').expectations).toHaveLength(1);
    expect(chosen(change, 'B').expectations).toHaveLength(2);
  });

  it('gives a change that can be printed and read as one without options', () => {
    const b = chosen(change, 'B');
    const again = read(printChange(b));
    expect(again.choices).toBeUndefined();
    expect(again.instructions.map(({ number }) => number)).toEqual([1, 4, 5]);
    const applied = applyChange(again, documents);
    expect(applied.ok && applied.documents.get('D')?.after.source).toBe(textOf('B'));
  });

  it('is needed: nothing is planned while none is chosen', () => {
    const planned = plan(change, documents);
    expect(planned.ok ? '' : told(planned.refusals)).toBe(
      [
        'change.md:11:1 option-not-chosen',
        '  Expected one of the options that DP999 offers (Options A and B), found none chosen.',
        '  Choose one: --option A or --option B.',
        '',
      ].join('\n'),
    );
  });

  it('refuses one that is not offered, with those that are', () => {
    const result = chooseOption(change, 'C');
    expect(result.ok ? [] : result.messages.map(({ text, advice }) => `${text} ${advice}`)).toEqual([
      'Expected one of the options that DP999 offers (Options A and B), found “C”. Choose one: --option A or --option B.',
    ]);
    const none = chooseOption(read(file('1. Omit section 5.')), 'A');
    expect(none.ok ? '' : none.messages[0]?.text).toBe(
      'Expected a change that offers options, found that DP999 offers none.',
    );
  });

  it('names the option in a refusal, and refuses nothing for what only another one says', () => {
    const wrong = read(source.replace('for “day”', 'for “hour”'));
    expect(applyChange(chosen(wrong, 'A'), documents).ok).toBe(true);
    const refused = applyChange(chosen(wrong, 'B'), documents);
    expect(refused.ok ? '' : refused.refusals.map(({ text }) => text).join()).toMatch(
      /^Instruction 5, Option B, cannot be carried out: expected the words “hour”/,
    );
    expect(refused.ok ? [] : refused.refusals.map(({ instruction, option }) => [instruction, option])).toEqual([
      [5, 'B'],
    ]);
  });

  it('refuses an option that touches what a common instruction does, as its own', () => {
    const clash = read(source.replace('omit “via the Internet or”', 'omit “promptly answer”'));
    const refused = applyChange(chosen(clash, 'A'), documents);
    expect(refused.ok ? [] : refused.refusals.map(({ rule }) => rule)).toEqual(['overlapping-instructions']);
    expect(applyChange(chosen(clash, 'B'), documents).ok).toBe(true);
  });
});

describe('a printed change with options and words that mean the same', () => {
  const nowhere = { start: 0, end: 0 };
  const instructionOf = (made: Operation, number: number): Instruction => ({
    type: 'instruction',
    number,
    documents: ['D'],
    operation: made,
    targetRange: nowhere,
    ...nowhere,
  });

  const made = fc.integer({ min: 2, max: 4 }).chain((count) =>
    fc.record({
      common: fc.array(operation, { maxLength: 2 }),
      choices: fc.array(choiceMade(count), { minLength: 1, maxLength: 3 }),
      expectation,
      names: synonyms,
    }),
  );

  it('is read as the same change, and printed again is the same text', () => {
    fc.assert(
      fc.property(made, ({ common, choices, expectation: expected, names }) => {
        const change = {
          ...{ name: 'DP999', title: 'x', stage: 'x', baseline: {}, prose: '' },
          instructions: common.map((one, index) => instructionOf(one, index * 2)),
          choices: choices.map(
            ({ options, reason }, index): Choice => ({
              type: 'choice',
              number: index * 2 + 1,
              documents: ['D'],
              options: options.map((option, place) => {
                const letter = 'ABCD'.charAt(place);
                const instruction = option.operation && {
                  ...instructionOf(option.operation, index * 2 + 1),
                  option: letter,
                };
                return {
                  letter,
                  ...(instruction && { instruction }),
                  ...(option.reason !== undefined && { reason: option.reason }),
                  ...nowhere,
                };
              }),
              ...(reason !== undefined && { reason }),
              ...nowhere,
            }),
          ),
          expectations: [{ ...expected, option: 'B' }],
          synonyms: [{ type: 'synonyms' as const, names, ...nowhere }],
        };
        const printed = printChange(change);
        const again = read(printed);
        const { type, path, source: text, ...rest } = again;
        expect(withoutRanges(rest)).toEqual(withoutRanges(change));
        expect(printChange(again)).toBe(printed);
      }),
      { numRuns: 200 },
    );
  });
});

const ranges = new Set(['start', 'end', 'targetRange', 'wordsRange']);

function withoutRanges(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRanges);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (ranges.has(key) ? [] : [[key, withoutRanges(inner)]])),
  );
}

describe('words for the same thing', () => {
  it('are read as lists', () => {
    const change = read(
      file(
        '1. Omit section 5.',
        '',
        '## Words for the same thing',
        '',
        '- “SPOTI”, “via the',
        '  Internet” and “over the Internet” mean the same.',
        '- "a" and "b" mean the same thing',
      ),
    );
    expect(change.synonyms?.map(({ names }) => names)).toEqual([
      ['SPOTI', 'via the Internet', 'over the Internet'],
      ['a', 'b'],
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['one wording alone', ['- “SPOTI” means the same.'], ['13:11 synonyms-syntax']],
    ['a sentence of another kind', ['- “SPOTI” is “the Internet”.'], ['13:11 synonyms-syntax']],
    ['a wording twice', ['- “a”, “b” and “A” mean the same.'], ['13:16 synonyms-repeated']],
    [
      'a wording in two lists',
      ['- “a” and “b” mean the same.', '- “B” and “c” mean the same.'],
      ['14:3 synonyms-repeated'],
    ],
    [
      'more wordings than can be looked for',
      [`- ${Array.from({ length: 101 }, (_, index) => `“w${index}”`).join(', ')} mean the same.`],
      ['13:693 synonyms-syntax'],
    ],
    ['no word', ['- “a” and “—” mean the same.'], ['13:11 synonyms-syntax']],
    ['more than a sentence', ['- “a” and “b” mean the same.', '', '  > x'], ['15:3 synonyms-syntax']],
  ])('are refused: %s', (_, lines, expected) => {
    expect(problems(file('1. Omit section 5.', '', '## Words for the same thing', '', ...lines))).toEqual(expected);
  });

  it('stand before the expectations', () => {
    const late = [
      '## After this change',
      '',
      '- Appendix D contains the words “x”.',
      '',
      '## Words for the same thing',
    ];
    expect(problems(file('1. Omit section 5.', '', ...late))).toEqual(['15:1 change-heading-order']);
  });
});
