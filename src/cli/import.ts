import path from 'node:path';
import { type ImportOptions, importWord } from '../import/import-word.ts';
import type { ImportedComment, Told } from '../import/imported.ts';
import { placeOf } from '../source/place.ts';
import { unreadableWord } from './given-files.ts';
import type { ExitCode, Io } from './io.ts';
import { report } from './report.ts';
import { toldTable } from './told-table.ts';
import { readBytes, replaceFile } from './workspace.ts';

type Options = ImportOptions & { readonly file: string; readonly out?: string };

/** Turns a Word file into Markdown, printed or written to a file; what cannot be carried is told on standard error. */
export function importCommand(io: Io, { file, out, revisions }: Options): ExitCode {
  const read = readBytes(io.cwd, file);
  if ('severity' in read) {
    report(io, [read]);
    return 1;
  }
  const imported = importWord(read.bytes, { ...(revisions && { revisions }) });
  if (!imported.ok) {
    report(io, [unreadableWord(file, imported.message)]);
    return 1;
  }
  const { markdown, told, comments } = imported;
  if (out === undefined) io.out(markdown);
  else {
    replaceFile(path.resolve(io.cwd, out), markdown);
    io.out(`${out}\n`);
  }
  io.error(toldTable(file, [...told, ...comments.map((comment) => tellComment(comment, markdown, out ?? file))]));
  return 0;
}

/** A comment as something told, at its place in the text. */
export function tellComment({ author, text, range }: ImportedComment, markdown: string, name: string): Told {
  const what = `a comment${author === '' ? '' : ` by ${author}`}`;
  if (!range) return { what, where: 'the file', text };
  const { line, column } = placeOf(markdown, name, range);
  return { what, where: `line ${line}, column ${column} of the Markdown`, text };
}
