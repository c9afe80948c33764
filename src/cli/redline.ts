import path from 'node:path';
import { amend } from '../amend/amend.ts';
import { makePack } from '../amend/make-pack.ts';
import type { Message } from '../model/message.ts';
import { readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import { type Format, formats, renderPack } from './formats.ts';
import type { ExitCode, Io } from './io.ts';
import { startProgress } from './progress.ts';
import { hasErrors, report } from './report.ts';
import { tool } from './tool.ts';
import { replaceFolder } from './workspace.ts';

type Options = CodeOptions & {
  readonly changes: readonly string[];
  readonly out: string;
  readonly format?: readonly Format[];
};

/** Makes the folder of each change: every output of it, or nothing where any change cannot be carried out. */
export function redlineCommand(io: Io, options: Options): ExitCode {
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  if (hasErrors(code.messages)) return failed(io, code.messages);
  const progress = startProgress(io, code.changes.length * (code.documents.size + 1));
  const messages: Message[] = [...code.messages];
  const made = code.changes.map((change) => {
    const amendment = amend(change, code.documents, (key) => progress.step(`${change.name}, Appendix ${key}`));
    if (!amendment.ok) {
      messages.push(...amendment.messages);
      return undefined;
    }
    const files = renderPack(makePack(amendment, tool), options.format ?? formats);
    progress.step(change.name);
    return { change, files };
  });
  progress.end();
  if (hasErrors(messages)) return failed(io, messages);
  report(io, messages);
  for (const entry of made) {
    if (!entry) continue;
    replaceFolder(path.join(path.resolve(folders.root, options.out), entry.change.name), entry.files);
    io.out(`${path.posix.join(options.out, entry.change.name)}: ${entry.files.length} files\n`);
  }
  return 0;
}

function failed(io: Io, messages: readonly Message[]): ExitCode {
  report(io, messages);
  io.error('Nothing was written.\n');
  return 1;
}
