import type { OmitProvision } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { CellLocator, Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import type { InsertColumn } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { cellsInOrder, readColumnCells } from './column-cells.ts';
import { readContent } from './content.ts';
import type { Outcome } from './placed.ts';
import type { PlannedEdit } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';
import { type Step, unlocated } from './steps.ts';
import { nameOfStep, placeOfColumn, type TablesAfter } from './tables-after.ts';

/** One column of a table: its rows, the head first, and the place of its cell in each. */
export interface Column {
  readonly table: Provision;
  readonly index: number;
}

/** The column that a locator names where it is of a whole table; undefined where it names a cell of a row, or nothing of the kind. */
export function columnAt(document: Document, at: Locator): Column | RefusalText | undefined {
  if (at.type !== 'cell') return undefined;
  const holder = locate(document, at.of);
  if (holder.type !== 'provision') return undefined;
  const { provision } = holder;
  const table = provision.type === 'table' ? provision : onlyTable(provision);
  if (!table || provision.type === 'row' || provision.type === 'definition') return undefined;
  const [head, ...rows] = table.children;
  const cells = head?.children ?? [];
  const found = cells.flatMap(({ title }, index) => (title === at.column.replace(/\s+/g, ' ').trim() ? [index] : []));
  const [index] = found;
  const titles = cells.map(({ title = '' }) => `“${title}”`).join(', ');
  if (index === undefined || found.length > 1)
    return {
      rule: index === undefined ? 'no-such-provision' : 'more-than-one-provision',
      text: `expected a column “${at.column}” in the table, found ${found.length === 0 ? 'none' : found.length}`,
      advice: `its columns are ${titles}`,
      other: { document, range: head ?? table },
    };
  const ragged =
    rows.find(({ children }) => children.length !== cells.length) ??
    [head, ...rows].find((row) => row && !isPiped(document, row));
  if (ragged)
    return {
      rule: 'table-not-canonical',
      text: `expected ${cells.length} cells between bars in each row of the table, found another row`,
      advice: 'put the document into canonical form with “sec-redline format” first',
      other: { document, range: ragged },
    };
  return { table, index };
}

function onlyTable({ children }: Provision): Provision | undefined {
  const tables = children.filter(({ type }) => type === 'table');
  return tables.length === 1 ? tables[0] : undefined;
}

function isPiped({ source }: Document, row: Provision): boolean {
  return row.children.every(({ start }) => source.charAt(start) === '|') && source.charAt(row.end - 1) === '|';
}

/** Works out “omit the column “X””: the cell of every row goes, and with it the column. The first column names the rows, and stays. */
export function omitColumn(
  { leaving }: OmitProvision,
  document: Document,
  { table, index }: Column,
  { by, tables }: { readonly by: number; readonly tables: TablesAfter },
): Outcome {
  if (leaving !== undefined)
    return {
      rule: 'no-label-to-keep',
      text: 'a column has no number to keep, so no words can be left in its place',
      advice: 'omit it whole, or name the row whose cell is meant',
    };
  if (index === 0)
    return {
      rule: 'names-the-rows',
      text: 'the first column names the rows of the table, and cannot be omitted',
      advice: 'omit the table, and insert another',
    };
  const { omitted, atEnd } = tables.of(table);
  const cells = rowsThere(table, tables).flatMap(({ children }) => children[index] ?? []);
  const width = table.children[0]?.children.length ?? 0;
  const behind = Array.from({ length: width - index - 1 }, (_, at) => index + at + 1);
  // The row keeps its last bar: that of a column behind it, or one in place of the first of those that go from its end.
  const closes = atEnd.length === 0 && behind.every((at) => omitted.has(at)) && !omitted.has(index - 1);
  const open = index === width - 1 && atEnd.length > 0 ? 1 : 0;
  const edits = cells.map(({ start, end }) => cellEdit({ start, end: end - open }, closes ? '|' : '', by, []));
  const line = delimiterLine(document, table);
  const [start = line.start, end = line.end] = [line.bars[index], line.bars[index + 1]];
  return { edits: [...edits, { start, end, text: '', by, meant: { type: 'words' } }], omissions: [] };
}

/** The rows in which an instruction on a column has a cell: the head, and those that neither go nor are given whole. */
export function rowsThere(table: Provision, tables: TablesAfter): readonly Provision[] {
  const { apart } = tables.of(table);
  return table.children.filter((row) => !apart.has(row));
}

/** Works out “after the column “X” insert the column “Y”—”: one cell into every row. */
export function insertColumn(operation: InsertColumn, document: Document, step: Step, tables: TablesAfter): Outcome {
  const column = columnAt(document, operation.at) ?? unfoundColumn(document, operation.at, insertExample);
  if ('rule' in column) return column;
  const { number: by } = step;
  const { table } = column;
  const index = placeOfColumn(operation, column);
  if (index === 0)
    return {
      rule: 'names-the-rows',
      text: 'the first column names the rows of the table: no column can stand before it',
    };
  const [head, ...rows] = rowsThere(table, tables);
  const cells = newCells(operation, rows, document);
  if ('rule' in cells) return cells;
  const lines = [operation.title, ...cells];
  // The last bar is that of the column that will be the last.
  const { atEnd } = tables.of(table);
  const isLast = atEnd.length === 0 ? index === head?.children.length : atEnd.at(-1) === nameOfStep(step);
  const edits = [head, ...rows].flatMap((row, at) => {
    const text = `| ${lines[at] ?? ''}${lines[at] === '' ? '' : ' '}`;
    const { nodes } = readContent(`${text}|`);
    const next = row?.children[index];
    if (next && !isLast) return cellEdit({ start: next.start, end: next.start }, text, by, nodes.slice(1));
    const end = row && { start: row.end - 1, end: isLast ? row.end : row.end - 1 };
    return end ? cellEdit(end, isLast ? `${text}|` : text, by, nodes.slice(1)) : [];
  });
  const bar = delimiterLine(document, table).bars[index] ?? table.end;
  return { edits: [...edits, { start: bar, end: bar, text: '|---', by, meant: { type: 'words' } }], omissions: [] };
}

const insertExample = 'In the table in paragraph 5.5.3, after the column “X” insert the column “Y”—';

/** Why there is no whole column where an instruction names one, with an example of that instruction. */
export function unfoundColumn(document: Document, at: CellLocator, shown: string): RefusalText {
  const holder = locate(document, at.of);
  if (holder.type === 'unlocated') return unlocated(holder, document);
  return {
    rule: 'not-a-table',
    text: `expected a table that has the column “${at.column}”, found something else`,
    advice: `name the table: ${shown}`,
    other: holder.type === 'document' ? undefined : { document, range: holder.provision },
  };
}

function newCells(
  { content, title }: InsertColumn,
  rows: readonly Provision[],
  document: Document,
): readonly string[] | RefusalText {
  const given = readColumnCells(content);
  if (given.head === undefined || given.head === title) return cellsInOrder(given, rows, document);
  return {
    rule: 'wrong-number-of-cells',
    text: `expected the head “${title}” above the new cells, as the instruction says, found “${given.head}”`,
    advice: 'correct one of the two, or leave the head out',
  };
}

function cellEdit(range: Range, text: string, by: number, inserted: readonly string[]): PlannedEdit {
  return { ...range, text, by, meant: { type: 'blocks', inserted } };
}

// The line under the head, with the places of its bars.
function delimiterLine(
  { source }: Document,
  { children: [head], end: tableEnd }: Provision,
): Range & { readonly bars: readonly number[] } {
  const start = source.indexOf('\n', head?.end ?? tableEnd) + 1;
  const newline = source.indexOf('\n', start);
  const end = newline < 0 ? source.length : newline;
  const bars: number[] = [];
  for (let at = source.indexOf('|', start); at >= 0 && at < end; at = source.indexOf('|', at + 1)) bars.push(at);
  return { start, end, bars };
}
