import type { Range } from '../model/range.ts';
import type { UnitPair } from './align-units.ts';
import { compareGap } from './compare-gap.ts';
import type { Region } from './compare-region.ts';
import { createColumnMatcher, type MatchColumns } from './match-columns.ts';
import type { Side, Unit } from './side.ts';

/** Compares the words of two cells: their leaves, and the parts of them that are compared. */
export type CompareCells = (leafBefore: number, before: Range, leafAfter: number, after: Range) => void;

/**
 * Compares two rows cell by cell, by their columns. A cell of a column that one table does not have is marked whole, with the
 * pipe before it.
 */
export function compareRows(region: Region, { before, after }: UnitPair, compareCells: CompareCells): void {
  const [cells, others] = [cellsIn(region.before, before), cellsIn(region.after, after)];
  const [leaf, otherLeaf] = [before.block.leafFrom, after.block.leafFrom];
  const matchColumns = matcherOf(region);
  const columns =
    cells.length === others.length
      ? cells.map((_, index) => ({ before: index, after: index }))
      : matchColumns(before.block.start, after.block.start).filter(
          (match) => match.before < cells.length && match.after < others.length,
        );
  let [b, a] = [0, 0];
  let [at, otherAt] = [before.start, after.start];
  const gapUpTo = (next: number, otherNext: number): void => {
    const one = loneCells(region.before, before, cells, { at, from: b, to: next });
    const other = loneCells(region.after, after, others, { at: otherAt, from: a, to: otherNext });
    compareGap(region, { start: at, end: one.start }, [], { start: otherAt, end: other.start }, []);
    region.writer.deleted(region.before.source.slice(one.start, one.end), region.by);
    region.writer.inserted(region.after.source.slice(other.start, other.end), region.by);
    const end = cells[next]?.words.start ?? before.end;
    const otherEnd = others[otherNext]?.words.start ?? after.end;
    compareGap(region, { start: one.end, end }, [], { start: other.end, end: otherEnd }, []);
  };
  for (const match of columns) {
    gapUpTo(match.before, match.after);
    const [cell, other] = [cells[match.before] as Cell, others[match.after] as Cell];
    region.writer.boundary();
    compareCells(leaf + match.before, cell.words, otherLeaf + match.after, other.words);
    region.writer.boundary();
    [b, a] = [match.before + 1, match.after + 1];
    [at, otherAt] = [cell.words.end, other.words.end];
  }
  gapUpTo(cells.length, others.length);
}

const matchers = new WeakMap<Side, { readonly after: Side; readonly match: MatchColumns }>();

function matcherOf({ before, after }: Region): MatchColumns {
  const known = matchers.get(before);
  if (known?.after === after) return known.match;
  const match = createColumnMatcher(before.source, after.source);
  matchers.set(before, { after, match });
  return match;
}

/** A cell with the pipe before it, and its words, both cut to what is compared. */
interface Cell extends Range {
  readonly words: Range;
}

function cellsIn(side: Side, unit: Unit): readonly Cell[] {
  const within = (offset: number): number => Math.min(Math.max(offset, unit.start), unit.end);
  let from = unit.start;
  return unit.block.children.map(({ words }) => {
    const pipe = side.source.slice(from, within(words.start)).indexOf('|');
    const start = pipe < 0 ? from : from + pipe;
    from = within(words.end);
    return { start, end: from, words: { start: within(words.start), end: from } };
  });
}

// The cells without a partner before the next cell that has one; without such cells, the place where they would stand.
function loneCells(
  side: Side,
  row: Unit,
  cells: readonly Cell[],
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
): Range {
  const next = cells[to];
  const end = Math.max(at, next ? next.start : closingPipe(side, row, cells, at));
  const first = cells[from];
  return from < to && first ? { start: Math.max(at, Math.min(first.start, end)), end } : { start: end, end };
}

function closingPipe(side: Side, row: Unit, cells: readonly Cell[], at: number): number {
  const from = Math.max(at, cells.at(-1)?.words.end ?? row.start);
  const pipe = side.source.slice(from, row.end).lastIndexOf('|');
  return pipe < 0 ? row.end : from + pipe;
}
