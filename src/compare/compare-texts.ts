import type { Range } from '../model/range.ts';
import type { Span } from '../model/redline.ts';
import { findAnchors } from './anchors.ts';
import { cutCommonEnds } from './common-ends.ts';
import { compareRegion, type Region } from './compare-region.ts';
import { numberTexts } from './number-texts.ts';
import { joinEqual } from './relabel-joins.ts';
import { withoutLabel } from './relabel-keys.ts';
import { scanChunks } from './scan-chunks.ts';
import { definedLabels, type InlineContext } from './scan-inline.ts';
import { createLineReader } from './scan-lines.ts';
import { scanOutline } from './scan-outline.ts';
import { type Side, sideOfOutline } from './side.ts';
import { slideToHeadings } from './slide-spans.ts';
import { createSpanWriter } from './span-writer.ts';

/** How the comparison takes part in finding labels that shifted. */
export type Relabel = Pick<Region, 'joins' | 'followers'>;

/** The spans of two texts, and what was too large to compare whole. */
export interface TextComparison {
  readonly spans: readonly Span[];
  readonly limited: Region['limited'];
}

/**
 * Both texts as one list of spans, in order and complete, by their text alone. Takes any two texts. What is equal is never parsed,
 * and of what changed only the words that have markup.
 */
export function compareTexts(before: string, after: string): readonly Span[] {
  return compareSources(before, after).spans;
}

/**
 * The same, with what a redline says of its coverage. `followers` are equal to what they follow, though written otherwise; without
 * them, what is paired is told to `joins`.
 */
export function compareSources(before: string, after: string, relabel: Relabel = {}): TextComparison {
  const writer = createSpanWriter();
  const limited: Region['limited'] = { blocks: 0, words: 0 };
  if (before === after) writer.same(before);
  else {
    const [middleBefore, middleAfter] = cutCommonEnds(before, after);
    writer.same(before.slice(0, middleBefore.start));
    const { joins } = relabel;
    if (joins) joinEqual(joins, 0, 0, middleBefore.start);
    const [one, other] = [
      { source: before, range: middleBefore },
      { source: after, range: middleAfter },
    ];
    compareMiddle(one, other, { writer, limited, ...relabel });
    if (joins) joinEqual(joins, middleBefore.end, middleAfter.end, before.length - middleBefore.end);
    writer.same(before.slice(middleBefore.end));
  }
  const spans = slideToHeadings(writer.spans());
  if (isExact(spans, before, after)) return { spans, limited };
  return { spans: replacedWhole(before, after), limited: { ...limited, replaced: true } };
}

// The one law that no fault of reading or aligning may break; where it would, all is replaced, and told as limited.
function isExact(spans: readonly Span[], before: string, after: string): boolean {
  let [b, a] = [0, 0];
  for (const { type, text } of spans) {
    if (type !== 'inserted') {
      if (before.slice(b, b + text.length) !== text) return false;
      b += text.length;
    }
    if (type !== 'deleted') {
      if (after.slice(a, a + text.length) !== text) return false;
      a += text.length;
    }
  }
  return b === before.length && a === after.length;
}

function replacedWhole(before: string, after: string): readonly Span[] {
  const spans: readonly Span[] = [
    { type: 'deleted', text: before },
    { type: 'inserted', text: after },
  ];
  return spans.filter(({ text }) => text !== '');
}

interface Part {
  readonly source: string;
  readonly range: Range;
}

// What stands between two chunks that each text has once is compared by itself.
function compareMiddle(before: Part, after: Part, written: Omit<Region, 'before' | 'after'>): void {
  const { writer, limited, joins } = written;
  const contexts = [contextOf(before.source, limited), contextOf(after.source, limited)] as const;
  const [chunksBefore, chunksAfter] = [chunksOf(before, contexts[0]), chunksOf(after, contexts[1])];
  const [keysBefore, keysAfter] = numberTexts(textsOf(before, chunksBefore), textsOf(after, chunksAfter));
  const weights = Int32Array.from(chunksBefore, ({ start, end }) => Math.min(end - start, 1000));
  const anchors = findAnchors(keysBefore, keysAfter, weights, [0, keysBefore.length, 0, keysAfter.length]);
  let [b, a] = [before.range.start, after.range.start];
  let [sameBefore, sameAfter] = [b, a];
  // What is equal is written a run at a time: in thousands of pieces, it would have to be joined again.
  const writeSame = (): void => {
    writer.same(before.source.slice(sameBefore, b));
    if (joins) joinEqual(joins, sameBefore, sameAfter, b - sameBefore);
  };
  const compareUpTo = (endBefore: number, endAfter: number): void => {
    if (before.source.slice(b, endBefore) === after.source.slice(a, endAfter)) return;
    writeSame();
    const [one, other] = [
      { start: b, end: endBefore },
      { start: a, end: endAfter },
    ];
    const sides = { before: scannedSide(before, one, contexts[0]), after: scannedSide(after, other, contexts[1]) };
    compareRegion({ ...sides, ...written }, one, other);
    [sameBefore, sameAfter] = [endBefore, endAfter];
  };
  anchors.before.forEach((place, index) => {
    const [one, other] = [chunksBefore[place] as Range, chunksAfter[anchors.after[index] as number] as Range];
    if (before.source.slice(one.start, one.end) !== after.source.slice(other.start, other.end)) return;
    compareUpTo(one.start, other.start);
    [b, a] = [one.end, other.end];
  });
  compareUpTo(before.range.end, after.range.end);
  b = before.range.end;
  writeSame();
}

function chunksOf({ source, range }: Part, { readLine }: InlineContext): readonly Range[] {
  return scanChunks(source, range.start, range.end, readLine);
}

function textsOf({ source }: Part, chunks: readonly Range[]): readonly string[] {
  return chunks.map(({ start, end }) => withoutLabel(source.slice(start, end)));
}

function contextOf(source: string, limited: Region['limited']): InlineContext {
  let labels: ReadonlySet<string> | undefined;
  return {
    get labels() {
      labels ??= definedLabels(source);
      return labels;
    },
    readLine: createLineReader(source),
    limited,
  };
}

function scannedSide({ source }: Part, range: Range, context: InlineContext): Side {
  return sideOfOutline(source, scanOutline(source, range, context), true);
}
