import { alignInWindows, type Part } from './align-in-windows.ts';
import { findAnchors } from './anchors.ts';
import { heaviestCommonSequence, type Matches, tableLimit } from './common-sequence.ts';

/** How two lists of keys correspond. `limited`: how many keys stand in parts so large that each was compared with keys near it only. */
export interface Alignment extends Matches {
  readonly limited: number;
}

const deepest = 24;
const windowSize = 320;

/** The lists, and what has been found of them so far. */
interface Work {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly weights: Int32Array;
  readonly found: { readonly before: number[]; readonly after: number[]; limited: number };
}

/**
 * Aligns two lists of keys, in order: equal ends first, then the heaviest common sequence of what is left. A large part is
 * divided by keys that stand once on each side; where it has none, it is aligned in windows and counted. Never quadratic.
 */
export function alignSequences(before: Int32Array, after: Int32Array, weights: Int32Array): Alignment {
  const work: Work = { before, after, weights, found: { before: [], after: [], limited: 0 } };
  alignPart(work, [0, before.length, 0, after.length], 0);
  return work.found;
}

function alignPart(work: Work, [beforeFrom, beforeTo, afterFrom, afterTo]: Part, depth: number): void {
  const { before, after } = work;
  let [b, bEnd, a, aEnd] = [beforeFrom, beforeTo, afterFrom, afterTo];
  while (b < bEnd && a < aEnd && before[b] === after[a]) match(work, b++, a++);
  while (b < bEnd && a < aEnd && before[bEnd - 1] === after[aEnd - 1]) {
    bEnd -= 1;
    aEnd -= 1;
  }
  if (b < bEnd && a < aEnd) alignMiddle(work, [b, bEnd, a, aEnd], depth);
  for (let step = 0; bEnd + step < beforeTo; step += 1) match(work, bEnd + step, aEnd + step);
}

function alignMiddle(work: Work, part: Part, depth: number): void {
  const { before, after, weights, found } = work;
  const [beforeFrom, beforeTo, afterFrom, afterTo] = part;
  if ((beforeTo - beforeFrom) * (afterTo - afterFrom) <= tableLimit) {
    matchAll(work, heaviestCommonSequence(before, after, weights, part));
    return;
  }
  const anchors = findAnchors(before, after, weights, part);
  if (anchors.before.length === 0 || depth >= deepest) {
    found.limited += beforeTo - beforeFrom + afterTo - afterFrom;
    const align = (window: Part): Matches => heaviestCommonSequence(before, after, weights, window);
    matchAll(work, alignInWindows(part, windowSize, align));
    return;
  }
  let [b, a] = [beforeFrom, afterFrom];
  anchors.before.forEach((place, index) => {
    const other = anchors.after[index] as number;
    alignPart(work, [b, place, a, other], depth + 1);
    match(work, place, other);
    [b, a] = [place + 1, other + 1];
  });
  alignPart(work, [b, beforeTo, a, afterTo], depth + 1);
}

function match({ found }: Work, before: number, after: number): void {
  found.before.push(before);
  found.after.push(after);
}

function matchAll(work: Work, matches: Matches): void {
  matches.before.forEach((place, index) => {
    match(work, place, matches.after[index] as number);
  });
}
