import type { Document } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';

/** Up to three document-wide labels of a document that look most like the one asked for, nearest first. */
export function nearestLabels(document: Document, label: string): readonly string[] {
  const wanted = labelCore(label);
  const scored = [...labelIndex(document).labels.keys()].map((known) => ({ known, distance: distance(known, wanted) }));
  scored.sort((a, b) => a.distance - b.distance || (a.known < b.known ? -1 : 1));
  return scored
    .filter((score) => score.distance <= 3)
    .slice(0, 3)
    .map((score) => score.known);
}

/** How many characters must be put in, taken out or changed to make one word of another. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Math.max(a.length, b.length);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
