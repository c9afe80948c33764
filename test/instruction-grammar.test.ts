import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printInstruction } from '../src/change/print-instruction.ts';
import { printOperation } from '../src/change/print-operation.ts';
import { printOccurrence } from '../src/change/print-parts.ts';
import { readInstruction } from '../src/change/read-instruction.ts';
import type { Operation } from '../src/model/change.ts';
import type { Locator } from '../src/model/locator.ts';
import { printTarget } from '../src/provision/print-target.ts';
import { printQuotation } from '../src/provision/quotation.ts';
import { parseMarkdown } from '../src/source/syntax.ts';
import { operation, plainOperation } from './generate-instruction.ts';

function read(sentence: string, content?: string) {
  const block = content === undefined ? undefined : { start: 0, end: 0, content };
  const result = readInstruction(sentence, { start: 0, end: sentence.length }, block);
  if (result.ok && 'opening' in result) throw new Error(`${sentence}: opens a list`);
  return result;
}

function operationOf(sentence: string, content?: string): Operation {
  const result = read(sentence, content);
  if (!result.ok) throw new Error(`${sentence}: ${result.problem.text}`);
  return result.operation;
}

function problem(sentence: string, content?: string) {
  const result = read(sentence, content);
  if (result.ok) throw new Error(`${sentence} was read`);
  const { start, end, text, rule, advice } = result.problem;
  return { at: sentence.slice(start, end), text, rule, advice };
}

const paragraph = (...labels: string[]): Locator => ({ type: 'label', noun: 'paragraph', labels });
const only = { type: 'only' } as const;

describe('an instruction on words', () => {
  const substitution = {
    type: 'substitute-words',
    at: paragraph('5.5.2', '(b)'),
    words: 'X',
    replacement: 'Y',
  } as const;

  test.each([
    'In paragraph 5.5.2(b), for “X” substitute “Y”.',
    'in Paragraph 5.5.2(b) FOR "X" Substitute "Y"',
    'In paragraph 5.5.2 (b), for “X”, substitute “Y”.',
    'In item (b) of paragraph 5.5.2, for “X” substitute “Y”;',
  ])('is read however it is written: %s', (sentence) => {
    expect(operationOf(sentence)).toMatchObject({
      type: 'substitute-words',
      words: 'X',
      replacement: 'Y',
      occurrence: only,
    });
  });

  test.each([
    ['for “X”, in each place where it occurs, substitute “Y”', { type: 'each' }],
    ['for “X” in each place where it occurs substitute “Y”', { type: 'each' }],
    ['for “X” (in both places where they occur) substitute “Y”', { type: 'each', count: 2 }],
    ['for “X”, wherever it occurs, substitute “Y”', { type: 'each' }],
    ['for “X” in the second place where it occurs substitute “Y”', { type: 'nth', nth: 2 }],
    ['for “X”, in the 23rd place it occurs, substitute “Y”', { type: 'nth', nth: 23 }],
  ])('says which places are meant: %s', (clause, occurrence) => {
    expect(operationOf(`In paragraph 5.5.2(b), ${clause}.`)).toEqual({ ...substitution, occurrence });
  });

  test('omits and inserts', () => {
    const at = paragraph('5.6.1');
    expect(operationOf('In paragraph 5.6.1, omit “X” in each place where it occurs.')).toEqual({
      type: 'omit-words',
      at,
      words: 'X',
      occurrence: { type: 'each' },
    });
    const inserted = { type: 'insert-words', at, words: 'Y', occurrence: only };
    expect(operationOf('In paragraph 5.6.1, after “X” insert “Y”.')).toEqual({
      ...inserted,
      position: 'after',
      anchor: 'X',
    });
    expect(operationOf('In paragraph 5.6.1, before “X” insert “Y”.')).toEqual({
      ...inserted,
      position: 'before',
      anchor: 'X',
    });
    expect(operationOf('At the end of paragraph 5.6.1 insert “Y”.')).toEqual({ ...inserted, position: 'end' });
    expect(operationOf('In paragraph 5.6.1, at the beginning, insert “Y”.')).toEqual({
      ...inserted,
      position: 'beginning',
    });
  });

  test('quotes balanced quotes, raw Markdown and wrapped lines', () => {
    const sentence = 'In paragraph 5.6.1, for “the “old” *words*\n   of | `a“b”`” substitute "the ""new"" “words".';
    expect(operationOf(sentence)).toMatchObject({
      words: 'the “old” *words* of | `a“b”`',
      replacement: 'the "new" “words',
    });
  });

  test('says where its target and its words are written', () => {
    const sentence = 'In Annex A, in the definition of “SPOTI”, omit “and Device CSRs”.';
    const result = read(sentence);
    if (!result.ok || !result.wordsRange) throw new Error('not read');
    expect(sentence.slice(result.targetRange.start, result.targetRange.end)).toBe(
      'Annex A, in the definition of “SPOTI”',
    );
    expect(sentence.slice(result.wordsRange.start, result.wordsRange.end)).toBe('and Device CSRs');
  });
});

