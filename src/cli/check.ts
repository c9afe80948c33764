import { amend } from '../amend/amend.ts';
import { checkDocuments } from '../check/check-documents.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { changeName, everyOption, once } from './chosen.ts';
import { readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';

type Options = CodeOptions & { readonly changes: readonly string[]; readonly option?: string; readonly json?: boolean };

/**
 * Checks the documents and the changes as they stand, and the documents again as each change would leave them: where it offers
 * options, as the one asked for would, or as each would.
 */
export function checkCommand(io: Io, options: Options): ExitCode {
  const code = readCode(foldersOf(io, options), options.changes);
  const now = checkDocuments([...code.documents.values()]);
  const chosen = everyOption(code.changes, options.option);
  const later = once(chosen.changes.flatMap((change) => checkAfter(change, code.documents, now)));
  const messages = [...code.messages, ...chosen.messages, ...now, ...later];
  if (options.json) io.out(`${JSON.stringify(messages, undefined, 2)}\n`);
  else report(io, messages);
  if (!options.json && messages.length === 0) io.out(clean(code.documents.size, chosen.changes));
  return hasErrors(messages) ? 1 : 0;
}

// Only what a change brings is told of it: what was wrong before is told once, of the text in force.
function checkAfter(
  change: Change,
  documents: ReadonlyMap<string, Document>,
  now: readonly Message[],
): readonly Message[] {
  const amendment = amend(change, documents);
  if (!amendment.ok) return amendment.messages;
  const after = new Map(documents);
  for (const [key, amended] of amendment.documents) after.set(key, amended.after);
  const known = new Set(now.map(sameness));
  return checkDocuments([...after.values()])
    .filter((message) => !known.has(sameness(message)))
    .map((message) => ({ ...message, text: `After ${changeName(change)}: ${message.text}` }));
}

function sameness({ rule, text, place }: Message): string {
  return `${rule}\n${place.path}\n${text}`;
}

function clean(documents: number, changes: readonly Change[]): string {
  const names = changes.map(changeName).join(', ');
  const counted = `${documents} ${documents === 1 ? 'document' : 'documents'}`;
  return `${counted}${names === '' ? '' : `, and as ${names} would leave them`}: no problem found.\n`;
}
