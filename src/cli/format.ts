import path from 'node:path';
import type { Message } from '../model/message.ts';
import { formatMarkdown } from '../source/format.ts';
import { noDocuments } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { report } from './report.ts';
import { nulProblem, unlessTooDeep } from './source-problems.ts';
import { visible } from './visible.ts';
import { readFiles, readFolder, replaceFile, type SourceFile } from './workspace.ts';

type Options = CodeOptions & { readonly files: readonly string[]; readonly check?: boolean };

/**
 * Puts sources into canonical form in place, or with `check` only tells which are not. A source that cannot be read, or that holds what
 * Markdown cannot keep, is told and left as it is.
 */
export function formatCommand(io: Io, options: Options): ExitCode {
  const folders = foldersOf(io, options);
  const named = options.files.length > 0;
  const root = named ? io.cwd : folders.root;
  const { files, messages } = named ? readFiles(root, options.files) : readFolder(root, folders.appendices);
  const problems: Message[] = [...messages];
  if (!named && files.length === 0 && messages.length === 0) problems.push(noDocuments(folders.appendices));
  let changed = 0;
  for (const file of files) {
    const formatted = canonicalFile(file);
    if ('severity' in formatted) problems.push(formatted);
    else if (formatted.text !== file.text) {
      changed += 1;
      if (!options.check) replaceFile(path.resolve(root, file.path), formatted.text);
      io.out(`${visible(file.path)} ${options.check ? 'is not in canonical form' : 'put into canonical form'}\n`);
    }
  }
  report(io, problems);
  if (options.check && changed > 0) io.error('Run `sec-redline format` to put them into canonical form.\n');
  return problems.length > 0 || (options.check && changed > 0) ? 1 : 0;
}

function canonicalFile(file: SourceFile): SourceFile | Message {
  const [problem] = nulProblem(file);
  return problem ?? unlessTooDeep(file.path, () => ({ path: file.path, text: formatMarkdown(file.text) }));
}
