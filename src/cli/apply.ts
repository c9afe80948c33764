import path from 'node:path';
import { applyTogether } from '../change/apply-together.ts';
import type { Document } from '../model/document.ts';
import { chosenChanges } from './chosen.ts';
import { readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { replaceFile } from './workspace.ts';

type Options = CodeOptions & {
  readonly changes: readonly string[];
  readonly out?: string;
  readonly document?: string;
  readonly option?: string;
};

/** Gives the clean text after changes, together: into a folder, or printed; where one document is asked for, that one alone. Where options are offered, one must be chosen. */
export function applyCommand(io: Io, options: Options): ExitCode {
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  const chosen = chosenChanges(code.changes, options.option);
  const messages = [...code.messages, ...chosen.messages];
  report(io, messages);
  if (hasErrors(messages)) return 1;
  const applied = applyTogether(chosen.changes, code.documents);
  if (applied.ok) return give(io, options, applied.documents);
  report(io, applied.messages);
  return 1;
}

function give(io: Io, options: Options, documents: ReadonlyMap<string, Document>): ExitCode {
  const amended = [...documents.keys()].sort();
  const asked = options.document === undefined || documents.has(options.document);
  if (options.out !== undefined && asked) {
    for (const key of options.document === undefined ? amended : [options.document]) {
      const document = documents.get(key);
      if (!document) continue;
      replaceFile(path.resolve(io.cwd, options.out, path.posix.basename(document.path)), document.source);
      io.out(`${path.posix.join(options.out, path.posix.basename(document.path))}\n`);
    }
    return 0;
  }
  const wanted = options.document ?? (amended.length === 1 ? amended[0] : undefined);
  const document = wanted === undefined ? undefined : documents.get(wanted);
  if (document) {
    io.out(document.source);
    return 0;
  }
  io.error(
    wanted === undefined
      ? `Expected --out with a folder, or --document with one of ${amended.join(', ')}.\n`
      : `Expected one of ${amended.join(', ')} with --document, found ${wanted}.\n`,
  );
  return 2;
}
