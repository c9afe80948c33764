import type { Document, Provision } from '../model/document.ts';
import { cellCount } from './content.ts';
import type { RefusalText } from './refusal.ts';

/** The cells of a column as a block quote gives them, line by line; with the words of its head where it has a head and a line of dashes. */
export interface ColumnCells {
  readonly head?: string;
  readonly lines: readonly (readonly string[])[];
}

/** Reads a block quote that gives a column. A line that is no row of a table has no cells. */
export function readColumnCells(content: string): ColumnCells {
  const given = content
    .trim()
    .split('\n')
    .map((line) => cellsOf(line.trim()));
  if (given.length < 2 || !isDashes(given[1] ?? [])) return { lines: given };
  return { head: given[0]?.at(-1) ?? '', lines: given.slice(2) };
}

/**
 * Gives the words of the new cell of each row, in the order of the rows: one cell is given for each, in order; or two, of which the first is
 * that of the row, in any order. Refuses any other number of cells or rows.
 */
export function cellsInOrder(
  { lines }: ColumnCells,
  rows: readonly Provision[],
  document: Document,
): readonly string[] | RefusalText {
  const width = lines[0]?.length ?? 0;
  const other = rows[0] && { document, range: rows[0] };
  if (width < 1 || width > 2 || lines.some((cells) => cells.length !== width))
    return {
      rule: 'wrong-number-of-cells',
      text: 'expected rows of one cell, or of two of which the first names the row, found others',
      advice: 'write the block quote so: > | 5.5.3.1 | the words of the new cell |',
      other,
    };
  if (width === 1 && lines.length === rows.length) return lines.map(([cell = '']) => cell);
  const keys = lines.map(([key = '']) => key.replace(/\s+/g, ' '));
  const named = rows.map(({ title: key = '' }) => keys.indexOf(key));
  if (width === 2 && lines.length === rows.length && new Set(named).size === rows.length && !named.includes(-1))
    return named.map((at) => lines[at]?.[1] ?? '');
  const missing = rows.find((_, at) => width === 1 || named[at] === -1);
  const extra = keys.find((key) => !rows.some(({ title = '' }) => title === key));
  const which =
    width === 1
      ? ''
      : `${missing ? `, and none for “${missing.title ?? ''}”` : ''}${extra === undefined ? '' : `, and one for “${extra}”, which is none of them`}`;
  return {
    rule: 'wrong-number-of-rows',
    text: `expected a cell for each of the ${rows.length} rows that stay in the table, found ${lines.length}${which}`,
    advice:
      'give one cell for each row, in their order, or name each row in a first cell; a row that the change omits, inserts or substitutes whole has none here',
    other: missing ? { document, range: missing } : other,
  };
}

function isDashes(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell));
}

function cellsOf(line: string): readonly string[] {
  if (!line.startsWith('|') || !line.endsWith('|') || line.length < 2) return [];
  const cells = line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  return cellCount(line) === cells.length || isDashes(cells) ? cells : [];
}
