import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PrintableChange, printChange } from '../src/change/print-change.ts';
import { readChange } from '../src/change/read-change.ts';
import type { Change, Instruction, InstructionPart } from '../src/model/change.ts';
import type { Expectation } from '../src/model/expectation.ts';
import { parseMarkdown } from '../src/source/syntax.ts';
import { block, expectation, operation, saysSomething, words } from './generate-instruction.ts';

const front = '---\nchange: DP074\ntitle: Clarity\nstage: problem statement\n---\n';

function read(source: string): Change {
  const result = readChange(source, 'DP074.md');
  if (!result.ok) throw new Error(result.messages.map(({ place, text }) => `${place.line}: ${text}`).join('\n'));
  return result.change;
}

/** The problems as `line:column rule`, in order. */
function problems(source: string): readonly string[] {
  const result = readChange(source, 'DP074.md');
  return result.ok ? [] : result.messages.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);
}

const instructions = (...lines: readonly string[]) => `${front}\n## Appendix D\n\n${lines.join('\n')}\n`;

describe('a heading', () => {
  const omission = '1. Omit section 5.';
  test.each([
    'Appendix D is amended as follows.',
    'The Code is amended as follows—',
    'This Appendix is amended as follows:',
  ])('may have under it what it says itself: %s', (preamble) => {
    expect(read(instructions(preamble, '', omission)).instructions).toHaveLength(1);
  });

  test.each([
    ['another appendix', [`Appendix K is amended as follows.`, '', omission]],
    ['more than that', ['Appendix D is amended as follows. It takes effect at once.', '', omission]],
    ['it below an instruction', [omission, '', 'Appendix D is amended as follows.']],
  ])('may not have %s', (_, lines) => {
    expect(problems(instructions(...lines)).map((problem) => problem.replace(/^\S+ /, ''))).toEqual([
      'change-text-unexpected',
    ]);
  });
});

