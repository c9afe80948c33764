import type { AlignType } from 'mdast';
import type { ParentBlock, RedlineBlock, Run, Status } from '../../model/redline.ts';
import { cellsInColumns } from '../cells-in-columns.ts';
import { instructionsOf } from '../stops.ts';
import { fitColumns, naturalWidth } from './column-widths.ts';
import { fitted } from './fit-words.ts';
import { enter, type Layout, moveSign, runsOf, type Standing, standingIn, wordsOf } from './layout.ts';
import { runPieces, told } from './run-pieces.ts';
import type { Piece, SheetCell, SheetRow, SheetTable } from './sheet.ts';
import { longRow, measures } from './sheet.ts';

const rowTags: Partial<Record<Status, string>> = {
  inserted: 'Row inserted',
  deleted: 'Row omitted',
  'moved-from': 'Row moved from here',
  'moved-to': 'Row moved to here',
};

// A table with more columns than these has no room on an upright page.
const uprightColumns = 7;

/** A table as it is drawn: as wide as the sheet, its head on every page, with a tag on each row that comes or goes. */
export function tableBlock(table: ParentBlock, layout: Layout, standing: Standing): SheetTable {
  const rows = table.children.filter((row): row is ParentBlock => row.type === 'row');
  const placed = enter(table, layout, standing);
  const heads = rows.findIndex((row) => !row.header);
  const split = heads < 0 ? rows.length : heads;
  const texts = rows.map((row) => cellsInColumns(row, rows[0]).map(textOf));
  const columns = Math.max(1, ...texts.map((cells) => cells.length));
  const size = columns > 5 ? 8 : 8.8;
  const upright = measures.sheet - standing.at - (standing.beside ?? 0);
  const crowded = columns > uprightColumns && naturalWidth(texts, columns, size) > upright;
  // Pages turn only between blocks of the text, never inside one.
  const landscape = crowded && !standing.nested && standing.beside === undefined;
  const width = landscape ? measures.landscape : upright;
  const { rows: drawn, ...set } = fitted(
    fitColumns(texts, columns, width, size),
    rows.map((row) => rowOf(row, rows[0], columns, table.align ?? [], layout, standing)),
  );
  return {
    type: 'table',
    ...placed,
    ...set,
    landscape,
    ids: [...(placed.ids ?? []), ...drawn.slice(0, split).flatMap(placesIn)],
    head: drawn.slice(0, split).map(withoutWays),
    body: drawn.slice(split),
  };
}

function placesIn({ ids = [], cells }: SheetRow): readonly string[] {
  return [...ids, ...cells.flatMap((cell) => cell.ids ?? [])];
}

// A head stands again on each page, and what stands again may lead nowhere and be led to from nowhere.
function withoutWays(row: SheetRow): SheetRow {
  const cells = row.cells.map((cell) => ({ ...cell, ids: [], pieces: cell.pieces.map(withoutWay) }));
  return { ...row, ids: [], cells };
}

function withoutWay(piece: Piece): Piece {
  if (typeof piece === 'string') return piece;
  if (piece.type === 'link') return { type: 'link', pieces: piece.pieces.map(withoutWay) };
  if (piece.type === 'number') return { type: 'number', number: piece.number };
  return 'pieces' in piece ? { ...piece, pieces: piece.pieces.map(withoutWay) } : piece;
}

function textOf(cell: RedlineBlock | undefined): string {
  return cell && 'runs' in cell ? cell.runs.map(({ text }: Run) => text).join('') : '';
}

function rowOf(
  row: ParentBlock,
  head: ParentBlock | undefined,
  columns: number,
  align: readonly AlignType[],
  layout: Layout,
  standing: Standing,
): SheetRow {
  const own = standingIn(row, standing);
  const { ids, bar } = enter(row, layout, own);
  const shown = new Set<number>();
  const cells = cellsInColumns(row, head).map((cell, index): SheetCell => {
    const side = align[index];
    const tint = tintOf(row.status) ?? (cell ? tintOf(cell.status) : undefined);
    const pieces = [
      ...(index === 0 ? rowTag(row, layout) : []),
      ...(cell ? cellPieces(cell, row, own, layout, shown) : []),
    ];
    const ids = cell?.id === undefined ? [] : layout.take([layout.name(cell.id)]);
    return { ids, pieces, ...(side ? { side } : {}), ...(tint ? { tint } : {}) };
  });
  // A row that is shorter than its table would pull up the next.
  while (cells.length < columns) cells.push({ pieces: [] });
  const long = row.children.reduce((sum, cell) => sum + textOf(cell).length, 0) > longRow;
  return { ...(ids ? { ids } : {}), bar: bar === true, long, cells };
}

function cellPieces(
  cell: RedlineBlock,
  row: ParentBlock,
  standing: Standing,
  layout: Layout,
  shown: Set<number>,
): readonly Piece[] {
  if (!('runs' in cell)) return [];
  const own = standingIn(cell, standing);
  const runs = runsOf(cell, layout, own);
  const pieces = [...moveSign(runs, own, false), ...runPieces(runs, wordsOf(layout, own))];
  if (rowTags[row.status] !== undefined || cell.status === 'same') return pieces;
  // One sign is enough for all that one instruction does to a row.
  const fresh = instructionsOf(cell).filter((number) => !shown.has(number));
  for (const number of fresh) shown.add(number);
  return [...pieces, ...fresh.map((number) => layout.number(number))];
}

function rowTag(row: ParentBlock, layout: Layout): readonly Piece[] {
  const tag = rowTags[row.status];
  if (tag === undefined) return [];
  return [told(tag, 'tag'), ...instructionsOf(row).map((number) => layout.number(number)), { type: 'break' }];
}

function tintOf(status: Status): SheetCell['tint'] {
  if (status === 'inserted' || status === 'deleted') return status;
  return status === 'moved-from' || status === 'moved-to' ? 'moved' : undefined;
}