describe('an instruction on provisions', () => {
  const table: Locator = { type: 'table', of: { type: 'label', noun: 'section', labels: ['5.3'] } };
  const definition: Locator = {
    type: 'definition',
    term: 'SPOTI',
    of: { type: 'label', noun: 'annex', labels: ['Annex A'] },
  };
  const heading: Locator = { type: 'heading', of: { type: 'label', noun: 'section', labels: ['2.3.1'] } };

  test.each<[string, Operation]>([
    [
      'After paragraph 5.5.2 insert—',
      { type: 'insert-provision', at: paragraph('5.5.2'), position: 'after', content: 'C' },
    ],
    [
      'Before paragraph 5.5.2, insert --',
      { type: 'insert-provision', at: paragraph('5.5.2'), position: 'before', content: 'C' },
    ],
    [
      'At the end of paragraph 5.5.2 insert the following:',
      { type: 'insert-provision', at: paragraph('5.5.2'), position: 'end', content: 'C' },
    ],
    [
      'In the table in section 5.3, after the row for “X” insert–',
      {
        type: 'insert-provision',
        at: { type: 'row', key: 'X', step: false, of: table },
        position: 'after',
        content: 'C',
      },
    ],
    [
      'For the heading of paragraph 5.6 substitute—',
      { type: 'substitute-provision', at: { type: 'heading', of: paragraph('5.6') }, content: 'C' },
    ],
    ['For paragraph 5.6.2 substitute—', { type: 'substitute-provision', at: paragraph('5.6.2'), content: 'C' }],
    [
      'In Annex A, for the definition of “SPOTI” substitute—',
      { type: 'substitute-provision', at: definition, content: 'C' },
    ],
  ])('takes its block: %s', (sentence, expected) => {
    expect(operationOf(sentence, 'C')).toEqual(expected);
  });

  test.each<[string, Operation]>([
    ['Omit paragraph 5.5.4.', { type: 'omit-provision', at: paragraph('5.5.4') }],
    [
      'Omit paragraph 5.5.4 and leave “[No longer in use]”.',
      { type: 'omit-provision', at: paragraph('5.5.4'), leaving: '[No longer in use]' },
    ],
    [
      'Omit paragraph 5.5.4, leaving “[No longer in use]”.',
      { type: 'omit-provision', at: paragraph('5.5.4'), leaving: '[No longer in use]' },
    ],
    ['In Annex A, omit the definition of “SPOTI”.', { type: 'omit-provision', at: definition }],
    [
      'In the table in section 5.3, omit the row for step 5.5.3.4.',
      { type: 'omit-provision', at: { type: 'row', key: '5.5.3.4', step: true, of: table } },
    ],
    [
      'Omit “Internet Batched CSRs” part of Appendix B.',
      {
        type: 'omit-provision',
        at: {
          type: 'part',
          title: 'Internet Batched CSRs',
          of: { type: 'label', noun: 'appendix', labels: ['Appendix B'] },
        },
      },
    ],
    [
      'For the heading of section 2.3.1 substitute “Portal”.',
      { type: 'substitute-provision', at: heading, content: 'Portal' },
    ],
    [
      'In the row for “A”, for the entry in the column “B” substitute “No”.',
      {
        type: 'substitute-provision',
        at: { type: 'cell', column: 'B', of: { type: 'row', key: 'A', step: false } },
        content: 'No',
      },
    ],
  ])('needs no block: %s', (sentence, expected) => {
    expect(operationOf(sentence)).toEqual(expected);
  });
});

