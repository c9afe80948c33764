import { alignInWindows, type Part } from './align-in-windows.ts';
import { findAnchors } from './anchors.ts';
import { heaviestCommonSequence, type Matches, tableLimit } from './common-sequence.ts';

/** How two lists of keys correspond. `limited`: how many keys stand in parts so large that each was compared with keys near it only. */
export interface Alignment extends Matches {
  readonly limited: number;
}

const deepest = 24;
const windowSize = 320;

/**
 * Aligns two lists of keys, in order: equal ends first, then the heaviest common sequence of what is left. A large part is
 * divided by keys that stand once on each side; where it has none, it is aligned in windows and counted. Never quadratic.
 */
export function alignSequences(before: Int32Array, after: Int32Array, weights: Int32Array): Alignment {
  const matched: { before: number[]; after: number[] } = { before: [], after: [] };
  let limited = 0;
  const match = (beforePlace: number, afterPlace: number): void => {
    matched.before.push(beforePlace);
    matched.after.push(afterPlace);
  };
  const matchAll = (found: Matches): void => {
    found.before.forEach((place, index) => {
      match(place, found.after[index] as number);
    });
  };
  const alignPart = ([beforeFrom, beforeTo, afterFrom, afterTo]: Part, depth: number): void => {
    let [b, bEnd, a, aEnd] = [beforeFrom, beforeTo, afterFrom, afterTo];
    while (b < bEnd && a < aEnd && before[b] === after[a]) match(b++, a++);
    while (b < bEnd && a < aEnd && before[bEnd - 1] === after[aEnd - 1]) {
      bEnd -= 1;
      aEnd -= 1;
    }
    if (b < bEnd && a < aEnd) alignMiddle([b, bEnd, a, aEnd], depth);
    for (let step = 0; bEnd + step < beforeTo; step += 1) match(bEnd + step, aEnd + step);
  };
  const alignMiddle = (part: Part, depth: number): void => {
    const [beforeFrom, beforeTo, afterFrom, afterTo] = part;
    if ((beforeTo - beforeFrom) * (afterTo - afterFrom) <= tableLimit) {
      matchAll(heaviestCommonSequence(before, after, weights, part));
      return;
    }
    const anchors = findAnchors(before, after, weights, part);
    if (anchors.before.length === 0 || depth >= deepest) {
      limited += beforeTo - beforeFrom + afterTo - afterFrom;
      matchAll(alignInWindows(part, windowSize, (window) => heaviestCommonSequence(before, after, weights, window)));
      return;
    }
    let [b, a] = [beforeFrom, afterFrom];
    anchors.before.forEach((place, index) => {
      const other = anchors.after[index] as number;
      alignPart([b, place, a, other], depth + 1);
      match(place, other);
      [b, a] = [place + 1, other + 1];
    });
    alignPart([b, beforeTo, a, afterTo], depth + 1);
  };
  alignPart([0, before.length, 0, after.length], 0);
  return { ...matched, limited };
}

/** Gives equal texts equal numbers, over two lists at once. */
export function numberKeys(before: readonly string[], after: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  return [Int32Array.from(before, numberOf), Int32Array.from(after, numberOf)];
}
