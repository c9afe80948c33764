import { amend } from './amend/amend.ts';
import { findConsequences } from './amend/consequences.ts';
import { makeOptionsPack, type OptionsMade } from './amend/make-options-pack.ts';
import { comparisonPack, makePack } from './amend/make-pack.ts';
import { plan as planChange } from './change/plan.ts';
import { readChange } from './change/read-change.ts';
import { checkDocuments } from './check/check-documents.ts';
import { compareDocuments } from './compare/compare-documents.ts';
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

/**
 * Carries a change out on the texts: all of it, or none. The texts it does not amend come back as they are. Of a change that
 * offers options, one must be chosen first: see `chooseOption`.
 */
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

/** Every option of a change carried out by itself on the texts, as a pack that shows them side by side; or every reason why one cannot be. */
export function optionsPack(change: Change, texts: Texts): OptionsMade {
  return makeOptionsPack(change, documentsOf(texts), library);
}

/** The redline of any two Markdown texts. */
export function compare(before: string, after: string, options: { readonly path?: string } = {}): Redline {
  const path = options.path ?? 'document.md';
  return compareDocuments(parseDocument(before, path), parseDocument(after, path));
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

/**
 * What is wrong with documents and with change files: every finding of every rule, in order of place; then, change by change, why it cannot
 * be read or carried out, or what it brings that was not wrong before.
 */
export function check({
  documents,
  changes = {},
}: {
  readonly documents: Texts;
  readonly changes?: Texts;
}): readonly Message[] {
  const code = documentsOf(documents);
  return [
    ...checkDocuments([...code.values()]),
    ...Object.entries(changes).flatMap(([path, text]) => checkChange(readChange(text, path), code)),
  ];
}

function checkChange(read: ReturnType<typeof readChange>, code: ReadonlyMap<string, Document>): readonly Message[] {
  if (!read.ok) return read.messages;
  const amendment = amend(read.change, code);
  if (!amendment.ok) return amendment.messages;
  return findConsequences(code, amendment.documents, read.change).messages;
}

// The library does not read its own package, so that it runs where there is no file system.
const library = { name: 'sec-redline', version: 'library' };

function documentsOf(texts: Texts): ReadonlyMap<string, Document> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, { ...parseDocument(text, `${key}.md`), key }]));
}
