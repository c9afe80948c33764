import { amend } from './amend/amend.ts';
import { comparisonPack, makePack } from './amend/make-pack.ts';
import { plan as planChange } from './change/plan.ts';
import { readChange } from './change/read-change.ts';
import { checkDocuments } from './check/check-documents.ts';
import { type DeriveOptions, deriveChange } from './derive/derive.ts';
import type { Change } from './model/change.ts';
import type { Document } from './model/document.ts';
import type { Message, Refusal } from './model/message.ts';
import type { Pack } from './model/pack.ts';
import type { Edit } from './model/range.ts';
import type { Redline, Span } from './model/redline.ts';
import { parseDocument } from './source/parse.ts';

/** Source texts by the key of their document: `{ D: '# Appendix D…' }`. */
export type Texts = Readonly<Record<string, string>>;

/** The edits of a change on each text, in order, or every reason why it cannot be carried out. */
export type PlanResult =
  | { readonly ok: true; readonly edits: Readonly<Record<string, readonly Edit[]>> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** The texts after a change and the redline of each document it amends, or every reason why it cannot be carried out. */
export type ApplyResult =
  | {
      readonly ok: true;
      readonly texts: Texts;
      readonly redlines: Readonly<Record<string, Redline>>;
      readonly pack: Pack;
    }
  | { readonly ok: false; readonly refusals: readonly Message[] };

/** What a change file holds, as plain data. Throws one error, whose `messages` carry every problem with its place. */
export function parseChange(text: string, path = 'change.md'): Change {
  return changeOrThrow(readChange(text, path));
}

/**
 * The change that makes one set of texts of another, in the instructions a drafter would have written: carried out on the texts
 * before it gives the texts after, byte for byte where both are in canonical form, else in canonical form. Throws one error,
 * whose `messages` carry every reason, where there is no such change.
 */
export function derive(before: Texts, after: Texts, options: DeriveOptions = {}): Change {
  return changeOrThrow(deriveChange(documentsOf(before), documentsOf(after), options));
}

function changeOrThrow(read: ReturnType<typeof readChange>): Change {
  if (read.ok) return read.change;
  const summary = read.messages.map(({ place, text: said }) => `${place.path}:${place.line}:${place.column}: ${said}`);
  throw Object.assign(new Error(summary.join('\n')), { messages: read.messages });
}

/** Works a change out to edits on the texts, without carrying them out. */
export function plan(change: Change, texts: Texts): PlanResult {
  const planned = planChange(change, documentsOf(texts));
  return planned.ok ? { ok: true, edits: Object.fromEntries(planned.edits) } : planned;
}

/** Carries a change out on the texts: all of it, or none. The texts it does not amend come back as they are. */
export function apply(change: Change, texts: Texts): ApplyResult {
  const amendment = amend(change, documentsOf(texts));
  if (!amendment.ok) return { ok: false, refusals: amendment.messages };
  const after: Record<string, string> = { ...texts };
  const redlines: Record<string, Redline> = {};
  for (const [key, document] of amendment.documents) {
    after[key] = document.after.source;
    redlines[key] = document.redline;
  }
  return { ok: true, texts: after, redlines, pack: makePack(amendment, library) };
}

/** The redline of any two Markdown texts. */
export function compare(before: string, after: string, options: { readonly path?: string } = {}): Redline {
  const [document] = comparePack(before, after, options).documents;
  if (!document) throw new Error('A comparison has one document.');
  return document.redline;
}

/** The redline of any two Markdown texts, as a pack that the renderers take. */
export function comparePack(before: string, after: string, options: { readonly path?: string } = {}): Pack {
  const path = options.path ?? 'document.md';
  return comparisonPack(parseDocument(before, path), parseDocument(after, path), library);
}

/** Both source texts of a redline as one list of pieces, in order and complete. */
export function spans(redline: Redline): readonly Span[] {
  return redline.source;
}

/** What is wrong with documents, and with change files: every finding of every rule, in order of place. */
export function check({
  documents,
  changes = {},
}: {
  readonly documents: Texts;
  readonly changes?: Texts;
}): readonly Message[] {
  const read = Object.entries(changes).map(([path, text]) => readChange(text, path));
  return [
    ...checkDocuments([...documentsOf(documents).values()]),
    ...read.flatMap((result) => (result.ok ? [] : result.messages)),
  ];
}

// The library does not read its own package, so that it runs where there is no file system.
const library = { name: 'sec-redline', version: 'library' };

function documentsOf(texts: Texts): ReadonlyMap<string, Document> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, { ...parseDocument(text, `${key}.md`), key }]));
}
