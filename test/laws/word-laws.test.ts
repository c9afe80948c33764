import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeWord } from '../../src/word/write-word.ts';
import { docxodus } from '../judges/docxodus.ts';
import { compared, difference, expectedBlocks } from '../judges/expected-blocks.ts';
import { asGiven, wordDocument } from '../judges/generate-word.ts';
import { libreOffice } from '../judges/libreoffice.ts';
import { ownReader } from '../judges/own-reader.ts';
import { pandoc } from '../judges/pandoc.ts';
import { validate } from '../judges/validator.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const documents = fc.sample(wordDocument, { numRuns: Number(process.env.RUNS ?? 16), seed });
const files = documents.map(writeWord);
const which = (index: number) => `document ${index} of seed ${seed}`;

describe.each([libreOffice, pandoc, docxodus, ownReader])(
  'a Word file that $name reads',
  ({ name, installed, blind, judge }) => {
    if (!installed) it.skip(`is not read: ${name} is not installed`);

    it.runIf(installed)(
      'says the text after when every change is accepted, and the text before when all are rejected',
      async () => {
        const given = documents.map((document) => asGiven(document, blind));
        const judgements = await judge(given.map(writeWord));
        const wrong = given.flatMap((document, index) =>
          (['before', 'after'] as const).flatMap((side) => {
            const expected = compared(expectedBlocks(document, side, blind), blind);
            const found = compared(judgements[index]?.[side] ?? [], blind);
            const where = difference(expected, found);
            return where ? [{ which: which(index), side, ...where }] : [];
          }),
        );
        if (process.env.SHOW) console.log(wrong.length, JSON.stringify(wrong.slice(0, 6), null, 1));
        expect(wrong.slice(0, 1)).toEqual([]);
      },
    );
  },
);

describe('a Word file', () => {
  it('is valid', async () => {
    const found = await validate(files);
    expect(
      found.flatMap((each, index) => (each.length > 0 ? [{ which: which(index), each }] : [])).slice(0, 3),
    ).toEqual([]);
  });
});
