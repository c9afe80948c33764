import type { Document } from '../model/document.ts';

/** What was found for some documents that are looked at together. */
interface Kept<Found> {
  readonly documents: readonly Document[];
  readonly found: Found;
}

// A code is asked about as it is before a change and as it is after, by parts of it and whole.
const most = 4;

/**
 * Makes a question about documents that belong together give the answer that it gave before, where it is asked of the same ones again:
 * documents never change. The last few answers are kept, as long as the first of their documents is.
 */
export function keptForDocuments<Found>(
  find: (documents: readonly Document[]) => Found,
): (documents: readonly Document[]) => Found {
  const known = new WeakMap<Document, readonly Kept<Found>[]>();
  return (documents) => {
    const [first] = documents;
    if (!first) return find(documents);
    const kept = known.get(first) ?? [];
    const same = kept.find((one) => areSame(one.documents, documents));
    const { found } = same ?? { found: find(documents) };
    if (!same) known.set(first, [{ documents: [...documents], found }, ...kept.slice(0, most - 1)]);
    return found;
  };
}

function areSame(one: readonly Document[], other: readonly Document[]): boolean {
  return one.length === other.length && one.every((document, index) => document === other[index]);
}
