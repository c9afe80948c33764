import type { Range } from '../model/range.ts';
import type { BlockMatch } from './match-blocks.ts';
import { isDelimiterRow, scanCells } from './scan-rows.ts';

/** How many rows of a table are looked at to tell its columns apart. */
const rowsRead = 60;

/** Which columns of two tables are versions of one another, asked at a row of each: offsets where the rows begin. */
export type MatchColumns = (rowBefore: number, rowAfter: number) => readonly BlockMatch[];

/**
 * Tells which columns are versions of one another: those with one heading, and those with the same words under them. By their
 * place where both tables have as many. Reads nothing but the two texts; never crosses.
 */
export function createColumnMatcher(before: string, after: string): MatchColumns {
  const [headBefore, headAfter] = [createHeadFinder(before), createHeadFinder(after)];
  const known = new Map<string, readonly BlockMatch[]>();
  return (rowBefore, rowAfter) => {
    const [one, other] = [headBefore(rowBefore), headAfter(rowAfter)];
    const key = `${one} ${other}`;
    const matches = known.get(key) ?? align(columnsOf(before, one), columnsOf(after, other));
    known.set(key, matches);
    return matches;
  };
}

// Where the line of the head begins of the table that a row stands in. Each row goes up no further than to the row asked for before it.
function createHeadFinder(source: string): (row: number) => number {
  let last = { row: -1, head: -1 };
  return (row) => {
    let line = lineAround(source, row);
    const from = line.start;
    while (line.start > 0 && line.start !== last.row) {
      const above = lineAround(source, line.start - 1);
      if (!source.slice(above.start, above.end).includes('|')) break;
      line = above;
    }
    last = { row: from, head: line.start === last.row ? last.head : line.start };
    return last.head;
  };
}

// Without the line end, and without what stands before the first word.
function lineAround(source: string, offset: number): Range {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  return { start, end: end < 0 ? source.length : end };
}

/** The words at the head of a column, and those of the cells under it. */
interface Column {
  readonly head: string;
  readonly cells: Map<string, number>;
}

function columnsOf(source: string, head: number): readonly Column[] {
  let line = lineAround(source, head);
  const columns = wordsOf(source, line).map((words): Column => ({ head: words, cells: new Map() }));
  for (let row = 0; row < rowsRead && line.end < source.length; row += 1) {
    line = lineAround(source, line.end + 1);
    const { start, end } = contentOf(source, line);
    if (start === end || !source.slice(start, end).includes('|')) break;
    if (isDelimiterRow(source, start, end)) continue;
    wordsOf(source, line).forEach((words, index) => {
      const cells = words === '' ? undefined : columns[index]?.cells;
      cells?.set(words, (cells.get(words) ?? 0) + 1);
    });
  }
  return columns;
}

function contentOf(source: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && ' \t>'.includes(source[from] as string)) from += 1;
  while (to > from && ' \t\r'.includes(source[to - 1] as string)) to -= 1;
  return { start: from, end: to };
}

function wordsOf(source: string, line: Range): readonly string[] {
  const cells = scanCells(source, contentOf(source, line));
  return cells.map(({ start, end }) =>
    source
      .slice(start, end)
      .replace(/[\s*_]+/g, ' ')
      .trim(),
  );
}

function align(before: readonly Column[], after: readonly Column[]): readonly BlockMatch[] {
  if (before.length === after.length) return before.map((_, index) => ({ before: index, after: index }));
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] as number;
  const together = (row: number, column: number): number =>
    likeness(before[row] as Column, after[column] as Column) + at(row + 1, column + 1);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1)
      best[row * width + column] = Math.max(at(row + 1, column), at(row, column + 1), together(row, column));
  }
  const matches: BlockMatch[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    const score = at(row, column);
    if (score > at(row + 1, column) && score > at(row, column + 1)) matches.push({ before: row++, after: column++ });
    else if (score === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return matches;
}

function likeness(one: Column, other: Column): number {
  let shared = 0;
  for (const [words, count] of one.cells) shared += Math.min(count, other.cells.get(words) ?? 0);
  const total = Math.max(sum(one.cells), sum(other.cells), 1);
  return (one.head !== '' && one.head === other.head ? 1 : 0) + shared / total;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
