import type { Part } from './align-in-windows.ts';

/** Pairs of places with equal keys, both ascending: the first of each in `before`, the second in `after`. */
export interface Matches {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Tables larger than this are not filled: the part is first divided by keys that stand once on each side. */
export const tableLimit = 400_000;

/**
 * The heaviest common sequence of two parts of two lists of keys, by a table of all pairs; `weights` are those of `before`.
 * The parts together must fit the table: (beforeTo - beforeFrom) × (afterTo - afterFrom) at most `tableLimit`.
 */
export function heaviestCommonSequence(
  before: Int32Array,
  after: Int32Array,
  weights: Int32Array,
  [beforeFrom, beforeTo, afterFrom, afterTo]: Part,
): Matches {
  const rows = beforeTo - beforeFrom;
  const columns = afterTo - afterFrom;
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    const key = before[beforeFrom + row] as number;
    const weight = weights[beforeFrom + row] as number;
    const base = row * width;
    for (let column = columns - 1; column >= 0; column -= 1) {
      const down = best[base + width + column] as number;
      const right = best[base + column + 1] as number;
      let score = Math.max(down, right);
      if (key === after[afterFrom + column]) {
        const together = (best[base + width + column + 1] as number) + weight;
        if (together > score) score = together;
      }
      best[base + column] = score;
    }
  }
  return readTable(best, before, after, weights, [beforeFrom, beforeTo, afterFrom, afterTo]);
}

function readTable(
  best: Int32Array,
  before: Int32Array,
  after: Int32Array,
  weights: Int32Array,
  [beforeFrom, beforeTo, afterFrom, afterTo]: Part,
): Matches {
  const width = afterTo - afterFrom + 1;
  const matches: { before: number[]; after: number[] } = { before: [], after: [] };
  let row = beforeFrom;
  let column = afterFrom;
  while (row < beforeTo && column < afterTo) {
    const cell = (row - beforeFrom) * width + column - afterFrom;
    const together = (best[cell + width + 1] as number) + (weights[row] as number);
    if (before[row] === after[column] && best[cell] === together) {
      matches.before.push(row);
      matches.after.push(column);
      row += 1;
      column += 1;
    } else if ((best[cell + width] as number) >= (best[cell + 1] as number)) row += 1;
    else column += 1;
  }
  return matches;
}