describe('an instruction that names its place last', () => {
  test.each([
    [
      'Omit the words from “X” to the end of paragraph 5.1.2.',
      'In paragraph 5.1.2, omit the words from “X” to the end.',
    ],
    [
      'Omit the words from the beginning of paragraph 5.1.2 to “X”.',
      'In paragraph 5.1.2, omit the words from the beginning to “X”.',
    ],
    ['Omit from “X” to “Y” in paragraph 5.1.2.', 'In paragraph 5.1.2, omit the words from “X” to “Y”.'],
    ['Omit the words “X” from paragraph 5.1.2.', 'In paragraph 5.1.2, omit “X”.'],
    ['Omit from paragraph 5.1.2 the words “X”.', 'In paragraph 5.1.2, omit “X”.'],
    [
      'Omit “X”, in the second place where it occurs in paragraph 5.1.2.',
      'In paragraph 5.1.2, omit “X” in the second place where it occurs.',
    ],
    [
      'For the words from “X” to the end of paragraph 5.1.2 substitute “Z”.',
      'In paragraph 5.1.2, for the words from “X” to the end substitute “Z”.',
    ],
    [
      'Substitute “Z” for the words from “X” to “Y” in paragraph 5.1.2.',
      'In paragraph 5.1.2, for the words from “X” to “Y” substitute “Z”.',
    ],
    ['Substitute “Z” for the heading of section 5.2.', 'For the heading of section 5.2 substitute “Z”.'],
    [
      'Insert “Y” after “X”, in each place where it occurs in paragraph 5.1.2.',
      'In paragraph 5.1.2, after “X”, in each place where it occurs, insert “Y”.',
    ],
    ['Insert “Y” in paragraph 5.1.2 after “X”.', 'In paragraph 5.1.2, after “X” insert “Y”.'],
    ['Insert “Y” into paragraph 5.1.2 at the end.', 'At the end of paragraph 5.1.2 insert “Y”.'],
    ['In paragraph 5.1.2, omit “X” from the second sentence.', 'In the second sentence of paragraph 5.1.2, omit “X”.'],
  ])('reads as one that names it first: %s', (sentence, first) => {
    expect(operationOf(sentence)).toEqual(operationOf(first));
  });

  test.each([
    ['Substitute the following for paragraph 5.1.2—', 'For paragraph 5.1.2 substitute—'],
    ['Substitute for paragraph 5.1.2—', 'For paragraph 5.1.2 substitute—'],
    [
      'Insert the following definitions in the appropriate places in Annex A—',
      'In Annex A, insert the following definitions in the appropriate places—',
    ],
    [
      'Insert a new column “Y” after the column “X” of the table in paragraph 5.1—',
      'In the table in paragraph 5.1, after the column “X” insert the column “Y”—',
    ],
    ['Insert the footnote after “X” in paragraph 5.1.2—', 'In paragraph 5.1.2, after “X” insert the footnote—'],
  ])('may have a block quote: %s', (sentence, first) => {
    expect(operationOf(sentence, 'C')).toEqual(operationOf(first, 'C'));
  });

  test.each([
    ['Move paragraph 5.1 to the start of section 6.', 'Move paragraph 5.1 to the beginning of section 6.'],
    [
      'Move paragraph 5.1 after paragraph 6.1, renumbering it 6.1A.',
      'Move paragraph 5.1 to after paragraph 6.1, and renumber it 6.1A.',
    ],
    [
      'Move paragraph 5.1 to after paragraph 2.1 in Appendix K; references follow.',
      'Move paragraph 5.1 to after paragraph 2.1 of Appendix K; references follow.',
    ],
    ['Insert “Y” at the start of paragraph 5.1.', 'At the beginning of paragraph 5.1 insert “Y”.'],
  ])('may say it in other words: %s', (sentence, first) => {
    expect(operationOf(sentence)).toEqual(operationOf(first));
  });

  test('may name several places within what is named first', () => {
    expect(operationOf('In section 5.1, omit “X” in paragraph 5.1.1 and “Y” in paragraph 5.1.2.')).toMatchObject({
      type: 'together',
      parts: [{ operation: { words: 'X' } }, { operation: { words: 'Y' } }],
    });
  });

  test('reads as the same operation wherever its place stands', () => {
    const onWords = plainOperation.filter(({ type }) => type.endsWith('-stretch') || type === 'omit-words');
    fc.assert(
      fc.property(onWords, (made) => {
        fc.pre(isOnePlace(made.at));
        const last = placeLast(made);
        fc.pre(last !== undefined);
        expect(operationOf(last ?? '')).toEqual(made);
      }),
      { numRuns: 600 },
    );
  });
});

