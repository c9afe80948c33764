import path from 'node:path';
import { formatMarkdown } from '../source/format.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { report } from './report.ts';
import { readFiles, readFolder, replaceFile } from './workspace.ts';

/** Puts sources into canonical form in place, or with `check` only tells which are not. */
export function formatCommand(
  io: Io,
  options: CodeOptions & { readonly files: readonly string[]; readonly check?: boolean },
): ExitCode {
  const folders = foldersOf(io, options);
  const root = options.files.length > 0 ? io.cwd : folders.root;
  const { files, messages } =
    options.files.length > 0 ? readFiles(root, options.files) : readFolder(root, folders.appendices);
  report(io, messages);
  const changed = files.filter((file) => formatMarkdown(file.text) !== file.text);
  for (const file of changed) {
    if (!options.check) replaceFile(path.resolve(root, file.path), formatMarkdown(file.text));
    io.out(`${file.path} ${options.check ? 'is not in canonical form' : 'put into canonical form'}\n`);
  }
  if (options.check && changed.length > 0) io.error('Run `sec-redline format` to put them into canonical form.\n');
  return messages.length > 0 || (options.check && changed.length > 0) ? 1 : 0;
}
