import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Locator } from '../src/model/locator.ts';
import { parseLocator } from '../src/provision/locator-grammar.ts';
import { printLocator, printNarrowing } from '../src/provision/print-locator.ts';
import { readTokens } from '../src/provision/tokens.ts';
import { locator } from './generate-instruction.ts';

function read(text: string): Locator {
  const parsed = parseLocator(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.text}`);
  return parsed.locator;
}

function problem(text: string): string {
  const parsed = parseLocator(text);
  return parsed.ok ? `read as ${printLocator(parsed.locator)}` : parsed.text;
}

const section = (label: string): Locator => ({ type: 'label', noun: 'section', labels: [label] });

describe('a label', () => {
  test.each([
    ['5.5.2(b)(i)', ['5.5.2', '(b)', '(i)']],
    ['2.3.1.9d)', ['2.3.1.9', 'd)']],
    ['5.5.2A', ['5.5.2A']],
    ['L3.16', ['L3.16']],
    ['5.5.2 (b) (i)', ['5.5.2', '(b)', '(i)']],
    ['2.1.1(c)ii.', ['2.1.1', '(c)', 'ii.']],
    ['2.1.1(c)ii', ['2.1.1', '(c)', 'ii.']],
    ['2.4d)i.A.', ['2.4', 'd)', 'i.', 'A.']],
    ['(b)', ['(b)']],
    ['b)', ['b)']],
  ])('%s falls into its parts', (text, labels) => {
    expect(read(text)).toEqual({ type: 'label', labels });
  });

  test.each(['section', 'paragraph', 'clause', 'item', 'step', 'sub-paragraph'])('takes the noun %s', (noun) => {
    expect(read(`the ${noun.toUpperCase()} 5.5.2(b)`)).toEqual({ type: 'label', noun, labels: ['5.5.2', '(b)'] });
  });

  test('of an annex or appendix holds the noun', () => {
    expect(read('Annex A')).toEqual({ type: 'label', noun: 'annex', labels: ['Annex A'] });
    expect(read('appendix A(b)')).toEqual({ type: 'label', noun: 'appendix', labels: ['Appendix A', '(b)'] });
  });

  test('within another label follows it', () => {
    expect(read('paragraph 3 of Annex A')).toEqual({ type: 'label', noun: 'paragraph', labels: ['Annex A', '3'] });
    expect(read('item (b) of paragraph 5.5.2')).toEqual({ type: 'label', noun: 'item', labels: ['5.5.2', '(b)'] });
  });
});

describe('a locator', () => {
  test.each<[string, Locator]>([
    ['the second paragraph of section 3.1', { type: 'ordinal', noun: 'paragraph', ordinal: 2, of: section('3.1') }],
    ['2nd paragraph of section 3.1', { type: 'ordinal', noun: 'paragraph', ordinal: 2, of: section('3.1') }],
    ['the last paragraph of section 3.1', { type: 'ordinal', noun: 'paragraph', ordinal: -1, of: section('3.1') }],
    [
      'the “General obligations” part of section 2.4',
      { type: 'part', title: 'General obligations', of: section('2.4') },
    ],
    [
      'the ‘Parties’ obligations’ part of section 2.4',
      { type: 'part', title: 'Parties’ obligations', of: section('2.4') },
    ],
    ['the heading of section 5.6', { type: 'heading', of: section('5.6') }],
    ['the opening words of section 5.6', { type: 'opening', of: section('5.6') }],
    ['the words before (a) in section 5.6', { type: 'opening', of: section('5.6') }],
    ['the closing words of section 5.6', { type: 'closing', of: section('5.6') }],
    ['the definition of “SPOTI”', { type: 'definition', term: 'SPOTI' }],
    ['the table in section 5.3', { type: 'table', of: section('5.3') }],
    ['the second table in section 5.3', { type: 'table', ordinal: 2, of: section('5.3') }],
    ['the table', { type: 'table', of: { type: 'document' } }],
    ['the row for step 5.5.3.4', { type: 'row', key: '5.5.3.4', step: true }],
    ['the row for "SPOTI"', { type: 'row', key: 'SPOTI', step: false }],
    ['the first code block of section 5.3', { type: 'ordinal', noun: 'code block', ordinal: 1, of: section('5.3') }],
    ['this document', { type: 'document' }],
  ])('%s is read', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('narrows from the outermost in and from the innermost out alike', () => {
    const cell = read('the table in section 5.3, in the row for “SPOTI”, in the column “Device Certificates”');
    expect(cell).toEqual({
      type: 'cell',
      column: 'Device Certificates',
      of: { type: 'row', key: 'SPOTI', step: false, of: { type: 'table', of: section('5.3') } },
    });
    expect(read('the column “Device Certificates” of the row for “SPOTI” in the table in section 5.3')).toEqual(cell);
    expect(
      read('the table in section 5.3, the row for “SPOTI”, the entry in the column “Device Certificates”'),
    ).toEqual(cell);
  });

  test.each([
    [
      'the secnd paragraph of section 3.1',
      'Expected a provision (as “paragraph 5.5.2(b)” or “the second paragraph of section 3.1”), found “secnd”.',
    ],
    ['section', 'Expected a number (as “5.5.2(b)”), found the end of the sentence.'],
    ['Annex b', 'Expected a letter or number (as “Annex A”), found “b”.'],
    [
      'the second section of 3',
      'Expected “paragraph”, “item”, “row”, “cell”, “part”, “footnote”, “table”, “sentence”, “code”, “block” or “other”, found “section”.',
    ],
    ['the words before (b) in 1.2', 'Expected the first item (as “(a)”) or “the list”, found “(b)”.'],
    ['paragraphs 5.1 and 5.2', 'Expected one provision, found “paragraphs”.'],
    ['the definition of SPOTI', 'Expected words in quotation marks, found “SPOTI”.'],
    ['the row for “SPOTI', 'Expected the quotation that begins here to close, found the end of the sentence.'],
    [
      'section 5.3 of',
      'Expected a provision (as “paragraph 5.5.2(b)” or “the second paragraph of section 3.1”), found the end of the sentence.',
    ],
    ['the column “X”', 'Expected the row in which the column “X” is meant.'],
    ['the heading', 'Expected the provision that the heading is of.'],
    ['step 5.5.3.4 of the table in 5.5.3', 'A number such as 5.5.3.4 can be narrowed by another number only.'],
  ])('%s is refused where sense stops', (text, message) => {
    expect(problem(text)).toBe(message);
  });

  test('printed is read as the same locator, in either order', () => {
    fc.assert(
      fc.property(locator, (made) => {
        expect(read(printLocator(made))).toEqual(made);
        expect(read(printNarrowing(made))).toEqual(made);
      }),
      { numRuns: 400 },
    );
  });
});

describe('tokens', () => {
  test('leave out nothing but white space, whatever the text', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('“', '”', '"', "'", '(', ')', '5.5.2(b)', ' ', '--', 'insert'),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const joined = pieces.join('');
        let at = 0;
        for (const token of readTokens(joined, { start: 0, end: joined.length })) {
          expect(joined.slice(at, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThanOrEqual(token.start);
          at = token.end;
        }
        expect(at).toBe(joined.length);
      }),
    );
  });
});
