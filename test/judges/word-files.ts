import { beforeAll, describe, expect, it, vi } from 'vitest';
import { revisionSettler } from '../../src/cli/revision-settler.ts';
import type { Document } from '../../src/model/document.ts';
import type { Pack } from '../../src/model/pack.ts';
import { wordDocuments } from '../../src/render/docx/render-docx.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { contentsProblem, listedHeadings } from '../../src/verify/prove-contents.ts';
import { readWord } from '../../src/verify/read-word.ts';
import { firstDifference, type ShownBlock } from '../../src/verify/shown-blocks.ts';
import { asWordShows, wordShown } from '../../src/verify/word-shows.ts';
import { lintWord } from '../../src/word/lint-word.ts';
import { mapUnits, type Unit, unitsOf } from '../../src/word/map-words.ts';
import { isWhollyRevised } from '../../src/word/settle-marks.ts';
import type { WordDocument } from '../../src/word/word-document.ts';
import { writeWord } from '../../src/word/write-word.ts';
import { asGiven } from './generate-word.ts';
import type { Blindness } from './judge.ts';
import { libreOffice } from './libreoffice.ts';
import { oneFile, partFile } from './one-file.ts';
import { pandoc } from './pandoc.ts';
import { validate } from './validator.ts';

// Judges are slow where much else runs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

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

/** How files are given: which judges have them all as one, for to open one takes longer than to read it (LibreOffice and pandoc, the validator). */
interface Together {
  readonly judged: boolean;
  readonly validated: boolean;
  /**
   * LibreOffice gives a heading that follows several paragraphs that went the style of one of them at times, and an entry of the contents
   * too: it is not asked then which are headings, nor of which level an entry is.
   */
  readonly anyHeadings?: true;
}

