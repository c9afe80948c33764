import type { Matches } from './common-sequence.ts';

/** Two parts of two lists: `[beforeFrom, beforeTo, afterFrom, afterTo]`, the ends not included. */
export type Part = readonly [beforeFrom: number, beforeTo: number, afterFrom: number, afterTo: number];

/**
 * Aligns two long parts by a window of `size` on each side that moves along both: what is found far from the window's end is
 * kept, and the next window begins there. Linear in the length; what moved further than a window is not found.
 */
export function alignInWindows(part: Part, size: number, align: (window: Part) => Matches): Matches {
  const [beforeFrom, beforeTo, afterFrom, afterTo] = part;
  const kept: { before: number[]; after: number[] } = { before: [], after: [] };
  let [b, a] = [beforeFrom, afterFrom];
  while (b < beforeTo && a < afterTo) {
    const [bEnd, aEnd] = [Math.min(b + size, beforeTo), Math.min(a + size, afterTo)];
    const found = align([b, bEnd, a, aEnd]);
    const last = bEnd === beforeTo && aEnd === afterTo;
    const [keepBefore, keepAfter] = last ? [bEnd, aEnd] : [b + (size * 3) / 4, a + (size * 3) / 4];
    let count = 0;
    while (count < found.before.length) {
      const [place, other] = [found.before[count] as number, found.after[count] as number];
      if (place >= keepBefore || other >= keepAfter) break;
      kept.before.push(place);
      kept.after.push(other);
      count += 1;
    }
    if (last) break;
    const [place, other] = [found.before[count - 1] ?? -1, found.after[count - 1] ?? -1];
    // Each window moves on by a quarter of its size at least, so that the number of windows is linear.
    const moved = place >= b + size / 4 || other >= a + size / 4;
    [b, a] = moved ? [place + 1, other + 1] : [b + size / 2, a + size / 2];
  }
  return kept;
}
