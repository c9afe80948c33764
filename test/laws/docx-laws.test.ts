import { readFileSync } from 'node:fs';
import * as engine from 'docxodus/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amend } from '../../src/amend/amend.ts';
import { makePack } from '../../src/amend/make-pack.ts';
import { chooseOption, optionsOf } from '../../src/change/choices.ts';
import { apply, comparePack, parseChange } from '../../src/library.ts';
import type { Change } from '../../src/model/change.ts';
import type { Document } from '../../src/model/document.ts';
import type { Pack } from '../../src/model/pack.ts';
import { wordDocuments } from '../../src/render/docx/render-docx.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { readWord } from '../../src/verify/read-word.ts';
import { firstDifference, type ShownBlock } from '../../src/verify/shown-blocks.ts';
import { asWordShows, wordShown } from '../../src/verify/word-shows.ts';
import { lintWord } from '../../src/word/lint-word.ts';
import { unitsOf } from '../../src/word/map-words.ts';
import type { WordDocument } from '../../src/word/word-document.ts';
import { writeWord } from '../../src/word/write-word.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { fixtures } from '../fixture.ts';
import { generatedText } from '../generated-text.ts';
import { asGiven } from '../judges/generate-word.ts';
import { libreOffice } from '../judges/libreoffice.ts';
import { oneFile, partFile } from '../judges/one-file.ts';
import { pandoc } from '../judges/pandoc.ts';
import { validate } from '../judges/validator.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const sides = ['before', 'after'] as const;

/** A Word file, and what it must say. */
interface Case {
  readonly name: string;
  readonly word: WordDocument;
  readonly truth: { readonly before: Document; readonly after: Document };
}

function casesOf(name: string, pack: Pack): readonly Case[] {
  return wordDocuments(pack).map(({ path, document: word }, index): Case => {
    const { textBefore, textAfter, redline } = pack.documents[index >> 1] as Pack['documents'][number];
    const after = parseDocument(textAfter, redline.after.path);
    const before = path.endsWith('.clean.docx') ? after : parseDocument(textBefore, redline.before.path);
    return { name: `${name}, ${path}`, word, truth: { before, after } };
  });
}

function carriedOut(change: Change, documents: ReadonlyMap<string, Document>): readonly Pack[] {
  const amendment = amend(change, documents);
  return amendment.ok ? [makePack(amendment, { name: 'sec-redline', version: 'test' })] : [];
}

const small = fixtures().flatMap(({ name, change, documents }) => {
  if (!change.ok) return [];
  const changes = change.change.choices
    ? optionsOf(change.change).flatMap((letter) => {
        const chosen = chooseOption(change.change, letter);
        return chosen.ok ? [chosen.change] : [];
      })
    : [change.change];
  return changes.flatMap((each) => carriedOut(each, documents)).flatMap((pack) => casesOf(name, pack));
});

const generated = fc
  .sample(fc.tuple(generatedText, generatedText), { numRuns: Number(process.env.RUNS ?? 12), seed })
  .flatMap(([before, after], index) => casesOf(`pair ${index} of seed ${seed}`, comparePack(before, after)));

function committed(): readonly Case[] {
  const read = (path: string) => readFileSync(new URL(`../../appendices/${path}`, import.meta.url), 'utf8');
  const texts = Object.fromEntries(['D', 'K', 'M', 'N'].map((key) => [key, read(`${key}.md`)]));
  const result = apply(parseChange(read('changes/DP074.md')), texts);
  if (!result.ok) throw new Error('DP074 cannot be carried out');
  return casesOf('DP074', result.pack);
}

const corpus = corpusPairs().flatMap(({ name, before, after }) => casesOf(name, comparePack(before, after)));

const groups = [
  { of: 'each fixture', cases: small, together: true },
  { of: 'generated texts', cases: generated, together: false },
  { of: 'DP074', cases: committed(), together: false },
  { of: 'the corpus', cases: corpus, together: false },
].filter(({ cases }) => cases.length > 0);

if (!hasCorpus) it.skip('the corpus is not there');

describe.each(groups)('the Word files of $of', ({ cases, together }) => {
  const files = cases.map(({ word }) => writeWord(word));

  it('say the text after when all is accepted and the text before when all is rejected, by docxodus', async () => {
    await engine.initialize();
    const wrong: string[] = [];
    for (const [index, { name, truth }] of cases.entries()) {
      for (const side of sides) {
        const read = await readWord(files[index] ?? new Uint8Array(), side, engine);
        const notes = read.footnotes.map(({ label }) => label);
        const found = firstDifference(asWordShows(truth[side], notes), wordShown(read));
        if (found !== undefined) wrong.push(`${name}, ${side}: ${found}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  for (const { name: judgeName, installed, judge } of [libreOffice, pandoc]) {
    it.skipIf(!installed)(`say the same by ${judgeName}${installed ? '' : `, which is not installed`}`, async () => {
      const given = cases.map(({ word }) => asGiven(word, { footnotes: true }));
      const judgements = await judge((together ? [oneFile(given)] : given).map(writeWord));
      const wrong: string[] = [];
      for (const side of sides) {
        const each = judgements.map((judgement) => judgement[side]);
        const found = together ? partFile(each[0] ?? []) : each;
        for (const [index, { name, word, truth }] of cases.entries()) {
          const expected = asWordShows(truth[side], notesCalled(word, side));
          const notes = expected.findIndex(({ type }) => type === 'footnote');
          const body = notes < 0 ? expected : expected.slice(0, notes);
          const difference = firstDifference(asJudged(body), asJudged(found[index] ?? []));
          if (difference !== undefined) wrong.push(`${name}, ${side}: ${difference}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  it('are valid, by the validator of the Open XML SDK and by our own lint', async () => {
    const some = together ? [writeWord(oneFile(cases.map(({ word }) => word)))] : files;
    const found = await validate(some);
    expect(found.flat().slice(0, 3)).toEqual([]);
    const linted = cases.flatMap(({ name }, index) =>
      lintWord(files[index] ?? new Uint8Array()).map((finding) => `${name}: ${finding}`),
    );
    expect(linted.slice(0, 3)).toEqual([]);
  });

  it('are the same bytes each time', () => {
    expect(cases.map(({ word }) => writeWord(word))).toEqual(files);
  });
});

// Footnotes are given to these judges as words, since LibreOffice mixes them up: docxodus reads them.
function notesCalled(word: WordDocument, side: 'before' | 'after'): readonly string[] {
  return unitsOf(word.blocks).flatMap((unit) => {
    if (unit.type !== 'note-reference') return [];
    const absent = side === 'after' ? ['deleted', 'moved-from'] : ['inserted', 'moved-to'];
    return unit.revision && absent.includes(unit.revision.type) ? [] : [unit.label ?? ''];
  });
}

// These judges know lines of code as paragraphs, and keep the numbers of ordered items and the rows that went, empty.
function asJudged(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  return blocks
    .flatMap(({ type, text }) =>
      plain.has(type) ? [{ type, text }] : text.split('\n').map((line) => ({ type: 'paragraph', text: line })),
    )
    .map(({ type, text }) => ({ type, text: text.replace(/\s+/gu, ' ').trim() }))
    .map(({ type, text }) => ({ type, text: type === 'paragraph' ? text.replace(/^(?:\d{1,9}[.)] )+/, '') : text }))
    .filter(({ text }) => text !== '');
}

const plain = new Set(['heading', 'paragraph', 'cell']);