describe('a change file', () => {
  const source = `---
change: DP074
title: Clarity on Obtaining SMKI Device Certificates
stage: problem statement
proposer: SSC and SMKI PMA
date: 2019-05-28
baseline: { D: "1.0", K: { version: 1.10, sha256: ${'a1'.repeat(32)} } }
---

The *issue*.

## The reasons

1. One reason.

\`\`\`md
## Appendix Z
\`\`\`

## Appendix D

1. In paragraph 5.5.2(b), for “via the
   Internet” substitute “via a DCC Gateway Connection”.

   Reason: Device CSRs are submitted
   through the DCC Gateway only.

4) After paragraph 5.5.2 insert—

   > 5.5.2A Where the DCC receives:
   >
   > - (a) one;
   >   - (i) > quoted;
   >
   > | a | b |
   >     code

## Appendix K: SMKI and Repository Test Scenarios Document

12. Omit section 5.3.
    Reason: It goes.

## After this change

- No provision of Appendices D, K, M and N mentions both “Device CSR” and “SPOTI”.
- At least one provision of Appendix D mentions all of “A”, “B” and “C”.
- Section 5 of Appendix D does not contain the words “X”.
- The second paragraph of section 2 of Appendix A of Appendix M contains the words “X”.
`;
  const change = read(source);

  test('gives its front matter, with versions as they are written', () => {
    expect(change).toMatchObject({
      type: 'change',
      name: 'DP074',
      title: 'Clarity on Obtaining SMKI Device Certificates',
      stage: 'problem statement',
      proposer: 'SSC and SMKI PMA',
      date: '2019-05-28',
      baseline: { D: { version: '1.0' }, K: { version: '1.10', sha256: 'a1'.repeat(32) } },
      path: 'DP074.md',
      source,
    });
  });

  test('gives its prose as Markdown, up to the first heading of an appendix that is not in code', () => {
    expect(change.prose).toBe('The *issue*.\n\n## The reasons\n\n1. One reason.\n\n```md\n## Appendix Z\n```');
  });

  test('gives each instruction its printed number, its document and its reason', () => {
    const heads = change.instructions.map(({ number, documents, reason }) => [number, documents.join(), reason]);
    expect(heads).toEqual([
      [1, 'D', 'Device CSRs are submitted through the DCC Gateway only.'],
      [4, 'D', undefined],
      [12, 'K', 'It goes.'],
    ]);
  });

  test('gives ranges that point at what is written', () => {
    const [first, second] = change.instructions;
    const written = (range: { start: number; end: number } | undefined) => source.slice(range?.start, range?.end);
    expect(written(first).startsWith('1. In paragraph')).toBe(true);
    expect(written(first).endsWith('Gateway only.')).toBe(true);
    expect(written(first?.targetRange)).toBe('paragraph 5.5.2(b)');
    expect(written(first?.wordsRange)).toBe('via the\n   Internet');
    expect(written(second).endsWith('>     code')).toBe(true);
    expect(written(change.expectations[2])).toBe('Section 5 of Appendix D does not contain the words “X”.');
  });

  test('keeps the Markdown of a block quote to the letter', () => {
    const content = '5.5.2A Where the DCC receives:\n\n- (a) one;\n  - (i) > quoted;\n\n| a | b |\n    code';
    expect(change.instructions[1]?.operation).toMatchObject({ type: 'insert-provision', content });
  });

  test('gives its expectations', () => {
    expect(change.expectations.map(({ start, end, ...rest }) => rest)).toEqual([
      { type: 'mentions', documents: ['D', 'K', 'M', 'N'], terms: ['Device CSR', 'SPOTI'], expected: 'none' },
      { type: 'mentions', documents: ['D'], terms: ['A', 'B', 'C'], expected: 'some' },
      {
        type: 'contains',
        document: 'D',
        at: { type: 'label', noun: 'section', labels: ['5'] },
        words: 'X',
        expected: false,
      },
      {
        type: 'contains',
        document: 'M',
        at: {
          type: 'ordinal',
          noun: 'paragraph',
          ordinal: 2,
          of: { type: 'label', noun: 'section', labels: ['Appendix A', '2'] },
        },
        words: 'X',
        expected: true,
      },
    ]);
  });

  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('says the same with %s line ends and a byte order mark', (_, ending) => {
    const other = read(`\uFEFF${source.replaceAll('\n', ending)}`);
    const plain = (made: Change) =>
      made.instructions.map(({ operation, number, reason }) => ({ operation, number, reason }));
    expect(plain(other)).toEqual(plain(change));
    expect(other.prose).toBe(change.prose);
    expect(other.source.slice(other.instructions[0]?.targetRange.start).startsWith('paragraph 5.5.2(b)')).toBe(true);
  });

  test('may hold no instruction yet', () => {
    expect(read(`${front}Only prose.`)).toMatchObject({ prose: 'Only prose.', instructions: [], expectations: [] });
  });
});

