import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeWord } from '../../src/word/write-word.ts';
import { docxodus } from '../judges/docxodus.ts';
import { compared, expectedBlocks } from '../judges/expected-blocks.ts';
import { withoutHeadings, wordDocument } from '../judges/generate-word.ts';
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
        const given = blind.headings ? documents.map(withoutHeadings) : documents;
        const judgements = await judge(blind.headings ? given.map(writeWord) : files);
        const wrong = given.flatMap((document, index) =>
          (['before', 'after'] as const).flatMap((side) => {
            const expected = compared(expectedBlocks(document, side, blind), blind);
            const found = compared(judgements[index]?.[side] ?? [], blind);
            const at = expected.findIndex((block, each) => block !== found[each]);
            if (at < 0 && expected.length === found.length) return [];
            return [{ which: which(index), side, expected, found }];
          }),
        );
        if (process.env.SHOW) console.log(wrong.length, JSON.stringify(wrong.slice(0, 3), null, 1));
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
