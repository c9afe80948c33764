import type { Range } from '../model/range.ts';
import { alignUnits, type UnitPair } from './align-units.ts';
import { compareGap } from './compare-gap.ts';
import { compareRows } from './compare-rows.ts';
import { compareWords } from './compare-words.ts';
import { type Joins, joinUnits } from './relabel-joins.ts';
import type { Follower } from './relabel-map.ts';
import { type Side, type Unit, unitsIn } from './side.ts';
import type { SpanWriter } from './span-writer.ts';

/** Two parts that are compared, where the result is written, and what is counted on the way. */
export interface Region {
  readonly before: Side;
  readonly after: Side;
  readonly writer: SpanWriter;
  /** The instruction that all marks in it come from. */
  readonly by?: number;
  /** Blocks and tokens in parts so large that each was compared with those near it only; characters in blocks too long to be parsed. */
  readonly limited: { blocks: number; words: number; unread?: number; replaced?: true };
  /** What is paired is told here; absent where edits say what changed. */
  readonly joins?: Joins;
  /** Labels and citations after that only shifted, in order. */
  readonly followers?: readonly Follower[];
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
  if (region.joins) joinUnits(region.joins, before, after, pairs);
  let [b, a] = [rangeBefore.start, rangeAfter.start];
  let [nextBefore, nextAfter] = [0, 0];
  const gapUpTo = (pair: UnitPair | undefined): void => {
    const gapBefore = { start: b, end: pair?.before.start ?? rangeBefore.end };
    const gapAfter = { start: a, end: pair?.after.start ?? rangeAfter.end };
    const loneBefore = loneUnits(unitsBefore, nextBefore, gapBefore.end);
    const loneAfter = loneUnits(unitsAfter, nextAfter, gapAfter.end);
    compareGap(region, gapBefore, loneBefore, gapAfter, loneAfter);
    nextBefore += loneBefore.length + (pair ? unitsOf(pair, 'before').length : 0);
    nextAfter += loneAfter.length + (pair ? unitsOf(pair, 'after').length : 0);
  };
  for (const pair of pairs) {
    gapUpTo(pair);
    region.writer.boundary();
    comparePair(region, pair);
    region.writer.boundary();
    [b, a] = [endOf(pair, 'before'), endOf(pair, 'after')];
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
  const { pairs, limited } = alignUnits(region.before, unitsBefore, region.after, unitsAfter, region.by === undefined);
  region.limited.blocks += limited;
  return pairs;
}

function unitsOf(pair: UnitPair, side: 'before' | 'after'): readonly Unit[] {
  return pair.more?.side === side ? [pair[side], ...pair.more.units] : [pair[side]];
}

function endOf(pair: UnitPair, side: 'before' | 'after'): number {
  return (unitsOf(pair, side).at(-1) as Unit).end;
}

function comparePair(region: Region, pair: UnitPair): void {
  const { before, after, writer } = region;
  if (!pair.more && sliceOf(before, pair.before) === sliceOf(after, pair.after)) {
    writer.same(sliceOf(before, pair.before));
    return;
  }
  if (pair.before.block.type === 'row') compareRows(region, pair, (...cells) => compareCells(region, ...cells));
  else compareWords(region, unitsOf(pair, 'before'), unitsOf(pair, 'after'));
}

function compareCells(region: Region, leafBefore: number, before: Range, leafAfter: number, after: Range): void {
  const text = sliceOf(region.before, before);
  if (text === sliceOf(region.after, after)) {
    region.writer.same(text);
    return;
  }
  const [block, match] = [region.before.outline.leaves[leafBefore], region.after.outline.leaves[leafAfter]];
  if (block && match) compareWords(region, [{ ...before, block }], [{ ...after, block: match }]);
}

function sliceOf(side: Side, range: Range): string {
  return side.source.slice(range.start, range.end);
}
