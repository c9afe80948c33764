import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeOptionsPack } from '../src/amend/make-options-pack.ts';
import { comparisonPack } from '../src/amend/make-pack.ts';
import { typstEngine } from '../src/cli/typst-engine.ts';
import type { OptionsPack } from '../src/model/pack.ts';
import { makeOptionsPdf } from '../src/render/pdf/render-pdf.ts';
import { parseDocument } from '../src/source/parse.ts';
import { readPdf } from '../src/verify/pdf/read-pdf.ts';
import { takePdfs } from '../src/verify/verify-pdfs.ts';
import { changeOf, fixtures } from './fixture.ts';
import { documentText } from './generate.ts';

const engine = typstEngine();
const tool = { name: 'sec-redline', version: 'test' };

function packNamed(name: RegExp): OptionsPack {
  const fixture = fixtures().find((one) => name.test(one.name));
  if (!fixture) throw new Error(`The fixture that ${name} is not there.`);
  const made = makeOptionsPack(changeOf(fixture), fixture.documents, tool);
  if (!made.ok) throw new Error(made.messages.map(({ text }) => text).join());
  return made.pack;
}

const offered = packNamed(/^offers options for a vote/);

/** A pack in which each text after is an option, without instructions. */
function packOf(before: string, afters: readonly string[]): OptionsPack {
  const options = afters.map((after, index) => {
    const letter = 'ABCD'[index] ?? '';
    return { letter, pack: comparisonPack(parseDocument(before, 'D.md'), parseDocument(after, 'D.md'), tool) };
  });
  const each = options.map(({ letter, pack: { documents } }) => ({ letter, document: documents[0] as never }));
  return { ...offered, choices: [], options, documents: [{ key: 'D.md', options: each }] };
}

function fileOf(pack: OptionsPack): Uint8Array {
  const { files, messages } = makeOptionsPdf(pack, engine);
  expect(messages).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual([`${pack.change.name}.pdf`]);
  return files[0]?.content as Uint8Array;
}

/** What cannot be proved of the file: for each option, that it shows both texts. */
function unproved(pack: OptionsPack, bytes = fileOf(pack)): readonly string[] {
  const shown = pack.options.map(({ letter }, index) => ({
    letter,
    truths: pack.documents.map(({ options }) => {
      const { textBefore, after } = options[index]?.document ?? never();
      return { before: parseDocument(textBefore, after.path), after };
    }),
  }));
  const { rest, proofs } = takePdfs(new Map([[`${pack.change.name}.pdf`, bytes]]), [], pack.change.name, shown);
  expect(rest.size).toBe(0);
  expect(proofs.length).toBe(1 + 2 * shown.length);
  return proofs.flatMap(({ claim, problem }) => (problem === undefined ? [] : [`${claim}: ${problem}`]));
}

function never(): never {
  throw new Error('A document is not there under one of the options.');
}

describe('the PDF of all options', () => {
  it('shows both texts of each option, read back by its tags', () => {
    expect(unproved(offered)).toEqual([]);
    expect(unproved(packNamed(/^offers structural operations as options/))).toEqual([]);
  });

  it('shows both texts of each option, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(documentText, { minLength: 3, maxLength: 4 }), ([before = '', ...afters]) => {
        expect(unproved(packOf(before, afters))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('is missed by the reader where an option stands under the letter of another', () => {
    const { documents, options } = offered;
    const [a, b, ...others] = documents[0]?.options ?? [];
    if (!a || !b) throw new Error('The fixture offers fewer than two options.');
    const swapped = [{ ...a, document: b.document }, { ...b, document: a.document }, ...others];
    const bytes = fileOf({ ...offered, documents: [{ key: documents[0]?.key ?? '', options: swapped }], options });
    expect(unproved(offered, bytes).length).toBeGreaterThan(0);
  });

  it('says what is to be decided before the texts, and names each option once where they differ', () => {
    const { pdf } = readPdf(fileOf(offered));
    const words = JSON.stringify(pdf.root.children, (key, value) => (key === 'attributes' ? undefined : value));
    expect(words.indexOf('What is to be decided')).toBeLessThan(words.indexOf('under each option'));
    const letters = [...words.matchAll(/"type":"Lbl","children":\[\{"type":"Note","children":\["Option ([A-Z])"/g)];
    expect(letters.map(([, letter]) => letter).join('')).toMatch(/^(?:ABC)+$/);
  });

  it('is left out where a document goes too deep under one option', () => {
    const deep = `${'> '.repeat(20)}Words.\n`;
    const { files, messages } = makeOptionsPdf(packOf('Words.\n', [deep, 'Other words.\n']), engine);
    expect(files).toEqual([]);
    expect(messages).toMatchObject([{ rule: 'nested-too-deep', place: { path: 'D.md' } }]);
  });
});
