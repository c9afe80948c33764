import { fitColumns } from './column-widths.ts';
import { drawnPlain, drawnText } from './drawn-text.ts';
import { fitted } from './fit-words.ts';
import type { Piece, SheetHeading, SheetParagraph, SheetRow, SheetTable } from './sheet.ts';
import { longRow, measures } from './sheet.ts';

/** Of the type in a table that is not of the texts, in points. */
export const plainSize = 8.8;

/** Words set strong. */
export function strong(words: string): Piece {
  return { type: 'strong', pieces: [words] };
}

/** A paragraph of the pages before the texts. */
export function paragraph(pieces: readonly Piece[], look?: SheetParagraph['look']): SheetParagraph {
  return { type: 'paragraph', at: measures.label, ...(look ? { look } : {}), pieces };
}

/** A heading of the pages before the texts. */
export function frontHeading(words: string, level = 1): SheetHeading {
  return { type: 'heading', look: 'front', at: 0, level, title: drawnPlain(words), pieces: drawnText(words) };
}

/** A table of the pages before the texts; without widths, its columns are as wide as what they hold asks for. */
export function plainTable(
  heads: readonly string[],
  rows: readonly (SheetRow | readonly (readonly Piece[])[])[],
  widths?: readonly number[],
): SheetTable {
  const head: SheetRow = { bar: false, long: false, cells: heads.map((words) => ({ pieces: [words] })) };
  const body = rows.map((row): SheetRow => {
    return 'cells' in row ? row : frontRow(row);
  });
  const texts = [head, ...body].map(({ cells }) => cells.map(({ pieces }) => pieces.map(textOf).join('')));
  const { rows: drawn, ...set } = widths
    ? { widths, size: plainSize, rows: [head, ...body] }
    : fitted(fitColumns(texts, heads.length, measures.sheet, plainSize), [head, ...body]);
  return { type: 'table', at: 0, ...set, landscape: false, head: drawn.slice(0, 1), body: drawn.slice(1) };
}

/** A row of such a table, which stays on one page unless it is long. */
export function frontRow(cells: readonly (readonly Piece[])[], ids?: readonly string[]): SheetRow {
  const letters = cells.flat().reduce((sum, piece) => sum + textOf(piece).length, 0);
  return { ...(ids && { ids }), bar: false, long: letters > longRow, cells: cells.map((pieces) => ({ pieces })) };
}

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return 'pieces' in piece ? piece.pieces.map(textOf).join('') : '';
}
