import { textWidth } from '../../word/style-settings.ts';

// In twentieths of a point: the white space at both sides of a cell, the width of an average letter, and that of the longest word that must
// not be broken.
const padding = 216;
const letter = 120;
const longestWord = 2400;

// How wide letters are in the head row where a program takes the widest face in place of ours: DejaVu Serif Bold at 10 points.
const wide = 225;
const capital = 175;
const narrow = 90;
const usual = 143;

/**
 * Divides the width of the text among the columns of a table: each has room for its longest word, and the rest goes by how much
 * there is to read in each. Rows are the texts of their cells.
 */
export function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, column) => rows.map((row) => row[column] ?? ''));
  const least = columns.map((cells) =>
    cells.reduce((most, text) => Math.max(most, padding + longestWordOf(text)), padding + 3 * letter),
  );
  const wanted = columns.map((cells, index) => Math.max(least[index] ?? 0, padding + letter * weightOf(cells)));
  return divide(textWidth, least, wanted);
}

function longestWordOf(text: string): number {
  const widths = text.split(/[\s<>/-]+/).map(widthOf);
  return Math.min(
    longestWord,
    widths.reduce((most, width) => Math.max(most, width), 0),
  );
}

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[mwMW@%&—]/.test(letter)) return wide;
  if (/[fijlIJ.,;:'’()[\]|!]/.test(letter)) return narrow;
  return /\p{Lu}/u.test(letter) ? capital : usual;
}

// A cell that is long now and then must not take the room of one that always is.
function weightOf(cells: readonly string[]): number {
  const lengths = cells.map(({ length }) => length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Math.sqrt(mean * Math.max(0, ...lengths));
}

function divide(total: number, least: readonly number[], wanted: readonly number[]): readonly number[] {
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  const needed = sum(least);
  if (needed >= total)
    return settle(
      total,
      least.map((width) => (width * total) / needed),
    );
  const spare = sum(wanted) - needed;
  const share = spare === 0 ? 0 : (total - needed) / spare;
  const even = spare === 0 ? (total - needed) / least.length : 0;
  return settle(
    total,
    least.map((width, index) => width + even + ((wanted[index] ?? width) - width) * share),
  );
}

function settle(total: number, widths: readonly number[]): readonly number[] {
  const whole = widths.map(Math.floor);
  const left = total - whole.reduce((all, width) => all + width, 0);
  return whole.map((width, index) => (index === whole.length - 1 ? width + left : width));
}