const isOnePlace = ({ type }: Operation['at']) => !['several', 'range', 'sentence'].includes(type);

/** An operation on words with its place where the sentence ends. */
function placeLast(made: Operation): string | undefined {
  const place = printTarget(made.at);
  if (made.type === 'omit-words') {
    const which = printOccurrence(made.occurrence, ' ');
    return `Omit the words ${printQuotation(made.words)}${which} from ${place}.`;
  }
  if (made.type !== 'omit-stretch' && made.type !== 'substitute-stretch') return undefined;
  const from = made.from === undefined ? `the beginning of ${place}` : printQuotation(made.from);
  const to = made.to === undefined ? `the end of ${place}` : printQuotation(made.to);
  const where = made.from === undefined || made.to === undefined ? '' : ` in ${place}`;
  const stretch = `the words from ${from} to ${to}${where}`;
  return made.type === 'omit-stretch'
    ? `Omit ${stretch}.`
    : `Substitute ${printQuotation(made.replacement)} for ${stretch}.`;
}

describe('an instruction on a whole column', () => {
  const column: Locator = { type: 'cell', column: 'X', of: { type: 'table', of: paragraph('5.1') } };

  test.each([
    'In the table in paragraph 5.1, for the column “X” substitute—',
    'For the column “X” of the table in paragraph 5.1, substitute the following:',
    'In the table in paragraph 5.1, replace the column “X” with—',
  ])('has a block quote for what stands in its place: %s', (sentence) => {
    expect(operationOf(sentence, 'C')).toEqual({ type: 'substitute-column', at: column, content: 'C' });
  });

  test('quotes the words for one cell', () => {
    expect(operationOf('In the row for “A” of the table in paragraph 5.1, for the column “X” substitute “Y”.')).toEqual(
      {
        type: 'substitute-provision',
        at: { ...column, of: { type: 'row', key: 'A', step: false, of: column.of } },
        content: 'Y',
      },
    );
  });

  test('tells how to change the head alone where only that is named', () => {
    const { advice } = problem('In the table in paragraph 5.1, for the column “X” substitute the column “Y”.');
    expect(advice).toContain('In the head row of the table in paragraph 5.5.3, in the column “X”, for “X” substitute');
  });
});

