import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend } from '../../src/amend/amend.ts';
import { comparisonPack, makePack } from '../../src/amend/make-pack.ts';
import { readChange } from '../../src/change/read-change.ts';
import { typstEngine } from '../../src/cli/typst-engine.ts';
import type { Pack } from '../../src/model/pack.ts';
import { fileStems } from '../../src/render/file-stems.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { parseDocument } from '../../src/source/parse.ts';
import type { Proof } from '../../src/verify/verify-outputs.ts';
import { takePdfs } from '../../src/verify/verify-pdfs.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { changeOf, fixtures } from '../fixture.ts';
import { awkwardText, documentText, editedPair, reparagraphedPair } from '../generate.ts';

const tool = { name: 'sec-redline', version: 'test' };
const engine = typstEngine();

function proofsOf(pack: Pack): readonly Proof[] {
  const outputs = new Map(renderPdf(pack, engine).map(({ path, content }) => [path, content as Uint8Array]));
  const stems = fileStems(pack.documents);
  const truths = new Map(
    pack.documents.map((document, index) => {
      const { path } = document.redline.before;
      const texts = {
        before: parseDocument(document.textBefore, path),
        after: parseDocument(document.textAfter, path),
      };
      return [stems[index] ?? '', texts];
    }),
  );
  const { rest, proofs } = takePdfs(outputs, [{ folder: '', truths }], pack.change?.name ?? '');
  expect([...rest.keys()]).toEqual([]);
  expect(proofs.length).toBe(3 * (pack.documents.length + (pack.change ? 1 : 0)));
  return proofs;
}

function unproved(pack: Pack): readonly string[] {
  return proofsOf(pack).flatMap(({ path, claim, problem }) =>
    problem === undefined ? [] : [`${path} ${claim}: ${problem}`],
  );
}

const comparison = (before: string, after: string) =>
  comparisonPack(parseDocument(before, 'text.md'), parseDocument(after, 'text.md'), tool);

function dp074(): Pack {
  const read = (path: string) => readFileSync(new URL(`../../appendices/${path}`, import.meta.url), 'utf8');
  const documents = new Map(
    ['D', 'K', 'M', 'N'].map((letter) => [letter, parseDocument(read(`${letter}.md`), `appendices/${letter}.md`)]),
  );
  const change = readChange(read('changes/DP074.md'), 'appendices/changes/DP074.md');
  if (!change.ok) throw new Error('DP074 cannot be read');
  const amendment = amend(change.change, documents);
  if (!amendment.ok) throw new Error(amendment.messages.map(({ text }) => text).join('\n'));
  return makePack(amendment, tool);
}

describe('every PDF, read back by its tags, gives the same two texts', () => {
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
        expect(unproved(comparison(before, after))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('for generated documents whose paragraphs were split, joined or made items and headings', () => {
    fc.assert(
      fc.property(reparagraphedPair, ([before, after]) => {
        expect(unproved(comparison(before, after))).toEqual([]);
        expect(unproved(comparison(after, before))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('and is made, with tags, of any two texts whatsoever', () => {
    fc.assert(
      fc.property(editedPair(awkwardText), ([before, after]) => {
        const [tags] = proofsOf(comparison(before, after));
        expect(tags?.problem).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  // Each is as long as a book. They are made with every release of the engine; in every run, these few.
  const pairs = corpusPairs().slice(0, 2);
  it.skipIf(!hasCorpus)('for the corpus, which is read where it is beside this project', () => {
    expect(pairs.length).toBe(2);
  });
  for (const { name, before, after } of pairs) {
    it(`for ${name} of the corpus`, () => {
      expect(unproved(comparison(before, after))).toEqual([]);
    });
  }
});

describe('making a PDF twice', () => {
  it('gives the same bytes, whatever the engine made before', () => {
    const [first] = fixtures().filter(({ name }) => /^moves a section/.test(name));
    if (!first) throw new Error('the fixture is gone');
    const amendment = amend(changeOf(first), first.documents);
    if (!amendment.ok) throw new Error('the fixture does not hold');
    const bytes = (made: ReturnType<typeof renderPdf>) =>
      made.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]);
    const pack = makePack(amendment, tool);
    expect(bytes(renderPdf(pack, typstEngine()))).toEqual(bytes(renderPdf(pack, engine)));
  });
});
