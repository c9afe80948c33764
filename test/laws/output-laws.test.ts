import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend } from '../../src/amend/amend.ts';
import { comparisonPack, makePack } from '../../src/amend/make-pack.ts';
import { readChange } from '../../src/change/read-change.ts';
import { formats } from '../../src/cli/format-names.ts';
import { renderPack } from '../../src/cli/formats.ts';
import type { Document } from '../../src/model/document.ts';
import type { Pack } from '../../src/model/pack.ts';
import { fileStems } from '../../src/render/file-stems.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { verifyOutputs } from '../../src/verify/verify-outputs.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { changeOf, fixtures } from '../fixture.ts';
import { awkwardText, documentText, editedPair, reparagraphedPair } from '../generate.ts';

const tool = { name: 'sec-redline', version: 'test' };

// PDFs and Word files have laws of their own: they take longer to make or to read than everything else.
const wanted = formats.filter((format) => format !== 'pdf' && format !== 'docx');

/** What cannot be proved of the outputs of a pack: nothing, where the law holds. `known` is parsed already, where it is said of its texts. */
function unproved(pack: Pack, known: readonly Document[] = []): readonly string[] {
  const files = renderPack(pack, wanted);
  const outputs = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
  const stems = fileStems(pack.documents);
  const truths = new Map(
    pack.documents.map((document, index) => {
      const { path } = document.redline.before;
      const parsed = (text: string) =>
        known.find((one) => one.source === text && one.path === path) ?? parseDocument(text, path);
      const texts = { before: parsed(document.textBefore), after: parsed(document.textAfter) };
      return [stems[index] ?? '', texts];
    }),
  );
  const proofs = verifyOutputs(outputs, truths);
  expect(proofs.length).toBeGreaterThan(9 * pack.documents.length);
  return proofs.flatMap(({ path, claim, problem }) => (problem === undefined ? [] : [`${path} ${claim}: ${problem}`]));
}

const comparing = (...known: readonly [Document, Document]) => unproved(comparisonPack(...known, tool), known);

const parsed = (text: string) => parseDocument(text, 'text.md');

const appendix = (letter: string) => {
  const path = `appendices/${letter}.md`;
  return parseDocument(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), path);
};

function dp074(): Pack {
  const documents = new Map(['D', 'K', 'M', 'N'].map((letter) => [letter, appendix(letter)]));
  const source = readFileSync(new URL('../../appendices/changes/DP074.md', import.meta.url), 'utf8');
  const read = readChange(source, 'appendices/changes/DP074.md');
  if (!read.ok) throw new Error('DP074 cannot be read');
  const amendment = amend(read.change, documents);
  if (!amendment.ok) throw new Error(amendment.messages.map(({ text }) => text).join('\n'));
  return makePack(amendment, tool);
}

describe('every output, read back by an independent reader, gives the same two texts', () => {
  it('for DP074', () => {
    expect(unproved(dp074())).toEqual([]);
  });

  for (const fixture of fixtures()) {
    if (!fixture.change.ok) continue;
    const amendment = amend(changeOf(fixture), fixture.documents);
    if (!amendment.ok) continue;
    it(`for a change that ${fixture.name}`, () => {
      expect(unproved(makePack(amendment, tool))).toEqual([]);
    });
  }

  it('for generated documents, edited', () => {
    fc.assert(
      fc.property(editedPair(documentText), ([before, after]) => {
        expect(comparing(parsed(before), parsed(after))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('for generated documents whose paragraphs were split, joined or made items and headings', () => {
    fc.assert(
      fc.property(reparagraphedPair, ([before, after]) => {
        const [one, other] = [parsed(before), parsed(after)];
        expect(comparing(one, other)).toEqual([]);
        expect(comparing(other, one)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('byte for byte where bytes are claimed, for any two texts whatsoever', () => {
    fc.assert(
      fc.property(editedPair(awkwardText), awkwardText, ([before, after], other) => {
        const one = parsed(before);
        for (const next of [after, other]) {
          const exact = comparing(one, parsed(next)).filter((line) => /byte for byte|makes the text after/.test(line));
          expect(exact).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  const pairs = corpusPairs();
  it.skipIf(!hasCorpus)('for the corpus, which is read where it is beside this project', () => {
    expect(pairs.length).toBeGreaterThan(5);
  });
  for (const { name, before, after } of pairs) {
    it(`for ${name} of the corpus`, () => {
      expect(comparing(parsed(before), parsed(after))).toEqual([]);
    });
  }
});

describe('rendering twice', () => {
  it('gives the same bytes', () => {
    const bytes = () =>
      renderPack(dp074(), wanted).map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);
    expect(bytes()).toEqual(bytes());
  });
});
