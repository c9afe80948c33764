import type { Document } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';

/** Up to three document-wide labels of a document that look most like the one asked for, nearest first. */
export function nearestLabels(document: Document, label: string): readonly string[] {
  return nearestOf([...labelIndex(document).labels.keys()], labelCore(label));
}

/** The labels of the outermost sections of a document, under its title: what there is to name where nothing is near. */
export function outermostLabels({ children }: Document): readonly string[] {
  const [title] = children;
  const body = title && children.length === 1 ? title.children : children;
  return body.flatMap(({ label }) => (label === undefined ? [] : [label])).slice(0, 20);
}

/** Up to three of the names known that are at most two characters away from the one asked for, nearest first. */
export function nearestOf(known: readonly string[], wanted: string): readonly string[] {
  const scored = known.map((name) => ({ name, distance: distance(name, wanted) }));
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored
    .filter((score) => score.distance <= 2)
    .slice(0, 3)
    .map((score) => score.name);
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
