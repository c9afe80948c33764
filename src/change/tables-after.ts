import type { Change } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { InsertColumn } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { type Column, columnAt } from './columns.ts';
import { type Step, stepsIn } from './steps.ts';

/**
 * How many cells a row must have that is put in beside a row of the base text. What is put in is given as it will stand: it has a cell
 * for each column that the same change inserts into the table, and none for one that it omits.
 */
export type RowWidth = (beside: Provision) => number;

/** What a change does to one table, all its instructions together. */
export interface TableAfter {
  /** Rows that go, or are given whole as they will stand: an instruction on a column has no cell in them. */
  readonly apart: ReadonlySet<Provision>;
  /** The places of the columns that go, from 0. */
  readonly omitted: ReadonlySet<number>;
  /** The instructions, and parts of them, that put a column in behind the last that stays, in the order in which the columns will stand. */
  readonly atEnd: readonly string[];
}

/** What a change does to the tables of its documents. */
export interface TablesAfter {
  readonly widthOf: RowWidth;
  readonly of: (table: Provision) => TableAfter;
}

const untouched: TableAfter = { apart: new Set(), omitted: new Set(), atEnd: [] };
const sameWidth: RowWidth = ({ children }) => children.length;

/** The tables where no column comes or goes. */
export const sameTables: TablesAfter = { widthOf: sameWidth, of: () => untouched };

/** A step as the edits of a table know it. */
export function nameOfStep({ number, part = '' }: Step): string {
  return `${number}${part}`;
}

/** The tables after all that a change does to their columns. */
export function tablesAfter({ instructions }: Change, documents: ReadonlyMap<string, Document>): TablesAfter {
  const added = new Map<Provision, number>();
  const tables = new Map<Provision, TouchedTable>();
  const asked = instructions.flatMap((instruction) =>
    instruction.documents.flatMap((key) => {
      const document = documents.get(key);
      return document ? stepsIn(instruction, document).map((step) => ({ step, document })) : [];
    }),
  );
  for (const { step, document } of asked) {
    const column = columnOf(step, document);
    if (!column) continue;
    const { table, index } = column;
    const all = tables.get(table) ?? { apart: new Set(), omitted: new Set(), inserted: [] };
    tables.set(table, all);
    const { type } = step.operation;
    if (type === 'omit-provision') all.omitted.add(index);
    if (step.operation.type === 'insert-column')
      all.inserted.push({ name: nameOfStep(step), number: step.number, place: placeOfColumn(step.operation, column) });
    const by = type === 'insert-column' ? 1 : type === 'omit-provision' ? -1 : 0;
    for (const row of table.children) added.set(row, (added.get(row) ?? 0) + by);
  }
  if (tables.size === 0) return sameTables;
  for (const { step, document } of asked) {
    const found = rowGivenOrGoing(step, document);
    if (found) tables.get(found.table)?.apart.add(found.row);
  }
  const settled = new Map([...tables].map(([table, all]) => [table, { ...all, atEnd: atEndOf(table, all) }] as const));
  return {
    widthOf: (beside) => sameWidth(beside) + (added.get(beside) ?? 0),
    of: (table) => settled.get(table) ?? untouched,
  };
}

interface TouchedTable {
  readonly apart: Set<Provision>;
  readonly omitted: Set<number>;
  readonly inserted: { readonly name: string; readonly number: number; readonly place: number }[];
}

/** The place of a new column among those of the base text: that of the column before which it stands, or one more than the last. */
export function placeOfColumn({ position }: InsertColumn, { index }: Column): number {
  return position === 'after' ? index + 1 : index;
}

function atEndOf({ children: [head] }: Provision, { omitted, inserted }: TouchedTable): readonly string[] {
  const width = head?.children.length ?? 0;
  const behind = (place: number) => Array.from({ length: Math.max(0, width - place) }, (_, at) => place + at);
  return inserted
    .filter(({ place }) => behind(place).every((index) => omitted.has(index)))
    .sort((a, b) => a.place - b.place || a.number - b.number)
    .map(({ name }) => name);
}

function columnOf({ operation }: Step, document: Document): Column | undefined {
  const kinds = ['insert-column', 'substitute-column', 'omit-provision'];
  if (!kinds.includes(operation.type) || !('at' in operation)) return undefined;
  const column = columnAt(document, operation.at);
  return column && !('rule' in column) ? column : undefined;
}

function rowGivenOrGoing(
  { operation }: Step,
  document: Document,
): { readonly row: Provision; readonly table: Provision } | undefined {
  const goes = operation.type === 'omit-provision' && operation.leaving === undefined;
  if (!goes && operation.type !== 'substitute-provision') return undefined;
  const target = locate(document, operation.at);
  if (target.type !== 'provision') return undefined;
  const { provision: row, parents } = target;
  const table = parents.at(-1);
  return table && !row.header && ['row', 'definition'].includes(row.type) ? { row, table } : undefined;
}
