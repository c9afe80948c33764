import path from 'node:path';
import { amend } from '../amend/amend.ts';
import { makeOptionsPack } from '../amend/make-options-pack.ts';
import { makePack } from '../amend/make-pack.ts';
import { optionsOf } from '../change/choices.ts';
import type { Change } from '../model/change.ts';
import type { Message } from '../model/message.ts';
import type { RenderedFile } from '../model/pack.ts';
import { counted } from '../render/document-name.ts';
import { chosenChanges, once, outputFolder } from './chosen.ts';
import { type Code, type CodeFolders, readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import { type Format, formats } from './format-names.ts';
import { renderOptionsPack, renderPack } from './formats.ts';
import type { ExitCode, Io } from './io.ts';
import { type Progress, startProgress } from './progress.ts';
import { hasErrors, report } from './report.ts';
import { tool } from './tool.ts';
import { visible } from './visible.ts';
import { replaceFolder, whyNotReplaced } from './workspace.ts';

type Options = CodeOptions & {
  readonly changes: readonly string[];
  readonly out: string;
  readonly format?: readonly Format[];
  readonly option?: string;
};

/** The outputs of one change, or why they cannot be made. */
type Made =
  | {
      readonly ok: true;
      readonly folder: string;
      readonly files: readonly RenderedFile[];
      /** Why some of its files are left out. */
      readonly missing: readonly Message[];
    }
  | { readonly ok: false; readonly messages: readonly Message[] };

/**
 * Makes the folder of each change: every output of it, or nothing where any change cannot be carried out. A document that cannot be drawn as a PDF
 * has none, which is told, and all else is made. A change that offers
 * options has a folder in it for each, and the pages that show them side by side; where one is asked for, a folder of its own.
 */
export function redlineCommand(io: Io, options: Options): ExitCode {
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  const chosen = options.option === undefined ? undefined : chosenChanges(code.changes, options.option);
  const problems = [...code.messages, ...(chosen?.messages ?? [])];
  if (hasErrors(problems)) return failed(io, problems);
  const changes = chosen?.changes ?? code.changes;
  const taken = changes.flatMap((change) => whyNotReplaced(placeOf(folders, options, change)) ?? []);
  if (taken.length > 0) {
    io.error(`${visible(taken.join('\n'))}\nNothing was written.\n`);
    return 1;
  }
  if (changes.length === 0) io.out(`There are no changes in ${folders.appendices}/changes.\n`);
  const progress = startProgress(
    io,
    changes.reduce((sum, change) => sum + steps(change, code.documents.size), 0),
  );
  const made = changes.map((change) => makeOutputs(change, code, options.format ?? formats, progress));
  progress.end();
  const messages = once([...problems, ...made.flatMap((result) => (result.ok ? [] : result.messages))]);
  if (hasErrors(messages)) return failed(io, messages);
  const missing = once(made.flatMap((result) => (result.ok ? result.missing : [])));
  report(io, [...messages, ...missing]);
  for (const result of made) {
    if (!result.ok) continue;
    replaceFolder(path.resolve(folders.root, options.out, result.folder), result.files);
    io.out(`${path.posix.join(options.out, result.folder)}: ${counted(result.files.length, 'file')}\n`);
  }
  return hasErrors(missing) ? 1 : 0;
}

function placeOf({ root }: CodeFolders, { out }: Options, change: Change): string {
  return path.resolve(root, out, outputFolder(change));
}

function steps(change: Change, documents: number): number {
  return Math.max(1, optionsOf(change).length) * documents + 1;
}

function makeOutputs(change: Change, code: Code, wanted: readonly Format[], { step, tell }: Progress): Made {
  const folder = outputFolder(change);
  const making = (what: string) => tell(`${folder}, ${what}`);
  const missing: Message[] = [];
  const leaveOut = (message: Message) => missing.push(message);
  if (optionsOf(change).length > 0) {
    const made = makeOptionsPack(change, code.documents, tool, (what) => step(`${change.name}, ${what}`));
    if (!made.ok) return made;
    const files = renderOptionsPack(made.pack, wanted, making, leaveOut);
    step(folder);
    return { ok: true, folder, files, missing };
  }
  const amendment = amend(change, code.documents, (key) => step(`${change.name}, Appendix ${key}`));
  if (!amendment.ok) return amendment;
  const files = renderPack(makePack(amendment, tool), wanted, making, leaveOut);
  step(folder);
  return { ok: true, folder, files, missing };
}

function failed(io: Io, messages: readonly Message[]): ExitCode {
  report(io, messages);
  io.error('Nothing was written.\n');
  return 1;
}
