import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRegion } from '../src/compare/compare-region.ts';
import { editedPart } from '../src/compare/edited-part.ts';
import { createLineReader } from '../src/compare/scan-lines.ts';
import { scanOutline } from '../src/compare/scan-outline.ts';
import { type Side, sideOfOutline } from '../src/compare/side.ts';
import { createSpanWriter } from '../src/compare/span-writer.ts';
import type { Span } from '../src/model/redline.ts';

/** One block by itself. Only a block that was scanned is compared in part. */
function sideOfBlock(source: string, scanned: boolean): Side {
  const context = { labels: new Set<string>(), readLine: createLineReader(source), limited: {} };
  return sideOfOutline(source, scanOutline(source, { start: 0, end: source.length }, context), scanned);
}

function spansOf(before: string, after: string, scanned: boolean): readonly Span[] {
  const writer = createSpanWriter();
  const [one, other] = [sideOfBlock(before, scanned), sideOfBlock(after, scanned)];
  const region = { before: one, after: other, writer, limited: { blocks: 0, words: 0 } };
  compareRegion(region, { start: 0, end: before.length }, { start: 0, end: after.length });
  return writer.spans();
}

function partOf(before: string, after: string): readonly [before: string, after: string] | undefined {
  const [one, other] = [sideOfBlock(before, true), sideOfBlock(after, true)];
  const [unit, match] = [one.units[0], other.units[0]];
  if (!unit || !match) return undefined;
  const part = editedPart(one, unit, other, match, []);
  return part && [before.slice(part.before.start, part.before.end), after.slice(part.after.start, part.after.end)];
}

const words =
  'the party shall send each notice under paragraph and keep a record of it for the period that applies to it';
const pieces = [
  ...words.split(' '),
  'ends. The',
  'stops; and',
  '5 Working Days',
  '10 days',
  '5.5.2(b)',
  '“the notice',
  'said”',
  '"two words"',
  '"open',
  '*set',
  'off*',
  '**bold** word',
  '[link](a "with. a title")',
  '[open',
  ')',
  '`code here`',
  '<b>',
  'a_b',
  '&amp; more',
  '\\*',
  'http://x.y/z',
];

describe('the words between equal ends', () => {
  it('are all that is compared where nothing else could count', () => {
    const [before, after] = [`${words} first ${words}`, `${words} second ${words}`];
    const part = partOf(before, after);
    expect(part?.[0]).toContain(' first ');
    expect(part?.[1]).toContain(' second ');
    expect(part?.[0].length).toBeLessThan(80);
  });

  it('reach to the end of the block where markup stands behind them', () => {
    expect(partOf(`${words} first ${words} *set*`, `${words} second ${words} *set*`)?.[0]).toMatch(/\*set\*$/);
    expect(partOf(`*set* ${words} first ${words}`, `*set* ${words} second ${words}`)?.[0]).toMatch(/^\*set\*/);
  });

  const pairs: Readonly<Record<string, readonly [string, string]>> = {
    'in a short quotation': [
      `${words} “one of some words here first” ${words}`,
      `${words} “one of some words here second” ${words}`,
    ],
    'after a number with its unit': [`${words} 5 Working Days ${words}`, `${words} 6 Working Days ${words}`],
    'in the title of an address': [
      `${words} [it](a "b c ${words}") ${words}`,
      `${words} [it](a "b d ${words}") ${words}`,
    ],
    'where a bracket is opened before an address': [
      `${words} the &amp; more http://x.y/z ${words}`,
      `${words} [open the &amp; more http://x.y/z ${words}`,
    ],
    'where a line is broken before words that are repeated': [`${words} a\n${words}`, `${words} a ${words} ${words}`],
    'where a sentence is mostly new': [
      `${words}. It shall be so. ${words}`,
      `${words}. That may not be the way. ${words}`,
    ],
  };
  for (const [name, [before, after]] of Object.entries(pairs)) {
    it(`give the marks that the whole block gives ${name}`, () => {
      expect(spansOf(before, after, true)).toEqual(spansOf(before, after, false));
      expect(spansOf(after, before, true)).toEqual(spansOf(after, before, false));
    });
  }

  it('give the marks that the whole block gives, whatever its words', () => {
    const piece = fc.constantFrom(...pieces);
    const list = (most: number) => fc.array(piece, { maxLength: most });
    const text = fc.tuple(list(30), list(4), list(4), list(30), fc.constantFrom(' ', '  ', '\n'));
    fc.assert(
      fc.property(text, fc.boolean(), ([head, one, other, tail, space], longer) => {
        const around = longer ? [words] : [];
        const block = (middle: readonly string[], gap: string) =>
          `Word ${[...around, ...head].join(' ')}${gap}${[...middle, ...tail, ...around].join(' ')} end`;
        const [before, after] = [block(one, ' '), block(other, space)];
        expect(spansOf(before, after, true)).toEqual(spansOf(before, after, false));
      }),
      { numRuns: 1500 },
    );
  });
});
