import { describe, expect, test } from 'vitest';
import { printOperation } from '../src/change/print-operation.ts';
import { readInstruction } from '../src/change/read-instruction.ts';
import { readSentences } from '../src/provision/sentences.ts';

/** The canonical form of a sentence, or what is wrong with it and where. */
function canonical(sentence: string): string {
  const read = readInstruction(sentence, { start: 0, end: sentence.length }, undefined);
  if (!read.ok) return `${sentence.slice(read.problem.start, read.problem.end)}: ${read.problem.text}`;
  if ('opening' in read) return 'opens a list';
  const { operation } = read;
  if (operation.type !== 'together') return printOperation(operation);
  return [
    printOperation(operation),
    ...operation.parts.map((part) => printOperation(part.operation, operation.at)),
  ].join(' ');
}

describe('a target of several places', () => {
  test.each([
    'In paragraphs 5.5.1(a) and (c), omit “X”.',
    'In paragraphs 5.5.1(a)(i), (ii) and 5.5.2, omit “X”.',
    'Omit paragraphs 5.5.4 and 5.5.6.',
    'Omit paragraphs 5.5.4 to 5.5.6 and leave “[No longer in use]”.',
    'Omit paragraphs 5.5.1(a) to (c), 5.5.3 and 5.5.5 to 5.5.7.',
    'Omit paragraphs 1 to 3 of Annex A.',
    'Omit steps 5.5.3.2 to 5.5.3.4.',
    'In Annex A, omit the definitions of “A”, “B” and “C”.',
    'In the table in section 5.3, omit the rows for “A” and “B”.',
    'In the table in section 5.3, omit the rows for steps 5.5.3.2 and 5.5.3.4.',
    'For the headings of sections 5.1 and 5.2 substitute “X”.',
    'In section 5.1 and the table in section 5.3 and paragraphs 5.5.4 to 5.5.6, omit “X”.',
    'In the row for “A”, in the columns “B” and “C”, omit “X”.',
    'In the head row of the table in section 5.3, in the column “B”, omit “X”.',
    'In the footnote “1”, omit “X”.',
    'In the second sentence of paragraph 5.5.1, omit “X”.',
    'In the code block of section 2.4, omit “X”.',
    'In the block quote of section 2.4, omit “X”.',
    'In the heading of the document, omit “X”.',
    'In paragraph 5.5.1, for the words from “X” to “Y” substitute “Z”.',
    'In paragraph 5.5.1, omit the words from “X” to the end.',
    'In paragraph 5.5.1, omit the words from the beginning to “Y”.',
  ])('in the canonical form stays as it is: %s', (sentence) => {
    expect(canonical(sentence)).toBe(sentence);
  });

  test.each([
    ['omit the paragraphs 5.5.4, and 5.5.6', 'Omit paragraphs 5.5.4 and 5.5.6.'],
    ['Omit paragraphs 5.5.4–5.5.6.', 'Omit paragraphs 5.5.4 to 5.5.6.'],
    ['Omit Annexes A and B.', 'Omit Annex A and Annex B.'],
    [
      'In the first and third paragraphs of section 5, omit “X”.',
      'In the first paragraph of section 5 and the third paragraph of section 5, omit “X”.',
    ],
    [
      'In sections 5.1 and 5.2, for the heading substitute “X”.',
      'For the headings of sections 5.1 and 5.2 substitute “X”.',
    ],
    ['In footnote 1, omit “X”.', 'In the footnote “1”, omit “X”.'],
    ['In the header row of the table in 5.3, omit “X”.', 'In the head row of the table in 5.3, omit “X”.'],
    ['In the introductory words of section 5, omit “X”.', 'In the opening words of section 5, omit “X”.'],
    ['In each of the documents, omit “X”.', 'In the document, omit “X”.'],
    ['In section 5, replace “X” with “Y”.', 'In section 5, for “X” substitute “Y”.'],
    [
      'In section 5, replace the word “X”, wherever it occurs, by “Y”.',
      'In section 5, for “X”, in each place where it occurs, substitute “Y”.',
    ],
    ['In section 5, substitute “Y” for “X”.', 'In section 5, for “X” substitute “Y”.'],
    ['In section 5, delete "X" in each place it occurs.', 'In section 5, omit “X” in each place where it occurs.'],
    ['In section 5, in each place where it occurs, omit “X”.', 'In section 5, omit “X” in each place where it occurs.'],
    [
      'In section 5, in the second place where it occurs, omit “X”.',
      'In section 5, omit “X” in the second place where it occurs.',
    ],
    ['For “X” in section 5 substitute “Y”.', 'In section 5, for “X” substitute “Y”.'],
    [
      'After the word “X” in the heading of section 5, insert “Y”.',
      'In the heading of section 5, after “X” insert “Y”.',
    ],
    ['Insert “Y” before “X” in section 5.', 'In section 5, before “X” insert “Y”.'],
    ['Delete “X” in section 5, wherever it occurs.', 'In section 5, omit “X” in each place where it occurs.'],
    ['In section 5, add “Y” after “X”.', 'In section 5, after “X” insert “Y”.'],
    ['In section 5, insert “Y” at the end.', 'At the end of section 5 insert “Y”.'],
    ['Replace the heading of section 5 with “X”.', 'For the heading of section 5 substitute “X”.'],
    ['In section 5, omit everything from “X” to “Y”.', 'In section 5, omit the words from “X” to “Y”.'],
    ['In section 5, omit “X” and “Y”.', 'In section 5— omit “X” omit “Y”'],
    [
      'In section 5, for “X” substitute “Y” and for “Z” substitute “W”.',
      'In section 5— for “X” substitute “Y” for “Z” substitute “W”',
    ],
  ])('is read however it is written: %s', (sentence, printed) => {
    expect(canonical(sentence)).toBe(printed);
  });

  test.each([
    ['Omit paragraphs 5.5.4 to.', '.: Expected another number (as “5.5.3” or “(c)”)'],
    ['Omit paragraphs 5.5.1(a) to (2).', '(2): Expected the whole number (as “5.5.1(2)”)'],
    [
      'In paragraphs 5.5.4 to 5.5.6, in the heading, omit “X”.',
      'paragraphs 5.5.4 to 5.5.6, in the heading: Expected each provision by its number, found a range and something within it.',
    ],
    [
      'In section 5, omit the words from the beginning to the end.',
      'the end: Expected words in quotation marks at one end at least, found neither.',
    ],
    ['In section 5, for the words from “X” substitute “Y”.', 'substitute: Expected “to”, found “substitute”.'],
    [
      'In footnote, omit “X”.',
      ',: Expected the name of a footnote (as “footnote 1” or “the footnote “note””), found “,”.',
    ],
    ['In the second sentence, omit “X”.', 'the second sentence: Expected the provision that the sentence is of.'],
    ['In section 5— omit “X”.', '—: Expected “for”, “omit”, “after”, “before” or “at”, found “—”.'],
  ])('is refused where sense stops: %s', (sentence, problem) => {
    expect(canonical(sentence).startsWith(problem) ? problem : canonical(sentence)).toBe(problem);
  });
});

describe('sentences', () => {
  const read = (text: string) => {
    const result = readSentences(text);
    return result.type === 'unclear' ? 'unclear' : result.sentences.map(({ start, end }) => text.slice(start, end));
  };

  test('end at a stop before a capital letter, a figure or nothing', () => {
    expect(read('One is here. “Two” (and more) is there! 3 are not? All.')).toEqual([
      'One is here.',
      '“Two” (and more) is there!',
      '3 are not?',
      'All.',
    ]);
    expect(read('See section 5.5.2 of it. *Then* go.” (It ends.)')).toEqual([
      'See section 5.5.2 of it.',
      '*Then* go.”',
      '(It ends.)',
    ]);
  });

  test.each([
    'It is so, e.g. today. It ends.',
    'No. 5 is it. It ends.',
    'See A. Smith. It ends.',
    'It goes on: and',
    'It ends. not so.',
    '',
  ])('are not plain in “%s”', (text) => {
    expect(text === '' ? read(text) : read(text)).toEqual(text === '' ? [] : 'unclear');
  });
});
