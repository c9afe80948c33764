import { amend } from '../amend/amend.ts';
import type { Document } from '../model/document.ts';
import { findMentions, type Mention } from '../provision/mentions.ts';
import { readChanges, readDocuments } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';

type Options = CodeOptions & { readonly terms: readonly string[]; readonly change?: string; readonly json?: boolean };

/** Finds the provisions that mention all the terms, in the text in force or after a change. */
export function findCommand(io: Io, options: Options): ExitCode {
  const documents = documentsFor(io, options);
  if (!documents) return 1;
  const terms = options.terms.map((term) => term.replace(/^[“"']|[”"']$/g, ''));
  const mentions = findMentions([...documents.values()], terms);
  if (options.json) {
    io.out(`${JSON.stringify(mentions, undefined, 2)}\n`);
    return 0;
  }
  for (const mention of mentions) {
    const { path, line, column } = mention.place;
    io.out(`${path}:${line}:${column}  ${mention.locator}\n    ${excerpt(mention, documents)}\n`);
  }
  io.out(
    `${mentions.length} ${mentions.length === 1 ? 'provision mentions' : 'provisions mention'} ${terms.map((term) => `“${term}”`).join(' and ')}.\n`,
  );
  return 0;
}

const shown = 160;

// The words around the first mention, as they stand in the source.
function excerpt({ document, start, end, words }: Mention, documents: ReadonlyMap<string, Document>): string {
  const source = documents.get(document)?.source ?? '';
  const from = Math.max(start, Math.min((words[0]?.start ?? start) - shown / 4, end - shown));
  const to = Math.min(end, from + shown);
  const text = source.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > start ? '…' : ''}${text}${to < end ? '…' : ''}`;
}

function documentsFor(io: Io, options: Options): ReadonlyMap<string, Document> | undefined {
  const folders = foldersOf(io, options);
  const { documents, messages } = readDocuments(folders);
  const { changes, messages: problems } =
    options.change === undefined ? { changes: [], messages: [] } : readChanges(folders, [options.change]);
  const all = [...messages, ...problems];
  report(io, all);
  if (hasErrors(all)) return undefined;
  const [change] = changes;
  if (!change) return documents;
  const amendment = amend(change, documents);
  if (!amendment.ok) {
    report(io, amendment.messages);
    return undefined;
  }
  const after = new Map(documents);
  for (const [key, amended] of amendment.documents) after.set(key, amended.after);
  return after;
}
