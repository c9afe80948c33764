import type { RedlineBlock } from '../model/redline.ts';

/** Columns beside one another that only one text has, and all their cells. */
export interface ChangedColumns {
  readonly mark: 'inserted' | 'deleted';
  readonly cells: readonly RedlineBlock[];
}

/** The columns put in or left out of a table that both texts have: one entry for those beside one another. None for any other block. */
export function changedColumns(table: RedlineBlock): readonly ChangedColumns[] {
  if (table.type !== 'table') return [];
  const rows = table.children.map((row) => ('children' in row ? row.children : []));
  const found: { mark: 'inserted' | 'deleted'; cells: RedlineBlock[]; last: number }[] = [];
  rows[0]?.forEach((head, index) => {
    if (table.children[0]?.status !== 'changed' || (head.status !== 'inserted' && head.status !== 'deleted')) return;
    const cells = rows.flatMap((row) => (row[index]?.status === head.status ? (row[index] ?? []) : []));
    const last = found.at(-1);
    if (last?.mark === head.status && last.last === index - 1) {
      last.cells.push(...cells);
      last.last = index;
    } else found.push({ mark: head.status, cells, last: index });
  });
  return found;
}
