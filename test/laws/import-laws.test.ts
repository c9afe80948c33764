import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import-document.ts';
import { importWord } from '../../src/import/import-word.ts';
import { apply, parseChange } from '../../src/library.ts';
import type { PackDocument } from '../../src/model/pack.ts';
import { renderDocx } from '../../src/render/docx/render-docx.ts';
import { formatMarkdown } from '../../src/source/format.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { fixtures } from '../fixture.ts';
import { fixturePacks } from '../fixture-packs.ts';
import { documentText } from '../generate.ts';
import { exported } from '../import/edit-word.ts';
import { foreignDocument } from '../import/generate-foreign.ts';
import { lostTexts } from '../import/letters.ts';
import { wordDocument } from '../judges/generate-word.ts';
import { converted, libreOfficeLines } from '../word/libreoffice-lines.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.RUNS ?? 1);

const appendices = ['D', 'K', 'M', 'N'].map((name) => ({
  name: `Appendix ${name}`,
  text: readFileSync(new URL(`../../appendices/${name}.md`, import.meta.url), 'utf8'),
}));

/** The texts of the fixtures in canonical form, each once. */
const fixtureTexts = [
  ...new Set(
    fixtures().flatMap(({ documents, expected }) =>
      [...documents].flatMap(([key, { source }]) => {
        const after = expected(`${key}.after.md`);
        return [source, ...(after === undefined ? [] : [after])].map(formatMarkdown);
      }),
    ),
  ),
];

/** What comes back of a text that was exported. */
function back(text: string): string {
  const imported = importWord(exported(text));
  return imported.ok ? imported.markdown : imported.message;
}

describe('a text in canonical form that is exported to Word and imported again', () => {
  it.each(appendices)('is $name byte for byte', ({ text }) => {
    expect(back(text)).toBe(text);
  });

  it('is the text of every fixture byte for byte', () => {
    expect(fixtureTexts.length).toBeGreaterThan(10);
    for (const text of fixtureTexts) expect(back(text)).toBe(text);
  });

  it('is every generated document byte for byte', () => {
    for (const text of fc.sample(documentText, { numRuns: 12 * runs, seed }).map(formatMarkdown))
      expect(back(text), `seed ${seed}`).toBe(text);
  });

  it.runIf(hasCorpus)('is a text of the corpus byte for byte: every fifth, or all in longer runs', () => {
    for (const { after } of corpusPairs().filter((_, index) => runs > 1 || index % 5 === 0)) {
      const text = formatMarkdown(after);
      expect(back(text)).toBe(text);
    }
  });

  it.runIf(libreOfficeLines.installed)(
    'is each appendix byte for byte when LibreOffice has saved it in between',
    () => {
      const saved = converted(
        appendices.map(({ text }) => exported(text)),
        ...(['docx', 'docx', 'docx'] as const),
      );
      const texts = saved.map((file) => {
        const imported = importWord(file);
        return imported.ok ? imported.markdown : imported.message;
      });
      appendices.forEach(({ text }, index) => {
        expect(texts[index]).toBe(text);
      });
    },
  );
});

describe('a redline in Word that comes back, given the text that it was made from', () => {
  const texts = Object.fromEntries(appendices.map(({ name, text }) => [name.slice(-1), text]));
  const change = parseChange(readFileSync(new URL('../../appendices/changes/DP074.md', import.meta.url), 'utf8'));
  const applied = apply(change, texts);
  const files = applied.ok ? renderDocx(applied.pack).filter(({ path }) => path.includes('redline')) : [];

  it('is there for each appendix that DP074 amends', () => {
    expect(files.map(({ path }) => path[0]).sort()).toEqual(['D', 'K', 'M', 'N']);
  });

  it.each(files)('is both texts byte for byte: $path', ({ path, content }) => {
    const key = path.slice(0, 1);
    const base = texts[key] ?? '';
    const read = (revisions: 'accept' | 'reject') => importWord(content as Uint8Array, { revisions, base });
    expect(read('reject')).toMatchObject({ ok: true, markdown: base });
    expect(read('accept')).toMatchObject({ ok: true, markdown: applied.ok ? applied.texts[key] : '' });
  });
});

describe('the redline of a fixture in Word that comes back', () => {
  /** Fixtures whose text before cannot come back by itself: why. */
  const lacking = new Map([
    [
      'gives a heading its whole line',
      'two spaces stand after a label, and no redline shows whether one stood there or two',
    ],
  ]);
  const cases = fixturePacks().flatMap(([name, pack]) =>
    renderDocx(pack)
      .filter(({ path }) => path.endsWith('.redline.docx'))
      .map(({ content }, index) => ({ name, file: content as Uint8Array, document: pack.documents[index] })),
  );
  const wrongWith = (revisions: 'accept' | 'reject', base: (document: PackDocument) => string | undefined) =>
    cases.flatMap(({ name, file, document }) => {
      if (!document) return [`${name}: no document`];
      const given = base(document);
      const imported = importWord(file, { revisions, ...(given !== undefined && { base: given }) });
      const text = revisions === 'accept' ? document.textAfter : document.textBefore;
      return imported.ok && imported.markdown === formatMarkdown(text) ? [] : [name];
    });

  it('is there for more than a hundred documents', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  it('is the text after where its changes are accepted', () => {
    expect(wrongWith('accept', () => undefined)).toEqual([]);
  });

  it('is the text before where they are rejected, but for what no redline holds', () => {
    expect(wrongWith('reject', () => undefined)).toEqual([...lacking.keys()]);
  });

  it('is both texts where the text before is given', () => {
    expect(wrongWith('accept', ({ textBefore }) => textBefore)).toEqual([]);
    expect(wrongWith('reject', ({ textBefore }) => textBefore)).toEqual([]);
  });
});

describe('whatever a Word document holds', () => {
  it('has its text in the Markdown or told, and the Markdown is in canonical form', () => {
    for (const document of fc.sample(foreignDocument, { numRuns: 150 * runs, seed })) {
      const imported = importDocument(document);
      expect(lostTexts(document, imported), `seed ${seed}`).toEqual([]);
      expect(formatMarkdown(imported.markdown), `seed ${seed}`).toBe(imported.markdown);
    }
  });

  it('gives Markdown in canonical form where there are tracked changes', () => {
    for (const document of fc.sample(wordDocument, { numRuns: 10 * runs, seed })) {
      const { markdown } = importDocument(document);
      expect(formatMarkdown(markdown), `seed ${seed}`).toBe(markdown);
    }
  });
});
