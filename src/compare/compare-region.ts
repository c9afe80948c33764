import type { Range } from '../model/range.ts';
import { alignUnits, type UnitPair } from './align-units.ts';
import { compareGap } from './compare-gap.ts';
import { type Side, tokensIn, type Unit, unitsIn } from './side.ts';
import type { SpanWriter } from './span-writer.ts';
import { tidyChanges } from './tidy.ts';
import { compareTokens, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

/** Two parts that are compared, where the result is written, and what is counted on the way. */
export interface Region {
  readonly before: Side;
  readonly after: Side;
  readonly writer: SpanWriter;
  /** The instruction that all marks in it come from. */
  readonly by?: number;
  /** Blocks and tokens in parts so large that each was compared with those near it only. */
  readonly limited: { blocks: number; words: number };
}

/**
 * Compares a range of the text before with a range of the text after and writes the spans, complete and in order: units are
 * paired, pairs compared by tokens and tidied, what is between them compared as it stands.
 */
export function compareRegion(region: Region, rangeBefore: Range, rangeAfter: Range): void {
  const { before, after } = region;
  if (sliceOf(before, rangeBefore) === sliceOf(after, rangeAfter)) {
    region.writer.same(sliceOf(before, rangeBefore));
    return;
  }
  const unitsBefore = unitsIn(before, rangeBefore);
  const unitsAfter = unitsIn(after, rangeAfter);
  const pairs = pairUnits(region, unitsBefore, unitsAfter);
  let [b, a] = [rangeBefore.start, rangeAfter.start];
  let [nextBefore, nextAfter] = [0, 0];
  const gapUpTo = (pair: UnitPair | undefined): void => {
    const gapBefore = { start: b, end: pair?.before.start ?? rangeBefore.end };
    const gapAfter = { start: a, end: pair?.after.start ?? rangeAfter.end };
    const loneBefore = loneUnits(unitsBefore, nextBefore, gapBefore.end);
    const loneAfter = loneUnits(unitsAfter, nextAfter, gapAfter.end);
    compareGap(region, gapBefore, loneBefore, gapAfter, loneAfter);
    nextBefore += loneBefore.length + 1;
    nextAfter += loneAfter.length + 1;
  };
  for (const pair of pairs) {
    gapUpTo(pair);
    region.writer.boundary();
    comparePair(region, pair);
    region.writer.boundary();
    [b, a] = [pair.before.end, pair.after.end];
  }
  gapUpTo(undefined);
}

function loneUnits(units: readonly Unit[], from: number, before: number): readonly Unit[] {
  let to = from;
  while (to < units.length && (units[to] as Unit).start < before) to += 1;
  return units.slice(from, to);
}

// One unit against one is the drafter's own pairing: an edit inside a paragraph, or in place of one.
function pairUnits(region: Region, unitsBefore: readonly Unit[], unitsAfter: readonly Unit[]): readonly UnitPair[] {
  const [one, other] = [unitsBefore[0], unitsAfter[0]];
  if (unitsBefore.length === 1 && unitsAfter.length === 1 && one && other && one.block.type === other.block.type)
    return [{ before: one, after: other }];
  const { pairs, limited } = alignUnits(region.before, unitsBefore, region.after, unitsAfter);
  region.limited.blocks += limited;
  return pairs;
}

function comparePair(region: Region, pair: UnitPair): void {
  const { before, after, writer } = region;
  if (sliceOf(before, pair.before) === sliceOf(after, pair.after)) {
    writer.same(sliceOf(before, pair.before));
    return;
  }
  if (pair.before.block.type === 'row') compareRows(region, pair);
  else compareWords(region, pair.before.block.leafFrom, pair.before, pair.after.block.leafFrom, pair.after);
}

// Cells are paired by their column while both rows have the same number; a row that lost or gained one is replaced whole.
function compareRows(region: Region, pair: UnitPair): void {
  const cellsBefore = cellsIn(pair.before);
  const cellsAfter = cellsIn(pair.after);
  if (cellsBefore.length !== cellsAfter.length) {
    region.writer.deleted(sliceOf(region.before, pair.before), region.by);
    region.writer.inserted(sliceOf(region.after, pair.after), region.by);
    return;
  }
  let [b, a] = [pair.before.start, pair.after.start];
  cellsBefore.forEach((cell, index) => {
    const other = cellsAfter[index] as Range;
    compareGap(region, { start: b, end: cell.start }, [], { start: a, end: other.start }, []);
    region.writer.boundary();
    compareWords(region, pair.before.block.leafFrom + index, cell, pair.after.block.leafFrom + index, other);
    region.writer.boundary();
    [b, a] = [cell.end, other.end];
  });
  compareGap(region, { start: b, end: pair.before.end }, [], { start: a, end: pair.after.end }, []);
}

function cellsIn(unit: Unit): readonly Range[] {
  return unit.block.children.map(({ words }) => {
    const start = Math.min(Math.max(words.start, unit.start), unit.end);
    return { start, end: Math.min(Math.max(words.end, start), unit.end) };
  });
}

function compareWords(region: Region, leafBefore: number, before: Range, leafAfter: number, after: Range): void {
  const tokensBefore = tokensIn(region.before, leafBefore, before);
  const tokensAfter = tokensIn(region.after, leafAfter, after);
  const { changes, limited } = compareTokens(tokensBefore, tokensAfter);
  region.limited.words += limited;
  const leaf = region.before.outline.leaves[leafBefore];
  const extent = { opens: before.start === leaf?.words.start, closes: before.end === leaf?.words.end };
  writeChanges(region, tokensBefore, tokensAfter, tidyChanges(changes, tokensBefore, tokensAfter, extent));
}

function writeChanges(
  region: Region,
  before: readonly Token[],
  after: readonly Token[],
  changes: readonly TokenChange[],
): void {
  const { writer, by } = region;
  let [b, a] = [0, 0];
  const equalUpTo = (end: number): void => {
    for (; b < end; b += 1, a += 1) {
      const [one, other] = [sliceOf(region.before, before[b] as Token), sliceOf(region.after, after[a] as Token)];
      if (one === other) writer.same(one);
      else {
        writer.deleted(one, by);
        writer.inserted(other, by);
      }
    }
  };
  for (const { beforeFrom, beforeTo, afterFrom, afterTo } of changes) {
    equalUpTo(beforeFrom);
    writer.deleted(tokensText(region.before, before, beforeFrom, beforeTo), by);
    writer.inserted(tokensText(region.after, after, afterFrom, afterTo), by);
    [b, a] = [beforeTo, afterTo];
  }
  equalUpTo(before.length);
}

function tokensText(side: Side, tokens: readonly Token[], from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return from < to && first && last ? side.source.slice(first.start, last.end) : '';
}

function sliceOf(side: Side, range: Range): string {
  return side.source.slice(range.start, range.end);
}
