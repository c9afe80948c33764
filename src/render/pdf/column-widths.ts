// How wide a letter is, as a share of the size of the type, and a letter of a long word in a head, which is set stronger.
const letter = 0.5;
const strongLetter = 0.56;
// How much of a point a millimetre is.
const points = 72 / 25.4;
// White space at both sides of a cell, in points.
const padding = 9;
// A word longer than this is parted.
const longestWord = 24;
// Each size of type that a crowded table is tried in, after its own, and the fewest letters of a word that must stay together in it.
const crowdedSizes = [
  [7.4, 10],
  [6.8, 9],
  [6.2, 4],
] as const;

/** How a table fits into a width. */
export interface Fit {
  /** Of the columns, in points. */
  readonly widths: readonly number[];
  /** Of the type, in points. */
  readonly size: number;
  /** Its longest words have no room on a line of their column: they are hyphenated. */
  readonly hyphenate: boolean;
  /** How many letters of one word have room on a line, by column. */
  readonly letters: readonly number[];
}

/**
 * The widths of the columns of a table, and the type it is set in: each has room for its longest word, and the rest of the width is shared out
 * by how much the columns hold, so that long cells grow wide before they grow tall. Where there is no such room the type is smaller,
 * then words are parted, and then both. `texts` are the words of the cells, row by row.
 */
export function fitColumns(
  texts: readonly (readonly string[])[],
  columns: number,
  millimetres: number,
  size: number,
): Fit {
  const width = millimetres * points;
  const each = byColumn(texts, columns);
  const natural = naturalWidths(texts, columns, size);
  const sum = total(natural);
  if (sum <= width)
    return fitOf(
      natural.map((value) => (value / sum) * width),
      size,
      false,
    );
  const longest = each.map(longestWordIn);
  const { chosen, together } = sizeFor(longest, width, size);
  const least = longest.map((letters, column) =>
    Math.min(natural[column] ?? 0, wordWidth(Math.min(letters, together), chosen)),
  );
  const room = Math.min(1, width / total(least));
  const weights = each.map((cells) => Math.sqrt(cells.reduce((sum, text) => sum + text.length, 0)));
  const weight = total(weights) || 1;
  const spare = Math.max(0, width - total(least));
  const widths = least.map((value, column) => value * room + (spare * (weights[column] ?? 0)) / weight);
  return fitOf(widths, chosen, together < longestWord);
}

/** How wide a table would be, in millimetres, with every cell on one line. */
export function naturalWidth(texts: readonly (readonly string[])[], columns: number, size: number): number {
  return total(naturalWidths(texts, columns, size)) / points;
}

/** The largest type, and in it the most letters of a word kept together, with which the columns have room; else the smallest. */
function sizeFor(
  longest: readonly number[],
  width: number,
  size: number,
): { readonly chosen: number; readonly together: number } {
  const hasRoom = (chosen: number, together: number) =>
    total(longest.map((letters) => wordWidth(Math.min(letters, together), chosen))) <= width;
  const [[smaller]] = crowdedSizes;
  for (const chosen of [size, Math.min(size, smaller)])
    if (hasRoom(chosen, longestWord)) return { chosen, together: longestWord };
  for (const [chosen, fewest] of crowdedSizes)
    for (let together = longestWord - 1; together >= fewest; together -= 1)
      if (hasRoom(chosen, together)) return { chosen, together };
  const [chosen, together] = crowdedSizes.at(-1) as readonly [number, number];
  return { chosen, together };
}

function fitOf(widths: readonly number[], size: number, hyphenate: boolean): Fit {
  const letters = widths.map((width) => Math.max(1, Math.floor((width - padding) / (strongLetter * size))));
  return { widths: widths.map((width) => Math.round(width * 10) / 10), size, hyphenate, letters };
}

function naturalWidths(texts: readonly (readonly string[])[], columns: number, size: number): readonly number[] {
  return byColumn(texts, columns).map(
    (cells) => cells.reduce((most, text) => Math.max(most, text.length), 1) * letter * size + padding,
  );
}

function byColumn(texts: readonly (readonly string[])[], columns: number): readonly (readonly string[])[] {
  return Array.from({ length: columns }, (_, column) => texts.map((row) => row[column] ?? ''));
}

// A line may end behind a hyphen or a stroke before a letter, too.
function longestWordIn(cells: readonly string[]): number {
  const words = cells.flatMap((text) => text.split(/\s+|(?<=[-–/])(?=\p{L})/u));
  return words.reduce((longest, word) => Math.max(longest, word.length), 0);
}

function wordWidth(letters: number, size: number): number {
  return letters * strongLetter * size + padding;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
