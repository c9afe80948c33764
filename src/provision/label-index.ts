import type { Document } from '../model/document.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import { type Visit, walk } from './walk.ts';

/** The provisions of a document by the core of their document-wide label, and its definitions by their term. */
export interface LabelIndex {
  readonly labels: ReadonlyMap<string, readonly Visit[]>;
  readonly terms: ReadonlyMap<string, readonly Visit[]>;
}

// A document never changes, so its index is made once, when something is first looked up in it.
const indexes = new WeakMap<Document, LabelIndex>();

/** Gives the label index of a document. */
export function labelIndex(document: Document): LabelIndex {
  const known = indexes.get(document);
  if (known) return known;
  const labels = new Map<string, Visit[]>();
  const terms = new Map<string, Visit[]>();
  for (const visit of walk(document)) {
    const { label, type, title } = visit.provision;
    if (label !== undefined && isDocumentWideLabel(label)) push(labels, labelCore(label), visit);
    if (type === 'definition' && title !== undefined) push(terms, title, visit);
  }
  const index = { labels, terms };
  indexes.set(document, index);
  return index;
}

function push(map: Map<string, Visit[]>, key: string, visit: Visit): void {
  const list = map.get(key);
  if (list) list.push(visit);
  else map.set(key, [visit]);
}
