import { mapUnits } from './map-words.ts';
import type { Revision, WordCell, WordRow, WordTable } from './word-document.ts';
import { revisionOf, withRevision } from './write-revision.ts';

/**
 * A table whose rows and cells that were inserted or deleted carry that on every run and paragraph mark in them too: with the row
 * alone, LibreOffice and pandoc keep its words. Word has no rows that moved (17.4.81), so they are written as deleted and inserted, and
 * so is what moved into a cell or out of one: LibreOffice leaves its ends behind.
 */
export function settleRows(table: WordTable): WordTable {
  return { ...table, rows: table.rows.map(settleRow) };
}

function settleRow(row: WordRow): WordRow {
  const revision = row.revision && unmoved(row.revision);
  return {
    ...row,
    ...(revision ? { revision } : {}),
    cells: row.cells.map((cell) => settleCell(cell, revision)),
  };
}

function settleCell(cell: WordCell, ofRow: Revision | undefined): WordCell {
  const own = cell.revision && unmoved(cell.revision);
  const revision = ofRow ?? own;
  const blocks = mapUnits(cell.blocks, (unit) => {
    const settled = revision ?? revisionOf(unit);
    return settled ? withRevision(unit, unmoved(settled)) : unit;
  });
  return { ...cell, ...(own ? { revision: own } : {}), blocks };
}

/** The same revision as an insertion or a deletion. */
export function unmoved({ type, author, date }: Revision): Revision {
  return {
    type: type === 'moved-from' ? 'deleted' : type === 'moved-to' ? 'inserted' : type,
    author,
    ...(date === undefined ? {} : { date }),
  };
}
