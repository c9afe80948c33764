import { describe, expect, it } from 'vitest';
import { bothTexts } from '../src/amend/both-texts.ts';
import { changeRules } from '../src/amend/change-rules.ts';
import { compareDocuments } from '../src/compare/compare-documents.ts';
import { documentOf } from './read.ts';

/** What a rule tells of one text that was made of another. */
function told(rule: string, before: readonly string[], after: readonly string[]): readonly string[] {
  const [old, fresh] = [before, after].map((blocks) => documentOf(...blocks.flatMap((block) => [block, '']))) as [
    ReturnType<typeof documentOf>,
    ReturnType<typeof documentOf>,
  ];
  const amended = { before: old, after: fresh, redline: compareDocuments(old, fresh) };
  const texts = bothTexts([old], [fresh], [amended]);
  return changeRules.flatMap(({ id, find }) => (id === rule ? find(texts).map(({ text }) => text) : []));
}

const [write, fee, money, answer] = [
  '5.1 An application is made in writing, and by one person alone.',
  '5.2 The fee is ten pounds for each application, and is paid at once.',
  '5.3 The DCC shall give the money back where it does not answer in time.',
  '5.4 An answer is sent to the address that the application gives.',
] as const;
const renumbered = [write, fee.replace('5.2', '5.3'), money.replace('5.3', '5.4')];

describe('a citation that the change leaves as it is', () => {
  const rule = 'reference-strayed';

  it('is told where its number is another provision’s now', () => {
    const after = [write, '5.2 A date is given.', ...renumbered.slice(1), '6.1 See paragraph 5.2.'];
    expect(told(rule, [write, fee, money, '6.1 See paragraph 5.2.'], after)).toEqual([
      '“paragraph 5.2” points at another provision than before: the one it cited is paragraph 5.3 now.',
    ]);
  });

  it('is right where what it cites is substituted, amended or left alone, and where it follows', () => {
    const cite = (number: string) => `6.1 See paragraph ${number}.`;
    const substituted = [write, '5.2 Nothing is due from any person at all.', money, cite('5.2')];
    expect(told(rule, [write, fee, money, cite('5.2')], substituted)).toEqual([]);
    const amended = [write, fee.replace('ten', 'twenty'), money, cite('5.2')];
    expect(told(rule, [write, fee, money, cite('5.2')], amended)).toEqual([]);
    const followed = [write, '5.2 A date is given.', ...renumbered.slice(1), cite('5.3')];
    expect(told(rule, [write, fee, money, cite('5.2')], followed)).toEqual([]);
  });
});

describe('a number without a noun', () => {
  const rule = 'number-left-behind';
  const after = (words: string) => [write, '5.2 A date is given.', ...renumbered.slice(1), words];
  const alone = (words: string) => told(rule, [write, fee, money, words], after(words)).length;

  it.each(['It is paid under 5.2.', 'The rules (5.2) apply.', '5.2 applies to all.'])(
    'may cite what is renumbered: %s',
    (words) => {
      expect(alone(`A word first. ${words}`)).toBe(1);
    },
  );

  it.each([
    'A cable of 5.2 metres.',
    'Not more than 5.2.',
    'By version 5.2, or TLS 5.2.',
    'A fee of £5.2.',
    'At 5.2% of it.',
    'On 5.2.2019.',
    'What is paid under 5.1 stays.',
    'See 5.2.',
  ])('is no such citation: %s', (words) => {
    expect(alone(words)).toBe(0);
  });
});

describe('a range cited by its two ends', () => {
  const rule = 'range-altered';
  const cite = '6.1 Paragraphs 5.1 to 5.4 do not apply to the DCC.';
  const all = [write, fee, money, answer];
  const inserted = '5.2A An application bears a date and a name.';

  it('takes in what is inserted in it, and leaves out what moves away', () => {
    expect(told(rule, [...all, cite], [write, fee, inserted, money, answer, cite])).toEqual([
      '“Paragraphs 5.1 to 5.4” takes in paragraph 5.2A, which it did not before.',
    ]);
    const moved = fee.replace('5.2', '6.2');
    expect(told(rule, [...all, cite], [write, money, answer, cite, moved])).toEqual([
      '“Paragraphs 5.1 to 5.4” leaves out paragraph 6.2, which it held before.',
    ]);
  });

  it('is one of several in a citation', () => {
    const two = '6.1 Paragraphs 5.1 to 5.2 and 5.3 to 5.4 do not apply.';
    expect(told(rule, [...all, two], [write, inserted.replace('5.2A', '5.1A'), fee, money, answer, two])).toEqual([
      '“Paragraphs 5.1 to 5.2 and 5.3 to 5.4” takes in paragraph 5.1A, which it did not before.',
    ]);
  });

  it('is the same where the drafter amended it, where a paragraph is substituted, and where one goes', () => {
    const amended = cite.replace('to 5.4', 'to 5.3');
    expect(told(rule, [...all, cite], [write, fee, inserted, money, answer, amended])).toEqual([]);
    expect(told(rule, [...all, cite], [write, '5.2 Nothing is due.', money, answer, cite])).toEqual([]);
    expect(told(rule, [...all, cite], [write, money, answer, cite])).toEqual([]);
    expect(told(rule, [...all, cite], [write, fee, money, answer, inserted.replace('5.2A', '5.5'), cite])).toEqual([]);
  });
});