/** Claims of Word files that every judge holds them to. `make` gives the packs by name. */
export function wordFilesAreTrue(
  of: string,
  make: () => readonly (readonly [string, Pack])[],
  together: Together,
): void {
  describe(`the Word files of ${of}`, () => {
    let cases: readonly Case[] = [];
    let files: readonly Uint8Array[] = [];

    beforeAll(() => {
      cases = make().flatMap(([name, pack]) => casesOf(name, pack));
      files = cases.map(({ word }) => writeWord(word));
    });

    it('say the text after, and list its headings, when all is accepted, and the text before when all is rejected, by docxodus', async () => {
      const settler = await revisionSettler();
      const wrong: string[] = [];
      for (const [index, { name, truth }] of cases.entries()) {
        for (const side of sides) {
          const read = await readWord(files[index] ?? new Uint8Array(), side, settler);
          const notes = read.footnotes.map(({ label }) => label);
          const found =
            firstDifference(asWordShows(truth[side], notes), wordShown(read)) ??
            contentsProblem(truth[side], notes, read.contents);
          if (found !== undefined) wrong.push(`${name}, ${side}: ${found}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    for (const { name: judgeName, installed, judge, blind } of [libreOffice, pandoc]) {
      it.skipIf(!installed)(`say the same by ${judgeName}${installed ? '' : `, which is not installed`}`, async () => {
        // A clean text has nothing to settle, and to open a long file takes long.
        const asked = together.judged ? cases : cases.filter(({ name }) => name.endsWith('.redline.docx'));
        const given = asked.map(({ word }) => givenTo(blind, word));
        const judgements = await judge((together.judged ? [oneFile(given)] : given).map(writeWord));
        const plain =
          blind.keepsEmptyHeadings === true || (together.anyHeadings === true && blind.headingStyles === true);
        const anyLevel = plain || blind.contentsLevels === true;
        const wrong: string[] = [];
        for (const side of sides) {
          const each = judgements.map((judgement) => judgement[side]);
          const found = together.judged ? partFile(each[0] ?? []) : each;
          for (const [index, { name, word, truth }] of asked.entries()) {
            const expected = asWordShows(truth[side], notesCalled(word, side));
            const notes = expected.findIndex(({ type }) => type === 'footnote');
            const body = notes < 0 ? expected : expected.slice(0, notes);
            const listed = contentsBlocks(truth[side], notesCalled(word, side), instructionOf(word));
            const judged = found[index] ?? [];
            const [wanted, got] = [
              [...asListed(listed, anyLevel), ...asJudged(body, plain)],
              [
                ...asListed(judged.filter(isContents), anyLevel),
                ...asJudged(
                  judged.filter((block) => !isContents(block)),
                  plain,
                ),
              ],
            ];
            const exact = firstDifference(wanted, got);
            const spaced = exact !== undefined && blind.joinsWithSpace && joinsParagraphs(word);
            const difference = spaced ? firstDifference(wanted.map(withoutSpace), got.map(withoutSpace)) : exact;
            if (difference !== undefined) wrong.push(`${name}, ${side}: ${difference}`);
          }
        }
        expect(wrong).toEqual([]);
      });
    }

    it('are valid, by the validator of the Open XML SDK and by our own lint', async () => {
      const some = together.validated ? [writeWord(oneFile(cases.map(({ word }) => word)))] : files;
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
}

/** What a judge must give of the contents. */
function contentsBlocks(
  document: Document,
  notes: readonly string[],
  instruction: string | undefined,
): readonly ShownBlock[] {
  const entries = listedHeadings(document, notes, instruction);
  if (entries.length === 0) return [];
  return [
    { type: 'contents', text: 'Contents' },
    ...entries.map(({ level, text }) => ({ type: `contents ${level}`, text })),
  ];
}

function instructionOf({ blocks }: WordDocument): string | undefined {
  const starts = unitsOf(blocks).flatMap((unit) =>
    unit.type === 'paragraph' ? unit.children.filter(({ type }) => type === 'field-start') : [],
  );
  return starts.map((start) => ('instruction' in start ? start.instruction : undefined))[0];
}

function isContents({ type }: ShownBlock): boolean {
  return type.startsWith('contents');
}

function asListed(blocks: readonly ShownBlock[], anyLevel: boolean): readonly ShownBlock[] {
  return blocks
    .map(({ type, text }) => ({ type: anyLevel ? 'contents' : type, text: text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

// What runs into a heading is lost to a judge that keeps headings that went: it is given paragraphs in their place.
function givenTo({ keepsEmptyHeadings }: Blindness, word: WordDocument): WordDocument {
  const plain = asGiven(word, { footnotes: true });
  return keepsEmptyHeadings ? { ...plain, blocks: mapUnits(plain.blocks, withoutHeading) } : plain;
}

function withoutHeading<T extends Unit>(unit: T): T {
  return unit.type === 'paragraph' && unit.style.startsWith('Heading') ? { ...unit, style: 'Normal' } : unit;
}

// Footnotes are given to these judges as words, since LibreOffice mixes them up: docxodus reads them.
function notesCalled(word: WordDocument, side: 'before' | 'after'): readonly string[] {
  return unitsOf(word.blocks).flatMap((unit) => {
    if (unit.type !== 'note-reference') return [];
    const absent = side === 'after' ? ['deleted', 'moved-from'] : ['inserted', 'moved-to'];
    return unit.revision && absent.includes(unit.revision.type) ? [] : [unit.label ?? ''];
  });
}

function joinsParagraphs(word: WordDocument): boolean {
  return unitsOf(word.blocks).some((unit) => unit.type === 'paragraph' && unit.mark && !isWhollyRevised(unit));
}

function withoutSpace({ type, text }: ShownBlock): ShownBlock {
  return { type, text: text.replace(/\s+/gu, '') };
}

// These judges know lines of code as paragraphs, and keep the numbers of ordered items and the rows that went, empty.
function asJudged(blocks: readonly ShownBlock[], anyHeadings: boolean): readonly ShownBlock[] {
  return blocks
    .flatMap(({ type, text }) =>
      ownTypes.has(type) ? [{ type, text }] : text.split('\n').map((line) => ({ type: 'paragraph', text: line })),
    )
    .map(({ type, text }) => ({
      type: anyHeadings && type === 'heading' ? 'paragraph' : type,
      text: text.replace(/\s+/gu, ' ').trim(),
    }))
    .map(({ type, text }) => ({
      type,
      text: type === 'paragraph' ? text.replace(/^(?:\d{1,9}[.)](?: |$))+/, '') : text,
    }))
    .filter(({ text }) => text !== '');
}

const ownTypes = new Set(['heading', 'paragraph', 'cell']);
