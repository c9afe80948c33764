import type { Fit } from './column-widths.ts';
import { mayEnd } from './drawn-text.ts';
import type { Piece, SheetRow } from './sheet.ts';

// Of fewer letters the engine finds no place for a hyphen in many a word.
const fewestLetters = 8;

// Of a cell that stands in no column of its own.
const longestLine = 24;

/** What a table is set by, and its rows with the words in them parted where its columns ask for it. */
export function fitted(
  { widths, size, hyphenate, letters }: Fit,
  rows: readonly SheetRow[],
): {
  readonly widths: readonly number[];
  readonly size: number;
  readonly hyphenate?: true;
  readonly rows: readonly SheetRow[];
} {
  if (!hyphenate) return { widths, size, rows };
  const parted = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => ({ ...cell, pieces: fitWords(cell.pieces, letters[index] ?? longestLine) })),
  }));
  return { widths, size, hyphenate, rows: parted };
}

/** The words of a cell whose lines have room for so many letters: words that no hyphen can part may end anywhere a line is full. */
function fitWords(pieces: readonly Piece[], letters: number): readonly Piece[] {
  const long = new RegExp(`[^\\s\\u00a0${mayEnd}]{${letters + 1},}`, 'g');
  const part = new RegExp(`.{${letters}}(?=.)`, 'gs');
  const fit = (piece: Piece): Piece => {
    if (typeof piece === 'string')
      return piece.replace(long, (word) =>
        letters >= fewestLetters && isHyphenated(word) ? word : word.replace(part, `$&${mayEnd}`),
      );
    return 'pieces' in piece ? { ...piece, pieces: piece.pieces.map(fit) } : piece;
  };
  return pieces.map(fit);
}

// One word of letters, with the punctuation around it; or several joined by hyphens.
function isHyphenated(word: string): boolean {
  return /^[^\p{L}\d]*\p{L}+(?:[-–/]\p{L}+)*[^\p{L}\d]*$/u.test(word);
}
