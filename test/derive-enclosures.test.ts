import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, derive, format, type Operation, parseChange, printChange, printInstruction } from '../src/index.ts';
import { markedPair } from './generate-marked.ts';

const specimen = `# Notes on requests

1.1 A request is made on [the form](https://example.org/form.html "The form") and sent to the *Service Desk*, see [the list of routes](https://example.org/routes) and \`route.xml\`.

1.2 The **Registration Authority** shall answer within *five* Working Days[^1] and shall keep \`log.txt\`.

1.3 Nobody shall send [the form][form] by post, or <https://example.org/post> without \`curl --data @form\`.

[form]: https://example.org/form.pdf

[^1]: Counted from receipt.
`;

const stories: readonly (readonly [claim: string, from: string, to: string, instruction: string])[] = [
  [
    'quotes the words of a link without its address where only they change',
    '[the list of routes]',
    '[the table of routes]',
    'In paragraph 1.1, for “list” substitute “table”.',
  ],
  [
    'quotes a link whole where its address changes',
    'https://example.org/routes',
    'https://example.org/ways',
    'In paragraph 1.1, for “[the list of routes](https://example.org/routes)” substitute “[the list of routes](https://example.org/ways)”.',
  ],
  [
    'quotes a link whole where its title changes',
    '"The form"',
    '"A form"',
    'In paragraph 1.1, for “[the form](https://example.org/form.html "The form")” substitute “[the form](https://example.org/form.html "A form")”.',
  ],
  [
    'quotes a link whole where its words change with words behind it',
    'list of routes](https://example.org/routes) and',
    'routes](https://example.org/routes) or',
    'In paragraph 1.1, for “[the list of routes](https://example.org/routes) and” substitute “[the routes](https://example.org/routes) or”.',
  ],
  [
    'inserts words into those of a link',
    '[the list of',
    '[the long list of',
    'In paragraph 1.1, before “list” insert “long”.',
  ],
  [
    'quotes a footnote call whole where it goes, and its note stays',
    'Days[^1] and',
    'Days and',
    'In paragraph 1.2, omit “[^1]”.',
  ],
  [
    'quotes the words in emphasis without its marks',
    '*five*',
    '*ten*',
    'In paragraph 1.2, for “five” substitute “ten”.',
  ],
  [
    'quotes the marks where emphasis goes',
    '*five* Working',
    'five Working',
    'In paragraph 1.2, for “*five*” substitute “five”.',
  ],
  [
    'quotes all that emphasis reaches over where it reaches further',
    '*five* Working',
    '*five Working*',
    'In paragraph 1.2, for “*five* Working” substitute “*five Working*”.',
  ],
  [
    'quotes words in code without its marks',
    '--data @form',
    '--data-binary @form',
    'In paragraph 1.3, for “--data” substitute “--data-binary”.',
  ],
  [
    'quotes an address that stands as it is whole',
    'https://example.org/post',
    'https://example.org/send',
    'In paragraph 1.3, for “<https://example.org/post>” substitute “<https://example.org/send>”.',
  ],
];

describe('deriving instructions on words with links, emphasis, code and footnote calls', () => {
  for (const [claim, from, to, instruction] of stories) {
    it(claim, () => {
      expect(specimen).toContain(from);
      const after = specimen.replace(from, to);
      const { instructions } = derive({ D: specimen }, { D: after });
      expect(instructions.map((one) => printInstruction(one).trimEnd())).toEqual([`1. ${instruction}`]);
    });
  }

  it('never quotes half of any of them, and gives the text after: on generated texts', () => {
    let quoted = 0;
    fc.assert(
      fc.property(markedPair, ([one, other]) => {
        const [before, after] = [format(one), format(other)];
        fc.pre(isWhole(after));
        const change = derive({ D: before }, { D: after });
        const texts = change.instructions.flatMap(({ operation }) => quotedIn(operation));
        quoted += texts.filter((text) => /[[`*]/.test(text)).length;
        for (const text of texts) expect(text).toSatisfy(isWhole);
        const applied = apply(parseChange(printChange(change)), { D: before });
        expect(applied.ok && (applied.texts.D ?? before)).toBe(after);
      }),
      { numRuns: 60 },
    );
    expect(quoted).toBeGreaterThan(20);
  });
});

function quotedIn(operation: Operation): readonly string[] {
  const fields = operation as unknown as Readonly<Record<string, unknown>>;
  return ['words', 'replacement', 'anchor'].flatMap((name) => {
    const text = fields[name];
    return typeof text === 'string' ? [text] : [];
  });
}

// In the generated texts no mark stands alone: whatever opens in a quotation must close in it, and whatever closes must have opened.
function isWhole(text: string): boolean {
  const pairs = ['[]', '()'].every(([opens = '', closes = '']) => {
    let depth = 0;
    let least = 0;
    for (const character of text) {
      if (character === opens) depth += 1;
      if (character === closes) depth -= 1;
      least = Math.min(least, depth);
    }
    return depth === 0 && least === 0;
  });
  const marks = [/`/g, /(?<!\*)\*(?!\*)/g, /\*\*/g, /"/g];
  return pairs && marks.every((mark) => (text.match(mark)?.length ?? 0) % 2 === 0);
}