describe('the front matter', () => {
  test('is told all its problems at once, each at its line', () => {
    const source =
      '---\nchange: ../DP074\ntitle:\nstag: x\ndate: 28 May 2019\nbaseline: { D: "1.0", K: { sha: x } }\n---\n';
    const result = readChange(source, 'x.md');
    const told = result.ok ? [] : result.messages.map(({ place, text }) => `${place.line}: ${text.slice(0, 40)}`);
    expect(told.sort()).toEqual([
      '2: Expected the name of the change: letters',
      '2: Expected the stage the change has reache',
      '3: Expected the title of the change, as in ',
      '4: Expected one of the fields change, title',
      '5: Expected a date with year, month and day',
      '6: Expected the version (or the version and',
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    ['is missed', '## Appendix D\n', ['1:1 front-matter-missing']],
    ['is missed in an empty file', '', ['1:1 front-matter-missing']],
    ['must close', '---\nchange: x\n', ['1:1 front-matter-missing']],
    ['must be YAML', '---\nchange: "x\n---\n', ['2:11 front-matter-yaml']],
    ['must not repeat a field', '---\nchange: x\nchange: y\ntitle: t\nstage: s\n---\n', ['3:1 front-matter-yaml']],
    ['must hold fields', '---\n- a\n---\n', ['2:1 front-matter-field']],
    [
      'must name the change',
      '---\n---\n',
      ['2:1 front-matter-field', '2:1 front-matter-field', '2:1 front-matter-field'],
    ],
    ['may not multiply aliases', '---\na: &a [x]\nb: [*a, *a]\n---\n', ['2:1 front-matter-yaml']],
  ])('%s', (_, source, expected) => {
    expect(problems(source)).toEqual(expected);
  });
});

describe('nothing is passed over', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'prose',
      ['Some prose.', '', '1. Omit section 5.', '', 'More', 'prose.'],
      ['9:1 change-text-unexpected', '13:1 change-text-unexpected'],
    ],
    ['a bullet', ['- Omit section 5.'], ['9:1 instruction-number-missing']],
    ['code', ['```', '1. Omit section 5.', '```'], ['9:1 change-text-unexpected', '11:1 change-text-unexpected']],
    ['a comment', ['<!-- 1. Omit section 5. -->'], ['9:1 change-text-unexpected']],
    ['a rule', ['1. Omit section 5.', '', '* * *'], ['11:1 change-text-unexpected']],
    ['an empty item', ['1.', '2. Omit section 5.'], ['9:1 change-text-unexpected']],
    ['a task', ['1. [ ] Omit section 5.'], ['9:4 instruction-syntax']],
    ['a further paragraph', ['1. Omit section 5.', '', '   And section 6.'], ['11:4 change-text-unexpected']],
    ['a list in an item', ['1. Omit section 5.', '   - (a) x'], ['10:4 instruction-parts-extra']],
    ['an item in an item', ['1. 2. Omit section 5.'], ['9:4 change-text-unexpected']],
    ['code in an item', ['1. Omit section 5.', '', '       > x'], ['11:8 change-text-unexpected']],
    ['a table in an item', ['1. Omit section 5.', '   |---|'], ['10:4 instruction-syntax']],
    ['a second reason', ['1. Omit section 5.', '', '   Reason: x', '', '   Reason: y'], ['13:4 reason-repeated']],
    ['a reason without words', ['1. Omit section 5.', '', '   Reason:'], ['11:4 reason-empty']],
    ['a reason outside the item', ['1. Omit section 5.', '', 'Reason: x'], ['11:1 change-text-unexpected']],
    [
      'a block quote outside the item',
      ['1. After section 5 insert—', '', '> x'],
      ['9:26 instruction-block-missing', '11:1 change-text-unexpected'],
    ],
    [
      'a second block quote',
      ['1. After section 5 insert—', '', '   > x', '', '   > y'],
      ['13:4 instruction-block-extra'],
    ],
    [
      'a line of a block quote without its mark',
      ['1. After section 5 insert—', '', '   > x', '   y'],
      ['11:4 change-text-unexpected', '9:26 instruction-block-missing'],
    ],
    ['a block quote that is not called for', ['1. Omit section 5.', '', '   > x'], ['11:4 instruction-block-extra']],
    ['a number twice', ['1. Omit section 5.', '1. Omit section 6.'], ['10:1 instruction-number-repeated']],
    ['a number that goes back', ['2. Omit section 5.', '1. Omit section 6.'], ['10:1 instruction-number-order']],
    ['a heading', ['### Section 5', '', '1. Omit section 5.'], ['9:1 change-heading-unknown']],
    ['an unknown section', ['## Annexes', '', '1. Omit section 5.'], ['9:1 change-heading-unknown']],
    [
      'an appendix twice',
      ['1. Omit section 5.', '', '## Appendix D', '', '2. Omit section 6.'],
      ['11:1 change-heading-repeated'],
    ],
    [
      'an appendix after the expectations',
      ['## After this change', '', '## Appendix K'],
      ['11:1 change-heading-order'],
    ],
    ['an expectation that is none', ['## After this change', '', '- All is well.'], ['11:3 expectation-syntax']],
    [
      'an expectation with more in it',
      ['## After this change', '', '- Appendix D contains the words “x”.', '', '  > y'],
      ['13:3 change-text-unexpected'],
    ],
    [
      'every problem of many',
      ['1. Omit.', '2. Omit section.', '3. Transfer section 5.'],
      ['9:8 instruction-syntax', '10:16 instruction-syntax', '11:4 instruction-form-unknown'],
    ],
  ])('under an appendix: %s', (_, lines, expected) => {
    expect([...problems(instructions(...lines))].sort()).toEqual([...expected].sort());
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['an instruction', ['1. Omit section 5.'], ['6:1 instruction-outside-appendix']],
    [
      'a heading of another level',
      ['### Appendix D', '', '1. Omit section 5.'],
      ['6:1 change-heading-unknown', '8:1 instruction-outside-appendix'],
    ],
    ['a heading misspelt', ['## Apendix D', '', 'x'], ['6:1 change-heading-unknown']],
    ['a heading underlined', ['Appendix D', '---', 'x'], ['6:1 change-heading-unknown']],
    [
      'code that would hide all the rest',
      ['```', '## Appendix D', '', '1. Omit section 5.'],
      ['6:1 change-prose-unclosed'],
    ],
  ])('in the prose: %s', (_, lines, expected) => {
    expect(problems(`${front}${lines.join('\n')}\n`)).toEqual(expected);
  });

  test('but a reason, a code block or a list in the prose is left alone', () => {
    expect(
      problems(
        `${front}1. In short, it is unclear.\n\n- \`\`\`\n  x\n  \`\`\`\n\n<!-- ## Appendix D -->\n\n## Appendix D\n\n1. Omit section 5.\n`,
      ),
    ).toEqual([]);
  });

  test('each message tells what to do', () => {
    const result = readChange(
      instructions('1. Transfer section 5.', '', 'x', '', '## Y', '', '- z', '1. For section 5 substitute—'),
      'x.md',
    );
    const messages = result.ok ? [] : result.messages;
    expect(messages.length).toBe(6);
    for (const message of messages) {
      expect(message.severity).toBe('error');
      expect(message.text).toMatch(/^(?:Expected .+, found .+|An instruction to “transfer” cannot be read yet)\.$/s);
      expect(message.advice).toBeTruthy();
    }
  });
});

