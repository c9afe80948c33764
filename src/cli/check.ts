import { amend } from '../amend/amend.ts';
import { findConsequences } from '../amend/consequences.ts';
import { changeName } from '../change/choices.ts';
import { findIn, messageOf } from '../check/check-documents.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { type CheckReport, checkJson, consequenceLines } from './check-report.ts';
import { chosenChanges, everyOption, once } from './chosen.ts';
import { type CodeFolders, readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import { checkGiven } from './given-results.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { sarifLog } from './sarif.ts';
import { tool } from './tool.ts';

type Options = CodeOptions & {
  readonly changes: readonly string[];
  readonly option?: string;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly result?: string;
};

/**
 * Checks the documents and the changes as they stand, and what each change makes untrue elsewhere: where it offers options, as the
 * one asked for would, or as each would. With a result that is given, also that it is what the one change named gives, and nothing else.
 */
export function checkCommand(io: Io, options: Options): ExitCode {
  if (options.result !== undefined && options.changes.length !== 1) {
    io.error('Expected the name of one change with --result, as in `sec-redline check DP074 --result edited`.\n');
    return 2;
  }
  if (options.json && options.sarif) {
    io.error('Expected --json or --sarif, found both: only one can be printed.\n');
    return 2;
  }
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  const now = findIn([...code.documents.values()]);
  // A result that is given is that of one option.
  const choose = options.result === undefined ? everyOption : chosenChanges;
  const chosen = choose(code.changes, options.option);
  const later = (code.sound ? chosen.changes : []).map((change) =>
    checkAfter(change, code.documents, folders, options.result),
  );
  const brought = once([...chosen.messages, ...later.flatMap(({ messages }) => messages)]);
  const found: CheckReport = {
    tool,
    findings: [...code.messages, ...unlessTold(now.found.map(messageOf), code.messages), ...brought],
    silenced: now.silenced.map((each) => ({ ...messageOf(each), reason: each.reason })),
    changes: later.flatMap(({ carried }) => carried ?? []),
  };
  give(io, options, found, code.documents.size);
  return hasErrors(found.findings) ? 1 : 0;
}

// What stops the reading of a text is found by a rule as well, at the same place.
function unlessTold(found: readonly Message[], told: readonly Message[]): readonly Message[] {
  const placed = ({ rule, place }: Message) => `${rule} ${place.path} ${place.line} ${place.column}`;
  const known = new Set(told.map(placed));
  return found.filter((message) => !known.has(placed(message)));
}

function give(io: Io, { json, sarif }: Options, found: CheckReport, documents: number): void {
  if (sarif) io.out(`${JSON.stringify(sarifLog(found), undefined, 2)}\n`);
  else if (json) io.out(`${JSON.stringify(checkJson(found), undefined, 2)}\n`);
  else {
    report(io, found.findings);
    for (const change of found.changes) io.out(consequenceLines(change));
    if (found.findings.length === 0) io.out(clean(documents, found.changes));
  }
}

interface CheckedAfter {
  readonly messages: readonly Message[];
  readonly carried?: CheckReport['changes'][number];
}

// Only what a change brings is told of it: what was wrong before is told once, of the text in force.
function checkAfter(
  change: Change,
  documents: ReadonlyMap<string, Document>,
  folders: CodeFolders,
  result: string | undefined,
): CheckedAfter {
  const amendment = amend(change, documents);
  if (!amendment.ok) return { messages: amendment.messages };
  const { consequences, messages } = findConsequences(documents, amendment.documents, change);
  const given = result === undefined ? [] : checkGiven(folders, result, amendment);
  const pack = { type: 'pack' as const, tool, change, documents: [], consequences };
  return { messages: [...messages, ...given], carried: { pack, consequences } };
}

function clean(documents: number, changes: CheckReport['changes']): string {
  const names = changes.flatMap(({ pack }) => (pack.change ? [changeName(pack.change)] : [])).join('; ');
  const counted = `${documents} ${documents === 1 ? 'document' : 'documents'}`;
  return `${counted}${names === '' ? '' : `, and as ${names} would leave them`}: no problem found.\n`;
}
