// How wide a letter is, as a share of the size of the type, and how much of a point a millimetre is.
const letter = 0.5;
const points = 72 / 25.4;
// White space at both sides of a cell, in points.
const padding = 9;
// A word longer than this is parted.
const longestWord = 24;

/**
 * The widths of the columns of a table, in points: each has room for its longest word, and the rest of the width is shared out by how
 * much the columns hold, so that long cells grow wide before they grow tall. `texts` are the words of the cells, row by row.
 */
export function columnWidths(
  texts: readonly (readonly string[])[],
  columns: number,
  millimetres: number,
  size: number,
): readonly number[] {
  const width = millimetres * points;
  const each = byColumn(texts, columns);
  const natural = naturalWidths(texts, columns, size);
  const sum = natural.reduce((total, value) => total + value, 0);
  if (sum <= width) return natural.map((value) => round((value / sum) * width));
  const least = each.map((cells, column) =>
    Math.min(natural[column] ?? 0, Math.min(longestWordIn(cells), longestWord) * (letter + 0.06) * size + padding),
  );
  const taken = least.reduce((total, value) => total + value, 0);
  const weights = each.map((cells) => Math.sqrt(cells.reduce((total, text) => total + text.length, 0)));
  const weight = weights.reduce((total, value) => total + value, 0) || 1;
  const spare = Math.max(0, width - taken);
  return least.map((value, column) => round(value + (spare * (weights[column] ?? 0)) / weight));
}

/** How wide a table would be, in millimetres, with every cell on one line. */
export function naturalWidth(texts: readonly (readonly string[])[], columns: number, size: number): number {
  return naturalWidths(texts, columns, size).reduce((total, value) => total + value, 0) / points;
}

function naturalWidths(texts: readonly (readonly string[])[], columns: number, size: number): readonly number[] {
  return byColumn(texts, columns).map(
    (cells) => cells.reduce((most, text) => Math.max(most, text.length), 1) * letter * size + padding,
  );
}

function byColumn(texts: readonly (readonly string[])[], columns: number): readonly (readonly string[])[] {
  return Array.from({ length: columns }, (_, column) => texts.map((row) => row[column] ?? ''));
}

function longestWordIn(cells: readonly string[]): number {
  return cells.reduce(
    (most, text) => text.split(/\s+/).reduce((longest, word) => Math.max(longest, word.length), most),
    0,
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
