import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintWord } from '../../src/word/lint-word.ts';
import type { WordDocument } from '../../src/word/word-document.ts';
import { writeWord } from '../../src/word/write-word.ts';
import { docxodus } from '../judges/docxodus.ts';
import { everyKind } from '../judges/every-kind.ts';
import { compared, difference, expectedBlocks } from '../judges/expected-blocks.ts';
import { asGiven, wordDocument } from '../judges/generate-word.ts';
import { answers, type Judge, type Judgement } from '../judges/judge.ts';
import { libreOffice, printed } from '../judges/libreoffice.ts';
import { ownReader } from '../judges/own-reader.ts';
import { pandoc } from '../judges/pandoc.ts';
import { validate } from '../judges/validator.ts';

// Judges are slow, so the same documents are asked in every run; other seeds, and more of them, by SEED and RUNS.
const seed = Number(process.env.SEED ?? 20_261_126);
const documents = fc.sample(wordDocument, { numRuns: Number(process.env.RUNS ?? 12), seed });
const which = (index: number) => `document ${index} of seed ${seed}`;

/** The file with something of its text written otherwise. */
function rewritten(file: Uint8Array, from: RegExp | string, to: string): Uint8Array {
  const { 'word/document.xml': main = new Uint8Array(), ...rest } = unzipSync(file);
  const text = strFromU8(main).replace(from, to);
  if (text === strFromU8(main)) throw new Error(`the file does not hold ${from}`);
  return zipSync({ 'word/document.xml': strToU8(text), ...rest });
}

/** Where a judge's reading is not what the document says. */
function wrong(document: WordDocument, judgement: Judgement | undefined, { blind }: Judge): readonly object[] {
  return (['before', 'after'] as const).flatMap((side) => {
    const expected = compared(expectedBlocks(document, side, blind), blind);
    const where = difference(expected, compared(judgement?.[side] ?? [], blind));
    return where ? [{ side, ...where }] : [];
  });
}

describe.each([libreOffice, pandoc, docxodus, ownReader])('a Word file that $name reads', (judge) => {
  const { name, installed, blind } = judge;
  if (!installed) it.skip(`is not read: ${name} is not installed`);

  describe.runIf(installed)('with its changes accepted, and with them rejected', () => {
    const given = documents.map((document) => asGiven(document, blind));
    const kinds = writeWord(everyKind);
    const unmarked = rewritten(kinds, /<w:ins [^>]*>(<w:r>.*?<\/w:r>)<\/w:ins>/, '$1');
    let judgements: readonly Judgement[] = [];

    beforeAll(async () => {
      judgements = await judge.judge([kinds, unmarked, ...given.map(writeWord)]);
    }, 600_000);

    it('says both texts of a document with one of every kind of change', () => {
      expect(wrong(everyKind, judgements[0], judge)).toEqual([]);
    });

    it('is seen to be wrong where a change is not marked', () => {
      expect(wrong(everyKind, judgements[1], judge)).toMatchObject([{ side: 'before' }]);
    });

    it('says both texts of any document', () => {
      const found = given.flatMap((document, index) =>
        wrong(document, judgements[index + 2], judge).map((where) => ({ which: which(index), ...where })),
      );
      expect(found.slice(0, 3)).toEqual([]);
    });
  });
});

const reader = 'pdftotext';
const prints = libreOffice.installed && answers(reader, '-v');
if (!prints) it.skip('a Word file is not printed: LibreOffice or pdftotext is not installed');

it.runIf(prints)('a Word file is printed with its head, its foot and the words of its changes', async () => {
  const [file = new Uint8Array()] = await printed([writeWord(everyKind)]);
  const text = execFileSync(reader, ['-layout', '-', '-'], { input: file, encoding: 'utf8' });
  for (const words of [
    'DP000',
    'old ones',
    'new ones',
    'A heading that comes',
    'an interface',
    'The end.',
    'Page 1 of 1',
  ])
    expect(text).toContain(words);
});

describe('a Word file', () => {
  it('is found valid by the Open XML SDK, which finds what is not', async () => {
    const kinds = writeWord(everyKind);
    const invalid = rewritten(kinds, '<w:tblGrid>', '<w:tblGrid/><w:tblGrid>');
    const [none, some, ...generated] = await validate([kinds, invalid, ...documents.slice(0, 4).map(writeWord)]);
    expect(none).toEqual([]);
    expect(some?.join('\n')).toMatch(/tblGrid/);
    expect(generated.flatMap((found, index) => found.map((finding) => `${which(index)}: ${finding}`))).toEqual([]);
  });

  it('has nothing that its own lint finds', () => {
    const more = fc.sample(wordDocument, { numRuns: 100, seed });
    expect(
      more.flatMap((document, index) => lintWord(writeWord(document)).map((finding) => [which(index), finding])),
    ).toEqual([]);
  });

  it('is the same bytes however often it is written', () => {
    const [one, other] = [documents, fc.sample(wordDocument, { numRuns: documents.length, seed })];
    expect(one.map(writeWord)).toEqual(other.map(writeWord));
  });
});
