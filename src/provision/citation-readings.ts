import type { Document } from '../model/document.ts';
import { type Citation, citations } from './citation.ts';

/** What was read in the passages of a document, and the names of documents that were looked for. */
interface Readings {
  readonly names: readonly string[];
  readonly byText: Map<string, readonly Citation[]>;
}

// A document never changes, so what is read in it is kept as long as it is.
const known = new WeakMap<Document, Readings>();

/**
 * Gives what reads the citations in passages of a document: `names` are as `citations` takes them. Each text is read once, and what stands in the
 * same words in an `earlier` version of the document is not read again: then reading costs as much as the change wrote, not as much as the code holds.
 */
export function citationReadings(
  document: Document,
  names: readonly string[],
  earlier: Document = document,
): (text: string) => readonly Citation[] {
  const old = keptOf(earlier, names)?.byText;
  const own = keptOf(document, names) ?? { names, byText: new Map<string, readonly Citation[]>() };
  known.set(document, own);
  return (text) => {
    const found = own.byText.get(text) ?? old?.get(text) ?? citations(text, names);
    own.byText.set(text, found);
    return found;
  };
}

function keptOf(document: Document, names: readonly string[]): Readings | undefined {
  const kept = known.get(document);
  return kept && areSame(kept.names, names) ? kept : undefined;
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
