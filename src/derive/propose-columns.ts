import type { Document, Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { walk } from '../provision/walk.ts';
import type { Versions } from './find-versions.ts';
import type { Structural, Structure } from './structural.ts';
import { cellText, namesRows, type Table, type TableVersions, tableOf, tableVersions } from './table-columns.ts';

/**
 * Writes “omit the column “X”” and “after the column “X” insert the column “Y”—” for each table in which columns go or come. Of a row
 * that goes, the cell of a new column is empty.
 */
export function proposeColumns(structure: Structure): readonly Structural[] {
  const { before, after, versions, locators } = structure;
  const found: Structural[] = [];
  for (const { provision } of walk(before)) {
    if (provision.type !== 'table') continue;
    const version = versionOf(provision, versions, structure);
    const [table, other] = [tableOf(provision, before), version && tableOf(version, after)];
    const of = locators.of(provision);
    const pair = table && other && of && tableVersions(table, other);
    if (pair) found.push(...omitted(pair, of), ...inserted(pair, of));
  }
  return found;
}

// What the comparison takes for its version; else the only table of what its holder has become.
function versionOf(table: Provision, { staying }: Versions, { before, after }: Structure): Provision | undefined {
  const version = staying.get(table);
  if (version) return version.after.provision;
  const holder = holderOf(before, table);
  const becomes = holder ? staying.get(holder)?.after.provision.children : after.children;
  return becomes && onlyTable(holder?.children ?? before.children) === table ? onlyTable(becomes) : undefined;
}

function holderOf(document: Document, table: Provision): Provision | undefined {
  for (const { provision, parents } of walk(document)) if (provision === table) return parents.at(-1);
  return undefined;
}

function onlyTable(provisions: readonly Provision[]): Provision | undefined {
  const tables = provisions.filter(({ type }) => type === 'table');
  return tables.length === 1 ? tables[0] : undefined;
}

function omitted({ before, after, staying }: TableVersions, of: Locator): readonly Structural[] {
  const kept = new Set(staying.map(([column]) => column));
  const point = { start: after.table.end, end: after.table.end };
  return before.head.children.flatMap(({ title = '' }, column): readonly Structural[] => {
    if (kept.has(column)) return [];
    const operation = { type: 'omit-provision', at: { type: 'cell', column: title, of } } as const;
    return [{ operation, about: before.table, after: point }];
  });
}

// Beside the last column before it that stays, by the head that it has in the text before.
function inserted({ before, after, rows, staying }: TableVersions, of: Locator): readonly Structural[] {
  const origins = new Map(staying.map(([column, other]) => [other, column]));
  const found: Structural[] = [];
  let beside = 0;
  after.head.children.forEach(({ title = '' }, column) => {
    const origin = origins.get(column);
    beside = origin ?? beside;
    const neighbour = before.head.children[beside]?.title;
    if (origin !== undefined || neighbour === undefined) return;
    const at = { type: 'cell', column: neighbour, of } as const;
    const content = before.rows.map((row) => lineOf(row, column, { before, after, rows })).join('\n');
    const operation = { type: 'insert-column', at, position: 'after', title, content } as const;
    const [first, ...more] = cellsOf(after, column);
    if (first) found.push({ operation, about: before.table, after: first, more });
  });
  return found;
}

function lineOf(row: Provision, column: number, { before, after, rows }: Omit<TableVersions, 'staying'>): string {
  const version = rows.get(row);
  const cells = [version ? cellText(after, version, column) : ''];
  if (namesRows(before)) cells.unshift(cellText(before, row, 0));
  return `| ${cells.map((cell) => (cell === '' ? '' : `${cell} `)).join('| ')}|`;
}

function cellsOf(table: Table, column: number): readonly Range[] {
  return [table.head, ...table.rows].flatMap(({ children }) => children[column]?.words ?? []);
}
