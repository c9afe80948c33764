import { findAnchors } from '../compare/anchors.ts';
import type { Document, Provision } from '../model/document.ts';

/** A table of the text before and its version in the text after: which of its rows and columns stay. */
export interface TableVersions {
  readonly before: Table;
  readonly after: Table;
  /** By the row of the table before, below its head, the row after. */
  readonly rows: ReadonlyMap<Provision, Provision>;
  /** The columns that stay, perhaps with another head, in order. */
  readonly staying: readonly (readonly [before: number, after: number])[];
}

/** A table with a head, whose rows have as many cells as that. */
export interface Table {
  readonly table: Provision;
  readonly head: Provision;
  readonly rows: readonly Provision[];
  readonly source: string;
}

/** A table as columns are read from it; undefined where a row has other cells than the head, or two columns have one. */
export function tableOf(table: Provision, { source }: Document): Table | undefined {
  const [head, ...rows] = table.children;
  if (!head?.header || rows.some(({ children }) => children.length !== head.children.length)) return undefined;
  const titles = new Set(head.children.map((cell) => cell.title));
  return titles.size === head.children.length ? { table, head, rows, source } : undefined;
}

/** The words of a cell as they are written. */
export function cellText({ source }: Table, row: Provision, column: number): string {
  const words = row.children[column]?.words;
  return words ? source.slice(words.start, words.end) : '';
}

/** Whether the words of its first cell name each row of a table, as an instruction would name it. */
export function namesRows(table: Table): boolean {
  const names = new Set(table.rows.map(({ title = '' }) => title));
  return names.size === table.rows.length && table.rows.every((row) => row.title === cellText(table, row, 0));
}

/** Finds which rows and columns of a table stay; undefined where its rows cannot be told apart. */
export function tableVersions(before: Table, after: Table): TableVersions | undefined {
  const rows = rowsThatStay(before, after);
  return rows && { before, after, rows, staying: columnsThatStay(before, after, rows) };
}

// By the words of the first cell, where each row has its own; else in their order, where there are as many.
function rowsThatStay(before: Table, after: Table): ReadonlyMap<Provision, Provision> | undefined {
  const byKey = new Map(after.rows.map((row) => [cellText(after, row, 0), row]));
  const keys = new Set(before.rows.map((row) => cellText(before, row, 0)));
  if (byKey.size === after.rows.length && keys.size === before.rows.length)
    return new Map(
      before.rows.flatMap((row) => {
        const version = byKey.get(cellText(before, row, 0));
        return version ? [[row, version] as const] : [];
      }),
    );
  if (before.rows.length !== after.rows.length) return undefined;
  return new Map(before.rows.map((row, index) => [row, after.rows[index] as Provision]));
}

// The first column names the rows, and stays; the others by their heads, and between two that stay by most of their cells.
function columnsThatStay(
  before: Table,
  after: Table,
  rows: ReadonlyMap<Provision, Provision>,
): TableVersions['staying'] {
  const title = (table: Table, column: number) => table.head.children[column]?.title ?? '';
  const keys = new Map<string, number>();
  const keyed = (table: Table) =>
    Int32Array.from(table.head.children, (_, column) => {
      if (column === 0) return 0;
      const name = title(table, column);
      const key = keys.get(name) ?? keys.size + 1;
      keys.set(name, key);
      return key;
    });
  const [one, other] = [keyed(before), keyed(after)];
  const weights = one.map((_, column) => weightOf(before, column));
  const named = findAnchors(one, other, weights, [0, one.length, 0, other.length]);
  const staying: (readonly [number, number])[] = [];
  let [b, a] = [0, 0];
  for (const [index, column] of [...named.before, one.length].entries()) {
    const to = named.after[index] ?? other.length;
    staying.push(...likeColumns(before, after, rows, [b, column, a, to]));
    if (column < one.length) staying.push([column, to]);
    [b, a] = [column + 1, to + 1];
  }
  return staying;
}

function weightOf(table: Table, column: number): number {
  return table.rows.reduce((sum, row) => sum + cellText(table, row, column).length, 1);
}

function likeColumns(
  before: Table,
  after: Table,
  rows: ReadonlyMap<Provision, Provision>,
  [b, bEnd, a, aEnd]: readonly [number, number, number, number],
): TableVersions['staying'] {
  const found: (readonly [number, number])[] = [];
  let from = a;
  for (let column = b; column < bEnd; column += 1) {
    for (let other = from; other < aEnd; other += 1) {
      const same = [...rows].filter(
        ([row, version]) => cellText(before, row, column) === cellText(after, version, other),
      );
      // As many columns on both sides are the same ones with other heads or cells.
      if (bEnd - column !== aEnd - other && same.length * 2 <= rows.size) continue;
      found.push([column, other]);
      from = other + 1;
      break;
    }
  }
  return found;
}
