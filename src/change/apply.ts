import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { parseDocument } from '../source/parse.ts';
import type { Applied } from './applied.ts';
import { plan } from './plan.ts';
import { resultRefusals } from './result-refusals.ts';
import { splice } from './splice.ts';

/** The documents a change amends, by key, in the order of the keys given; or every reason why it cannot be carried out. */
export type Application =
  | { readonly ok: true; readonly documents: ReadonlyMap<string, Applied> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads a text as a document, exactly as `parseDocument` does. */
export type ReadDocument = typeof parseDocument;

/**
 * Carries a change out: plans it, splices the edits into the base texts, reads the results again, and holds them against what
 * the instructions meant. All of the change is carried out, or none of it. `read` reads the results: one that remembers what it has read
 * saves the parse of a text made before.
 */
export function applyChange(
  change: Change,
  documents: ReadonlyMap<string, Document>,
  read: ReadDocument = parseDocument,
): Application {
  const planned = plan(change, documents);
  if (!planned.ok) return planned;
  const applied = new Map<string, Applied>();
  const refusals: Refusal[] = [];
  for (const [key, before] of documents) {
    const edits = planned.edits.get(key);
    if (!edits || edits.length === 0) continue;
    const after = read(splice(before.source, edits), before.path);
    refusals.push(...resultRefusals(change, { before, after, edits }));
    applied.set(key, { before, after, edits });
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, documents: applied };
}