describe('an instruction in the words of another house', () => {
  const block = '5.1.2A The answer is final.';
  test.each<[string, string, string?]>([
    ['In paragraph 5.1.2, leave out “X”.', 'In paragraph 5.1.2, omit “X”.'],
    ['In paragraph 5.1.2, leave out “X” and insert “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, omit “X”, substitute “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, delete “X” and replace it with “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    [
      'In section 5.1, omit “X” (wherever occurring), substitute “Y”.',
      'In section 5.1, for “X”, in each place where it occurs, substitute “Y”.',
    ],
    [
      'In paragraph 5.1.2, omit the words from “X” to the end and insert “Y”.',
      'In paragraph 5.1.2, for the words from “X” to the end substitute “Y”.',
    ],
    [
      'In paragraph 5.1.2, for the words “X” to “Z” substitute “Y”.',
      'In paragraph 5.1.2, for the words from “X” to “Z” substitute “Y”.',
    ],
    ['Strike out “X” in paragraph 5.1.2.', 'In paragraph 5.1.2, omit “X”.'],
    ['Repeal paragraph 5.1.2.', 'Omit paragraph 5.1.2.'],
    ['Delete section 5.2 in its entirety.', 'Omit section 5.2.'],
    ['Delete paragraph 5.1.2 and replace with “[Not used]”.', 'Omit paragraph 5.1.2 and leave “[Not used]”.'],
    ['Delete the text of paragraph 5.1.2 and replace it with “X”.', 'Omit paragraph 5.1.2 and leave “X”.'],
    ['Paragraph 5.1.2 is omitted.', 'Omit paragraph 5.1.2.'],
    ['Paragraphs 5.1.1, 5.1.2 and 5.1.4 shall be deleted.', 'Omit paragraphs 5.1.1, 5.1.2 and 5.1.4.'],
    ['In paragraph 5.1.2, the words “X” are omitted.', 'In paragraph 5.1.2, omit “X”.'],
    ['In paragraph 5.1.2, the words “X” are replaced by “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, “Y” is substituted for “X”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, for “X” there is substituted “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, after “X” there shall be inserted “Y”.', 'In paragraph 5.1.2, after “X” insert “Y”.'],
    ['Paragraph 5.1.2 is amended by deleting “X”.', 'In paragraph 5.1.2, omit “X”.'],
    ['Paragraph 5.1.2: delete “X”.', 'In paragraph 5.1.2, omit “X”.'],
    ['Clause 5.1.2, replace “X” with “Y”.', 'In clause 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, change “X” to “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['Amend “X” in paragraph 5.1.2 to read “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['Paragraph 5.1.2 is renumbered as 5.1.3.', 'Renumber paragraph 5.1.2 as 5.1.3.'],
    ['Paragraph 5.1.2 becomes paragraph 5.1.3.', 'Renumber paragraph 5.1.2 as 5.1.3.'],
    ['Re-letter paragraph 5.1.2(c) as (d).', 'Renumber paragraph 5.1.2(c) as (d).'],
    ['Omit “or” at the end of paragraph 5.1.2(b).', 'In paragraph 5.1.2(b), omit “or” at the end.'],
    ['In paragraph 5.1.2, omit the “or” at the end of item (b).', 'In item 5.1.2(b), omit “or” at the end.'],
    [
      'At the end of paragraph 5.1.2(b), for “or” substitute “and”.',
      'In paragraph 5.1.2(b), for “or”, at the end, substitute “and”.',
    ],
    [
      'In paragraph 5.1.2, for the full stop at the end substitute “; or”.',
      'In paragraph 5.1.2, for “.”, at the end, substitute “; or”.',
    ],
    ['In section 5.1, omit each occurrence of “X”.', 'In section 5.1, omit “X” in each place where it occurs.'],
    [
      'In section 5.1, omit the second occurrence of “X”.',
      'In section 5.1, omit “X” in the second place where it occurs.',
    ],
    [
      'In section 5.1, for the first “X” substitute “Y”.',
      'In section 5.1, for “X”, in the first place where it occurs, substitute “Y”.',
    ],
    [
      'In section 5.1, for “X”, where it secondly occurs, substitute “Y”.',
      'In section 5.1, for “X”, in the second place where it occurs, substitute “Y”.',
    ],
    ['In section 5.1, omit “X” (in both places).', 'In section 5.1, omit “X” in both places where it occurs.'],
    ['In section 5.1, omit “X” in all three places.', 'In section 5.1, omit “X” in all three places where it occurs.'],
    [
      'Throughout section 5.1, for “X” substitute “Y”.',
      'In section 5.1, for “X”, in each place where it occurs, substitute “Y”.',
    ],
    ['Paragraph 5.1.2 is amended by the substitution of “Y” for “X”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['Paragraph 5.1.2 is amended by the insertion after “X” of “Y”.', 'In paragraph 5.1.2, after “X” insert “Y”.'],
    ['In paragraph 5.1.2, for “X” read “Y”.', 'In paragraph 5.1.2, for “X” substitute “Y”.'],
    ['In paragraph 5.1.2, after “X” the words “Y” are inserted.', 'In paragraph 5.1.2, after “X” insert “Y”.'],
    [
      'In paragraph 5.1.2, delete “X” and substitute therefor the words “Y”.',
      'In paragraph 5.1.2, for “X” substitute “Y”.',
    ],
    ['Add “or” to the end of paragraph 5.1.2(a).', 'At the end of paragraph 5.1.2(a) insert “or”.'],
    ['Insert at the end of paragraph 5.1.2(a) “or”.', 'At the end of paragraph 5.1.2(a) insert “or”.'],
    ['The heading of section 5.2 becomes “Y”.', 'For the heading of section 5.2 substitute “Y”.'],
    ['The heading of section 5.2 shall be amended to read “Y”.', 'For the heading of section 5.2 substitute “Y”.'],
    ['5.1.2: omit “X”.', 'In 5.1.2, omit “X”.'],
    ['Repeal paragraph 5.1.2 and the following is substituted:', 'For paragraph 5.1.2 substitute—', block],
    ['After paragraph 5.1.2 the following paragraph is inserted:', 'After paragraph 5.1.2 insert—', block],
    ['The following new paragraph shall be inserted after paragraph 5.1.2:', 'After paragraph 5.1.2 insert—', block],
    ['In each of paragraphs 5.1.1 and 5.1.2, omit “X”.', 'In paragraphs 5.1.1 and 5.1.2, omit “X”.'],
    [
      'In the words before item (a) in paragraph 5.1.1, omit “X”.',
      'In the opening words of paragraph 5.1.1, omit “X”.',
    ],
    ['In the heading to section 5.2, omit “X”.', 'In the heading of section 5.2, omit “X”.'],
    [
      'In paragraph 5.1.2, after the second sentence insert “X”.',
      'At the end of the second sentence of paragraph 5.1.2 insert “X”.',
    ],
    ['Delete paragraph 5.1.2 and replace it with the following—', 'For paragraph 5.1.2 substitute—', block],
    ['Amend paragraph 5.1.2 to read as follows:', 'For paragraph 5.1.2 substitute—', block],
    ['For paragraph 5.1.2 there is substituted—', 'For paragraph 5.1.2 substitute—', block],
    ['After paragraph 5.1.2 insert the following new paragraph—', 'After paragraph 5.1.2 insert—', block],
    ['Insert a new paragraph 5.1.2A after paragraph 5.1.2 as follows:', 'After paragraph 5.1.2 insert—', block],
    ...[
      'In Annex A, at the appropriate place insert—',
      'In Annex A, at the appropriate place in alphabetical order, insert the following definitions—',
      'In Annex A, insert the following definition—',
      'Insert the following definition into Annex A in alphabetical order—',
    ].map((said): [string, string, string] => [
      said,
      'In Annex A, insert the following definitions in the appropriate places—',
      '| Device | means a thing. |',
    ]),
  ])('is read as one in ours: %s', (sentence, ours, content) => {
    expect(operationOf(sentence, content)).toEqual(operationOf(ours, content));
  });

  test('must name what its block quote has', () => {
    expect(problem('After paragraph 5.1.2 insert new paragraph 5.1.2B—', block)).toMatchObject({
      rule: 'instruction-block-other',
      at: '5.1.2B',
      text: 'Expected the new text to have the number 5.1.2B, as the sentence says, found 5.1.2A.',
    });
    expect(problem('In Annex A, insert a definition of “User”—', '| Device | means a thing. |').rule).toBe(
      'instruction-block-other',
    );
  });

  test.each([
    ['In section 5.1 (Routes), omit “X”.', 'by its number alone'],
    ['In paragraph 5.1.2, insert “X” between “Y” and “Z”.', 'Say after which words'],
    ['In paragraph 5.1.2, omit “X” and in paragraph 5.1.3 omit “Y”.', 'Write another instruction'],
    ['In paragraph 5.1.2, omit “X” and after that paragraph insert—', 'Name the provision again'],
    ['Appendix D is amended as follows.', 'the heading “## Appendix D” says it'],
    ['In each of the following provisions, omit “X”—', 'in one list'],
    ['After paragraph 5.1.2(b) insert “; or”.', 'At the end of paragraph 5.6.1 insert “; or”'],
    ['Delete paragraph 5.1.2 and replace it with “5.1.2 Other words.”.', 'Leave the number out'],
    ['Delete the text of paragraph 5.1.2.', 'Omit paragraph 5.5.4'],
    ['Omit paragraph 5.1.2 and renumber the rest accordingly.', 'says the new numbers'],
  ])('is taught ours where its own is not exact: %s', (sentence, lesson) => {
    expect(problem(sentence, 'C').advice).toContain(lesson);
  });
});

describe('an instruction that cannot be read', () => {
  test.each([
    [
      'In paragraph 5.5.2, for “X” replace “Y”.',
      'replace',
      'Expected “in each place where it occurs” or “substitute”, found “replace”.',
    ],
    [
      'In paragraph 5.5.2, for “X” in the last place where it occurs substitute “Y”.',
      'last',
      'Expected “each place” or which place (as “the second place”), found “last”.',
    ],
    [
      'In paragraph 5.5.2, omit “X” or “Y”.',
      'or',
      'Expected “in each place where it occurs” or the end of the sentence, found “or”.',
    ],
    ['In paragraph 5.5.2, after “X” insert—', '—', 'Expected words in quotation marks, found “—”.'],
    [
      'After paragraph 5.5.2 insert “X”.',
      '“X”',
      'Expected “—” and a block quote with the whole provision, found quoted words.',
    ],
    [
      'Omit “X”.',
      '.',
      'Expected “in” or the provision that has the words (as “in paragraph 5.5.2”, here or first), found “.”.',
    ],
    [
      'In paragraph 5.5.2, for “X substitute Y.',
      '“',
      'Expected the quotation that begins here to close, found the end of the sentence.',
    ],
    ['At the end insert “X”.', 'insert', 'Expected “of”, found “insert”.'],
    ['Omit paragraph 5.5.2. And more.', 'And', 'Expected the end of the sentence, found “And”.'],
    ['For the closing words of paragraph 5.1 substitute—', '—', 'Expected words in quotation marks, found “—”.'],
    ['Omit paragraph 5.5.2 and “X”.', '“X”', 'Expected “leave”, found the quotation “X”.'],
    [
      'In the heading of the document of section 5, omit “X”.',
      'the heading of the document of section 5',
      'The whole document cannot stand inside a part of it.',
    ],
    [
      'In the table in paragraph 5.1, for the column “X” substitute the column “Y”.',
      'the column',
      'Expected “—” and a block quote with the new column, found another column named in its place.',
    ],
    [
      'In the table in paragraph 5.1, for the columns “X” and “Y” substitute—',
      'the table in paragraph 5.1, for the columns “X” and “Y”',
      'Expected one column, found several.',
    ],
    [
      'In paragraph 5.1.2, omit the words from “X” to the end of the second sentence.',
      'paragraph 5.1.2, omit the words from “X” to the end of the second sentence',
      'Expected to be told first where all the words stand, found only the sentence at one end of them.',
    ],
    [
      'Omit the words from the beginning to the end of paragraph 5.1.2.',
      'the end',
      'Expected words in quotation marks at one end at least, found neither.',
    ],
    [
      'Omit the words after “X” in paragraph 5.1.2.',
      'after',
      'Expected the first and the last words of what is meant, found words that stand outside of it.',
    ],
    [
      'Omit everything after “X” in paragraph 5.1.2.',
      'after',
      'Expected the first and the last words of what is meant, found words that stand outside of it.',
    ],
    [
      'Substitute “Y” for paragraph 5.2.',
      'paragraph 5.2',
      'Expected words, a heading or a cell to substitute the quoted words for, found a whole provision.',
    ],
    [
      'Insert the following at the beginning of section 5.3—',
      'section 5.3',
      'Expected the end of a provision, or the provision that the new text is to stand before, found a beginning.',
    ],
    [
      'At the beginning of section 5.3 insert—',
      'section 5.3',
      'Expected the end of a provision, or the provision that the new text is to stand before, found a beginning.',
    ],
    [
      'In the table in paragraph 5.1, substitute the column “Y” for the column “X”—',
      'the',
      'Expected “—” and a block quote with the new column, found another column named in its place.',
    ],
    ['', '', 'Expected “in”, “for”, “omit”, “after”, “before” or “at”, found the end of the sentence.'],
  ])('is refused where sense stops: %s', (sentence, at, text) => {
    expect(problem(sentence)).toMatchObject({ at, text, rule: 'instruction-syntax' });
  });

  test('is told the form it seems to mean', () => {
    expect(problem('In paragraph 5.5.2, for “X” put “Y”.').advice).toContain('for “via the Internet” substitute');
    expect(problem('Cancel paragraph 5.5.2.').advice).toBe(
      'Instead of “cancel”, say for example: In the second paragraph of section 3.1, omit “or via the Internet”. · Omit paragraph 5.5.4 and leave “[No longer in use]”.',
    );
  });

  test.each(['Transfer paragraph 4.3 to section 5.', 'Swap paragraphs 5.6 and 5.5.'])(
    'is named where its form comes later: %s',
    (sentence) => {
      const { rule, advice } = problem(sentence);
      expect(rule).toBe('instruction-form-unknown');
      expect(advice).toContain('Omit paragraph 5.5.4 and leave “[No longer in use]”.');
    },
  );

  test('is refused where it has no effect, no words or not the block it calls for', () => {
    expect(problem('In section 5, for “X” substitute “X”.')).toMatchObject({ rule: 'instruction-no-effect', at: 'X' });
    expect(problem('In section 5, for “X” substitute “ ”.')).toMatchObject({
      rule: 'instruction-empty-quotation',
      at: '“ ”',
    });
    expect(problem('In section 5, omit "".')).toMatchObject({ rule: 'instruction-empty-quotation', at: '""' });
    expect(problem('After section 5 insert—')).toMatchObject({ rule: 'instruction-block-missing', at: '—' });
    expect(problem('After section 5 insert—', '')).toMatchObject({ rule: 'instruction-block-empty' });
    expect(problem('Omit section 5.', 'C')).toMatchObject({ rule: 'instruction-block-extra' });
  });
});

describe('a printed instruction', () => {
  test.each([
    'In paragraph 5.5.2(b), for “X” substitute “Y”.',
    'In section 5.3, for “either route”, in each place where it occurs, substitute “that route”.',
    'In the table in section 5.3, in the row for “SPOTI”, in the column “Device Certificates”, for “Yes” substitute “No”.',
    'Omit paragraph 5.5.4 and leave “[No longer in use]”.',
    'In Annex A, omit the definition of “SPOTI”.',
    'For the heading of section 2.3.1 substitute “Portal via a DCC Gateway Connection”.',
    'At the end of paragraph 5.6.1 insert “Y”.',
    'Omit paragraph 3.2.2.9b.',
    'Omit paragraphs 3.2.2.9a. and 3.2.2.9b.',
  ])('in the canonical form stays as it is: %s', (sentence) => {
    expect(printOperation(operationOf(sentence))).toBe(sentence);
  });

  test('chooses quotation marks that its words leave free', () => {
    const printed = (text: string) =>
      printOperation({ type: 'omit-words', at: paragraph('5'), words: text, occurrence: only });
    expect(printed('a "b" “c”')).toBe('In paragraph 5, omit “a "b" “c””.');
    expect(printed('a” b')).toBe('In paragraph 5, omit "a” b".');
    expect(printed('a” "b')).toBe('In paragraph 5, omit "a” ""b".');
  });

  test('is read as the same operation, and printed again is the same text', () => {
    fc.assert(
      fc.property(plainOperation, (made) => {
        const printed = printOperation(made);
        const block = 'content' in made && printed.endsWith('—') ? made.content : undefined;
        const again = operationOf(printed, block);
        expect(again).toEqual(made);
        expect(printOperation(again)).toBe(printed);
      }),
      { numRuns: 600 },
    );
  });

  test('is one list item of Markdown with its number, and at most one block quote', () => {
    fc.assert(
      fc.property(operation, fc.integer({ min: 0, max: 999999999 }), (made, number) => {
        const printed = printInstruction({ number, operation: made, reason: 'It says so.' });
        const [list, ...others] = parseMarkdown(printed).children;
        expect(others).toEqual([]);
        if (list?.type !== 'list') throw new Error(`a ${list?.type}`);
        expect([list.start, list.children.length]).toEqual([number, 1]);
        const types = list.children[0]?.children.map(({ type }) => type);
        const below = printOperation(made).endsWith('—') ? [made.type === 'together' ? 'list' : 'blockquote'] : [];
        expect(types).toEqual(['paragraph', ...below, 'paragraph']);
      }),
    );
  });
});
