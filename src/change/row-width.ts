import type { Change } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import { columnAt } from './columns.ts';
import { type Step, stepsIn } from './steps.ts';

/**
 * How many cells a row must have that is put in beside a row of the base text. What is put in is given as it will stand: it has a cell
 * for each column that the same change inserts into the table, and none for one that it omits.
 */
export type RowWidth = (beside: Provision) => number;

/** The width where no column comes or goes: that of the row beside. */
export const sameWidth: RowWidth = ({ children }) => children.length;

/** The widths of new rows after all that a change does to the columns of the tables. */
export function rowWidths({ instructions }: Change, documents: ReadonlyMap<string, Document>): RowWidth {
  const added = new Map<Provision, number>();
  for (const instruction of instructions)
    for (const key of instruction.documents) {
      const document = documents.get(key);
      for (const { operation } of document ? stepsIn(instruction, document) : []) {
        const column = document && columnComingOrGoing(operation, document);
        for (const row of column?.rows ?? []) added.set(row, (added.get(row) ?? 0) + (column?.by ?? 0));
      }
    }
  return (beside) => sameWidth(beside) + (added.get(beside) ?? 0);
}

function columnComingOrGoing(
  operation: Step['operation'],
  document: Document,
): { readonly rows: readonly Provision[]; readonly by: 1 | -1 } | undefined {
  if (operation.type !== 'insert-column' && operation.type !== 'omit-provision') return undefined;
  const column = columnAt(document, operation.at);
  if (!column || 'rule' in column) return undefined;
  return { rows: column.table.children, by: operation.type === 'insert-column' ? 1 : -1 };
}