describe('a citation by place', () => {
  const rule = 'neighbour-altered';
  const cite = '5.3 The time in the preceding paragraph runs from the day of receipt.';

  it('means another paragraph where one is inserted or omitted before it, or where it is moved itself', () => {
    const inserted = '5.2A An application bears a date and a name.';
    expect(told(rule, [write, fee, cite], [write, fee, inserted, cite])).toEqual([
      '“the preceding paragraph” meant paragraph 5.2 before the change, and paragraph 5.2A after it.',
    ]);
    expect(told(rule, [write, fee, cite], [write, cite])).toHaveLength(1);
    expect(told(rule, [write, fee, cite], [write, '5.2 [No longer in use]', cite])).toHaveLength(1);
    expect(told(rule, [write, fee, cite, answer], [write, fee, answer, cite.replace('5.3', '5.5')])).toEqual([
      '“the preceding paragraph” meant paragraph 5.2 before the change, and paragraph 5.4 after it.',
    ]);
  });

  it.each<[string, readonly string[], readonly string[], string]>([
    [
      'The times in the preceding two paragraphs run from the day of receipt.',
      [write, fee],
      [write, '5.1A An application bears a date and a name.', fee],
      'paragraph 5.1 and paragraph 5.2 before the change, and paragraph 5.1A and paragraph 5.2 after it',
    ],
    [
      'The times in the two paragraphs immediately above run from the day of receipt.',
      [write, fee],
      [write, fee.replace(/^(\S+) .*/, '$1 [No longer in use]')],
      'paragraph 5.1 and paragraph 5.2 before the change, and paragraph 5.1 and paragraph 5.2, of which only the number is left, after it',
    ],
    [
      'The times in the two preceding paragraphs run from the day of receipt.',
      [write, fee],
      [fee],
      'paragraph 5.1 and paragraph 5.2 before the change, and paragraph 5.2 after it',
    ],
  ])('means other paragraphs where it counts them: %s', (words, before, after, said) => {
    const [one, other] = [`5.3 ${words}`, `5.4 Nothing more.`];
    expect(told(rule, [...before, one, other], [...after, one, other])).toEqual([
      expect.stringContaining(`meant ${said}.`),
    ]);
  });

  it('counts forwards, items and rows as well', () => {
    const next = '5.0 The next three paragraphs do not apply to the DCC.';
    expect(told(rule, [next, write, fee, money, answer], [next, write, fee, answer])).toHaveLength(1);
    const moved = answer.replace('5.4', '5.1A');
    expect(told(rule, [next, write, fee, money, answer], [next, write, moved, fee, money])).toHaveLength(1);
    const list = (...words: readonly string[]) =>
      words.map((each, at) => `- (${'abcd'.charAt(at)}) ${each}`).join('\n');
    const [days, rest] = [
      'the days in the following two items count;',
      ['a day of rest;', 'a day of work; and', 'a day of both.'],
    ];
    expect(
      told(rule, ['5.1 These count:', list(days, ...rest)], ['5.1 These count:', list(days, ...rest.slice(1))]),
    ).toHaveLength(1);
    const table = (...rows: readonly string[]) => ['| Step | What |', '|---|---|', ...rows].join('\n');
    const rows = ['| 1 | Read it. |', '| 2 | Sign it. |', '| 3 | As in the previous two rows. |'];
    expect(told(rule, [table(...rows)], [table(rows[0] ?? '', '| 1A | Copy it. |', ...rows.slice(1))])).toHaveLength(1);
  });

  it.each(['The following two steps are taken:', 'The next three steps shall follow — in this order:'])(
    'is none where the words open what follows: %s',
    (words) => {
      const steps = (...lines: readonly string[]) => ['| Step | What |', '|---|---|', ...lines].join('\n');
      const [one, two, three] = ['| 5.1.1 | Read it. |', '| 5.1.2 | Sign it. |', '| 5.1.3 | File it. |'];
      expect(told(rule, [`5.1 ${words}`, steps(one, two, three), fee], [`5.1 ${words}`, steps(one, two), fee])).toEqual(
        [],
      );
    },
  );

  it('means the same where so many did not stand there, and where one replaces another', () => {
    const three = '5.3 The times in the preceding three paragraphs run from the day of receipt.';
    expect(told(rule, [write, fee, three], [fee, three])).toEqual([]);
    const two = three.replace('three', 'two');
    expect(told(rule, [write, fee, two], [write, '5.2 Nothing is due from any person at all.', two])).toEqual([]);
  });

  it('means the same where nothing beside it changes but words', () => {
    expect(told(rule, [write, fee, cite], ['5.0A First.', write, fee.replace('ten', 'five'), cite])).toEqual([]);
    expect(told(rule, [write, fee, cite], [write, fee, cite.replace('day', 'hour')])).toEqual([]);
  });
});

describe('a count elsewhere', () => {
  const rule = 'count-elsewhere';
  const list = (...items: readonly string[]) => items.map((item, at) => `- (${'abc'.charAt(at)}) ${item}`).join('\n');
  const old = ['5.1 There are three routes:', list('the Portal;', 'the Internet; and', 'the post.')];
  const fresh = ['5.1 There are two routes:', list('the Portal; and', 'the post.')];

  it.each(['Those three routes are free.', 'Any of the three main routes is free.', 'All three routes are free.'])(
    'is wrong where the list is shorter: %s',
    (words) => {
      expect(told(rule, [...old, `5.2 ${words}`], [...fresh, `5.2 ${words}`])).toHaveLength(1);
    },
  );

  it.each(['Those two routes are free.', 'The three postal rates apply.', 'Three routes of another kind exist.'])(
    'is right: %s',
    (words) => {
      expect(told(rule, [...old, `5.2 ${words}`], [...fresh, `5.2 ${words}`])).toEqual([]);
    },
  );

  it('is left alone where two lists go by the name', () => {
    const other = ['5.3 There are three routes:', list('one;', 'two; and', 'three.')];
    const words = '5.2 Those three routes are free.';
    expect(told(rule, [...old, words, ...other], [...fresh, words, ...other])).toEqual([]);
  });
});
