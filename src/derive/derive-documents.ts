import type { Document } from '../model/document.ts';
import { canonical } from './canonical.ts';
import { correspond } from './correspondence.ts';
import { type DocumentDerived, type Drafted, draftDocument } from './derive-document.ts';
import type { Versioned } from './derive-upon.ts';
import { deriveWithStructure } from './derive-with-structure.ts';
import { remembering } from './reading.ts';
import type { Written } from './written.ts';

/** The instructions for each document that changes, by its key; and where the text after is that none could be proved to give. */
export interface DocumentsDerived {
  readonly written: ReadonlyMap<string, readonly Written[]>;
  readonly failures: readonly Failure[];
}

/** A document for which no instructions could be proved. */
export interface Failure {
  readonly before: Document;
  readonly after: Document;
  /** Where in its text after, in canonical form, no instruction could be written. */
  readonly at: number;
}

/** Derives the instructions that make each of some documents of its version before: with structural ones where these cost a reader less. */
export function deriveDocuments(
  before: ReadonlyMap<string, Document>,
  after: ReadonlyMap<string, Document>,
): DocumentsDerived {
  const documents = new Map<string, Versioned>();
  for (const [key, document] of before) {
    const changed = after.get(key);
    if (changed)
      documents.set(key, { before: document, correspondence: correspond(canonical(document), canonical(changed)) });
  }
  const reading = remembering([...documents.values()].map(({ correspondence }) => correspondence.after));
  const drafts = new Map<string, Drafted>();
  const plain = (key: string): Drafted => {
    const { before: document, correspondence } = documents.get(key) as Versioned;
    const drafted = drafts.get(key) ?? remembered(draftDocument(document, correspondence, reading));
    drafts.set(key, drafted);
    return drafted;
  };
  const structured = deriveWithStructure(documents, reading, plain);
  if (structured) return { written: structured, failures: [] };
  const all = [...documents.keys()].map((key) => [key, plain(key).derive()] as const);
  return {
    written: new Map(all.flatMap(([key, derived]) => (derived.ok ? [[key, derived.proposals] as const] : []))),
    failures: all.flatMap(([key, derived]) => {
      const [one, other] = [before.get(key), after.get(key)];
      return derived.ok || !one || !other ? [] : [{ before: one, after: other, at: derived.at }];
    }),
  };
}

function remembered(drafted: Drafted): Drafted {
  let derived: DocumentDerived | undefined;
  let cost: { readonly is: number | undefined } | undefined;
  return {
    cost: () => {
      cost ??= { is: drafted.cost() };
      return cost.is;
    },
    derive: () => {
      derived ??= drafted.derive();
      return derived;
    },
  };
}