describe('bad input', () => {
  // Each of these once took time that grew with the square of its length, or exhausted the stack or the memory.
  const garbage = [
    '>',
    '[',
    '~~a',
    '(a)',
    ', in 5',
    ' of 5',
    '“',
    '1. ',
    '1. In x\n',
    '## Appendix D\n',
    '\0',
    '\uD800',
    '\n',
    '- a: \n',
    '{ a: ',
    'x),\n',
    '1. Option A: x\n\n   Option B: y\n\n',
    '   Option A: x\n\n   Reason for Option A: y\n\n',
    '- “a” and “b” mean the same.\n',
    '   - (a) omit section 5;\n',
    '- (a) ',
    'In section 5—\n\n  ',
    ' and 5',
    'omit “x” and ',
    '5.1 to ',
  ];

  test.each(garbage)('a megabyte of %j neither throws nor takes long', (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    for (const source of [text, `${front}\n## Appendix D\n\n1. In section 5${text}`, `---\nchange: ${text}\n---\n`]) {
      const started = performance.now();
      expect(readChange(source, 'x.md').ok).toBe(false);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });

  test('any text is read or refused with a place in it', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          front,
          '## Appendix D\n',
          '1. ',
          '> ',
          '\n',
          '\r',
          'In section 5, ',
          'omit “x”.',
          'Option A: ',
          'Reason for Option A: ',
          '## Words for the same thing\n',
          '---\n',
          '\uFEFF',
        ),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(pieces, (made) => {
        const source = made.join('');
        const result = readChange(source, 'x.md');
        if (result.ok) return;
        const lines = source.split('\n');
        for (const { place } of result.messages)
          expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
      }),
    );
  });
});

