import type { Document } from '../model/document.ts';
import { canonical } from './canonical.ts';
import { correspond } from './correspondence.ts';
import { deriveDocument } from './derive-document.ts';
import { deriveStaged } from './derive-staged.ts';
import type { Versioned } from './derive-upon.ts';
import type { Written } from './written.ts';

/** The instructions for each document that changes, by its key; and where the text after is that none could be proved to give. */
export interface DocumentsDerived {
  readonly written: ReadonlyMap<string, readonly Written[]>;
  readonly failures: readonly { readonly document: Document; readonly at: number }[];
}

/** Derives the instructions that make each of some documents of its version before: with structural ones where these cost a reader less. */
export function deriveDocuments(
  before: ReadonlyMap<string, Document>,
  after: ReadonlyMap<string, Document>,
): DocumentsDerived {
  const documents = new Map<string, Versioned>();
  const plain = new Map<string, readonly Written[] | undefined>();
  const failures: { readonly document: Document; readonly at: number }[] = [];
  for (const [key, document] of before) {
    const changed = after.get(key);
    if (!changed) continue;
    const correspondence = correspond(canonical(document), canonical(changed));
    documents.set(key, { before: document, correspondence });
    const derived = deriveDocument(document, correspondence);
    plain.set(key, derived.ok ? derived.proposals : undefined);
    if (!derived.ok) failures.push({ document: changed, at: derived.at });
  }
  const staged = deriveStaged(documents, plain);
  const written = new Map([...(staged ?? plain)].map(([key, list]) => [key, list ?? []]));
  return { written, failures: staged ? [] : failures };
}
