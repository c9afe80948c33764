import type { Range } from '../model/range.ts';

/** The index of the last of some ranges, in order, that starts at or before an offset; -1 where none does. */
export function lastStartingAt(ranges: readonly Pick<Range, 'start'>[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The index of the first of some ordered, disjoint ranges that ends after an offset; their number where none does. */
export function firstEndingAfter(ranges: readonly Pick<Range, 'end'>[], offset: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
