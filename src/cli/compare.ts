import path from 'node:path';
import { comparisonPack } from '../amend/make-pack.ts';
import type { Message } from '../model/message.ts';
import { counted } from '../render/document-name.ts';
import { type Format, formats } from './format-names.ts';
import { renderPack } from './formats.ts';
import { readPair } from './given-files.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { parseFile } from './source-problems.ts';
import { toldTable } from './told-table.ts';
import { tool } from './tool.ts';
import { replaceFolder } from './workspace.ts';

type Options = {
  readonly before: string;
  readonly after: string;
  readonly out?: string;
  readonly format?: readonly Format[];
};

/** Makes the redline of two files, Markdown or Word: every format into a folder, or one printed. */
export function compareCommand(io: Io, options: Options): ExitCode {
  const [before, after] = readPair(io.cwd, options.before, options.after);
  if ('severity' in before || 'severity' in after) {
    report(
      io,
      [before, after].filter((read) => 'severity' in read),
    );
    return 1;
  }
  for (const { path: name, word } of [before, after]) io.error(toldTable(name, word?.told ?? []));
  const [one, other] = [parseFile(before), parseFile(after)];
  if ('severity' in one || 'severity' in other) {
    report(
      io,
      [one, other].filter((read) => 'severity' in read),
    );
    return 1;
  }
  const pack = comparisonPack(one, other, tool);
  const missing: Message[] = [];
  const render = (wanted: readonly Format[]) => renderPack(pack, wanted, undefined, (message) => missing.push(message));
  if (options.out !== undefined) {
    const rendered = render(options.format ?? formats);
    report(io, missing);
    replaceFolder(path.resolve(io.cwd, options.out), rendered);
    io.out(`${options.out}: ${counted(rendered.length, 'file')}\n`);
    return hasErrors(missing) ? 1 : 0;
  }
  const [format = 'md', ...more] = options.format ?? ['md'];
  if (more.length > 0) {
    io.error('Expected one format to print, or --out with a folder for several.\n');
    return 2;
  }
  const printed = render([format]).find((file) => !/^(?:index|manifest)\./.test(file.path));
  report(io, missing);
  if (printed && typeof printed.content !== 'string') {
    io.error(`Expected --out with a folder for ${printed.path}, found none: it is no text to print.\n`);
    return 2;
  }
  if (printed) io.out(printed.content as string);
  return hasErrors(missing) ? 1 : 0;
}
