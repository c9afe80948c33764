import type { WordBlock, WordCell, WordRow, WordTable } from './word-document.ts';
import type { PartState } from './write-part.ts';
import { authorship, revisionMark } from './write-revision.ts';
import { element, valued } from './write-xml.ts';

type WriteBlocks = (blocks: readonly WordBlock[], part: PartState) => string;

/** A table (17.4.38). `writeBlocks` writes what stands in a cell. */
export function writeTable({ columns, indent, rows }: WordTable, part: PartState, writeBlocks: WriteBlocks): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      valued('w:tblStyle', 'LightTable'),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      indent === undefined ? '' : element('w:tblInd', { 'w:w': indent, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', { 'w:val': '0620', 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
    ),
    element('w:tblGrid', {}, ...columns.map((column) => element('w:gridCol', { 'w:w': column }))),
    ...rows.map((row) => writeRow(row, columns, part, writeBlocks)),
  );
}

// A row that ends before its table does says so (17.4.14).
function writeRow(
  { header, revision, cells }: WordRow,
  columns: readonly number[],
  part: PartState,
  writeBlocks: WriteBlocks,
): string {
  const covered = cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0);
  const properties = element(
    'w:trPr',
    {},
    covered < columns.length ? valued('w:gridAfter', columns.length - covered) : '',
    element('w:cantSplit'),
    header ? element('w:tblHeader') : '',
    revision ? revisionMark(revision, part.package) : '',
  );
  let column = 0;
  const written = cells.map((cell) => {
    const from = column;
    column += cell.columns ?? 1;
    const width = columns.slice(from, column).reduce((sum, each) => sum + each, 0);
    return writeCell(cell, width, header === true, part, writeBlocks);
  });
  return element('w:tr', {}, properties, ...written);
}

// In the order of CT_TcPr (17.4.69).
function writeCell(cell: WordCell, width: number, header: boolean, part: PartState, writeBlocks: WriteBlocks): string {
  const { columns = 1, revision } = cell;
  const properties = element(
    'w:tcPr',
    {},
    element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    columns > 1 ? valued('w:gridSpan', columns) : '',
    header ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EDEDED' }) : '',
    revision
      ? element(revision.type === 'inserted' ? 'w:cellIns' : 'w:cellDel', authorship(revision, part.package))
      : '',
  );
  return element('w:tc', {}, properties, writeBlocks(cell.blocks, part));
}