describe('what is read as instructions', () => {
  test('is what Markdown shows as list items, with the same numbers, places and block quotes', () => {
    const pieces = [
      '1. Omit section 5.',
      '2. After section 5 insert—',
      '10) Omit section 6.',
      '\n',
      '\n\n',
      '   ',
      '    ',
      '> q',
      '>',
      '- ',
      'Reason: x',
      '\t',
      '***',
      '```',
      '## Appendix K',
      '|---|',
      '<b>',
      'word',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (made) => {
        const source = `${front}\n## Appendix D\n\n${made.join('')}`;
        const result = readChange(source, 'x.md');
        if (!result.ok) return;
        const shown = parseMarkdown(source).children.flatMap((node) => {
          if (node.type !== 'list') return [];
          expect(node.ordered).toBe(true);
          return node.children.map((item) => [
            item.position?.start.offset,
            item.children.filter(({ type }) => type === 'blockquote').length,
          ]);
        });
        const hasBlock = ({ operation }: Instruction) => (operation.type === 'insert-provision' ? 1 : 0);
        expect(result.change.instructions.map((instruction) => [instruction.start, hasBlock(instruction)])).toEqual(
          shown,
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a printed change', () => {
  test('of the change to the specimen appendices says the same', () => {
    const source = readFileSync(fileURLToPath(new URL('../appendices/changes/DP074.md', import.meta.url)), 'utf8');
    const change = read(source);
    const printed = printChange(change);
    const again = read(printed);
    expect(change.instructions.length).toBeGreaterThan(100);
    expect(again.instructions.map(withoutRanges)).toEqual(change.instructions.map(withoutRanges));
    expect(again.expectations.map(withoutPlace)).toEqual(change.expectations.map(withoutPlace));
    expect(printChange(again)).toBe(printed);
  });

  const made: fc.Arbitrary<PrintableChange> = fc.record(
    {
      name: fc.constantFrom('DP074', 'MP110a', '2.1'),
      title: words,
      stage: words,
      proposer: words,
      date: fc.constantFrom('2019-05-28', '2020-12-31'),
      baseline: fc.dictionary(
        fc.constantFrom('D', 'K', 'notes.md', 'Y'),
        fc.oneof(
          words.map((version) => ({ version })),
          words.map((version) => ({ version, sha256: 'b2'.repeat(32) })),
        ),
      ),
      prose: fc.constantFrom('', 'Prose.', 'Two\nlines.\n\n- and a list', '> quoted\n\n    code'),
      instructions: fc
        .array(
          fc.record({
            operation,
            reason: fc.option(block.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean), {
              nil: undefined,
            }),
            namesDocuments: fc.boolean(),
            documents: fc.constantFrom(['D'], ['K'], ['notes “a”.md'], ['D', 'K'], ['K', 'notes “a”.md']),
          }),
          { maxLength: 5 },
        )
        .map(numbered),
      expectations: fc.array(expectation, { maxLength: 3 }),
    },
    { requiredKeys: ['name', 'title', 'stage', 'baseline', 'prose', 'instructions', 'expectations'] },
  );

  test('is read as the same change, and printed again is the same text', () => {
    fc.assert(
      fc.property(made, (change) => {
        const printed = printChange(change);
        const again = read(printed);
        const { type, path, source, ...rest } = again;
        expect({
          ...rest,
          instructions: rest.instructions.map(withoutRanges),
          expectations: rest.expectations.map(withoutPlace),
        }).toEqual({
          ...change,
          instructions: change.instructions.map(withoutRanges),
          expectations: change.expectations.map(withoutPlace),
        });
        expect(printChange(again)).toBe(printed);
      }),
      { numRuns: 300 },
    );
  });
});

type Unnumbered = Pick<Instruction, 'operation' | 'documents'> & {
  namesDocuments: boolean;
  reason: string | undefined;
};

function numbered(items: readonly Unnumbered[]): readonly Instruction[] {
  const nowhere = { start: 0, end: 0 };
  const names = (one: Unnumbered) => one.namesDocuments && saysSomething(one.operation, { type: 'document' });
  const heading = (one: Unnumbered) => (names(one) ? 'several' : one.documents.join());
  const grouped = [...items].sort((a, b) => (heading(a) < heading(b) ? -1 : heading(a) > heading(b) ? 1 : 0));
  return grouped.map((one, index) => ({
    type: 'instruction',
    number: index * 7,
    documents: one.documents,
    ...(names(one) && { namesDocuments: true as const }),
    operation: one.operation,
    ...(one.reason !== undefined && { reason: one.reason }),
    targetRange: nowhere,
    ...nowhere,
  }));
}

function withoutRanges({ start, end, targetRange, wordsRange, ...rest }: Instruction | InstructionPart): unknown {
  const { operation } = rest;
  if (operation.type !== 'together') return rest;
  return { ...rest, operation: { ...operation, parts: operation.parts.map(withoutRanges) } };
}

function withoutPlace({ start, end, ...rest }: Expectation): unknown {
  return rest;
}
