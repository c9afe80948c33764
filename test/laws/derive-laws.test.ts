import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/change/apply.ts';
import * as library from '../../src/index.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { corpusPairs } from '../corpus.ts';
import { awkwardText, documentText, editedPair } from '../generate.ts';
import { draftedPair } from '../generate-edits.ts';
import { rearrangedPair, renumberedPair, splitPair } from '../generate-structure.ts';

const { derive, format, parseChange, printChange } = library;

/** Both texts after: as derived instructions give it, printed and read again, and as it was wanted. */
function roundTrip(
  before: string,
  after: string,
  look: (change: ReturnType<typeof derive>) => void = () => undefined,
): readonly [string, string] {
  const change = derive({ D: before }, { D: after });
  look(change);
  const documents = new Map([['D', { ...parseDocument(before, 'D.md'), key: 'D' }]]);
  const result = applyChange(parseChange(printChange(change)), documents);
  if (!result.ok) throw new Error(result.refusals.map(({ text }) => text).join('\n'));
  return [result.documents.get('D')?.after.source ?? before, after];
}

/** Whether instructions give the text after; where they are refused, with its place. */
function isGivenOrRefused(before: string, after: string): boolean {
  try {
    const [made, wanted] = roundTrip(before, after);
    expect(format(made)).toBe(format(wanted));
    return true;
  } catch (cause) {
    const messages = (cause as { messages?: readonly { rule: string; place: { line: number } }[] }).messages;
    if (!messages) throw cause;
    expect(messages).toHaveLength(1);
    expect(['cannot-derive', 'number-taken']).toContain(messages[0]?.rule);
    expect(messages[0]?.place.line).toBeGreaterThan(0);
    return false;
  }
}

const renumberedAndEdited = renumberedPair(documentText).chain(([before, after]) =>
  draftedPair(fc.constant(after)).map(([, edited]) => [before, edited] as const),
);

const appendices = new URL('../../appendices/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, appendices), 'utf8');

describe('derived instructions, printed, read and carried out', () => {
  it('give the four appendices as DP074 leaves them', () => {
    const names = readdirSync(appendices).filter((name) => name.endsWith('.md'));
    const before = Object.fromEntries(names.map((name) => [name.slice(0, -'.md'.length), read(name)]));
    const done = library.apply(parseChange(read('changes/DP074.md')), before);
    if (!done.ok) throw new Error('refused');
    const change = derive(before, done.texts);
    const again = library.apply(parseChange(printChange(change)), before);
    expect(again.ok && again.texts).toEqual(done.texts);
    expect(names).toHaveLength(4);
    expect(change.instructions.map(({ number }) => number)).toEqual(change.instructions.map((_, index) => index + 1));
  });

  for (const { name, before, after } of corpusPairs()) {
    it(`give the text after, byte for byte: ${name}`, () => {
      const [made, wanted] = roundTrip(format(before), format(after));
      expect(made === wanted).toBe(true);
    });
  }

  it('give the text after in canonical form where the texts are not in it: a pair of the corpus', () => {
    const [pair] = corpusPairs().slice(-1);
    if (!pair) return;
    const [made, wanted] = roundTrip(pair.before, pair.after);
    expect(format(made) === format(wanted)).toBe(true);
  });

  it('give the text after, on generated documents with their words and lines edited', () => {
    fc.assert(
      fc.property(draftedPair(documentText), ([one, other]) => {
        const [made, wanted] = roundTrip(format(one), format(other));
        expect(made).toBe(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('give the text after, on generated documents in which numbers shift, mostly as a renumbering', () => {
    let [tried, renumbered] = [0, 0];
    fc.assert(
      fc.property(fc.oneof(renumberedPair(documentText), renumberedAndEdited), ([one, other]) => {
        const [before, after] = [format(one), format(other)];
        if (before === after) return;
        const [made, wanted] = roundTrip(before, after, ({ instructions }) => {
          tried += 1;
          if (instructions.some(({ operation }) => operation.type === 'renumber')) renumbered += 1;
        });
        expect(made).toBe(wanted);
      }),
      { numRuns: 20 },
    );
    expect(renumbered).toBeGreaterThanOrEqual(tried * 0.7);
  });

  it('give the text after, on generated documents in which paragraphs are split', () => {
    fc.assert(
      fc.property(splitPair(documentText), ([one, other]) => {
        const [made, wanted] = roundTrip(format(one), format(other));
        expect(made).toBe(wanted);
      }),
      { numRuns: 15 },
    );
  });

  it('give the text after or refuse with its place, on generated documents with parts moved and edited', () => {
    let given = 0;
    fc.assert(
      fc.property(rearrangedPair(documentText), ([one, other]) => {
        if (isGivenOrRefused(format(one), format(other))) given += 1;
      }),
      { numRuns: 15 },
    );
    expect(given).toBeGreaterThan(10);
  });

  it('give the text after or refuse with its place, on awkward Markdown', () => {
    let given = 0;
    fc.assert(
      fc.property(editedPair(awkwardText), ([one, other]) => {
        if (isGivenOrRefused(one, other)) given += 1;
      }),
      { numRuns: 200 },
    );
    expect(given).toBeGreaterThan(0);
  });
});
