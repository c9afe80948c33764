import path from 'node:path';
import { deriveChange, type RangeReason } from '../derive/derive.ts';
import type { Instruction } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { sameLetter } from './code.ts';
import { commentReasons, tellDerived } from './derive-word.ts';
import { type GivenFiles, readVersions } from './given-files.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { parseFile } from './source-problems.ts';
import { toldTable } from './told-table.ts';
import { replaceFile } from './workspace.ts';

type Options = {
  readonly before: string;
  readonly after: string;
  readonly name?: string;
  readonly title?: string;
  readonly out?: string;
};

/** Derives the instructions that make one version of another, and prints the change or writes it to a file. */
export function deriveCommand(io: Io, { before, after, name, title, out }: Options): ExitCode {
  if (name !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) {
    io.error(`Expected a name of letters, digits, dots and hyphens with --name, as DP101; found “${name}”.\n`);
    return 2;
  }
  if (title !== undefined && title.trim() === '') {
    io.error('Expected the title of the change with --title, found nothing.\n');
    return 2;
  }
  const [one, other] = readVersions(io.cwd, before, after);
  const [read, edited] = [parseFiles(one), parseFiles(other)];
  const messages = [...read.messages, ...edited.messages];
  const versions = hasErrors(messages) ? undefined : documentsOf(read.documents, edited.documents);
  const reasons = versions && reasonsOf(versions[1], other);
  const more = { ...(title !== undefined && { title }), ...(reasons && { reasons }) };
  const derived = versions && deriveChange(...versions, { ...named(name), ...more });
  if (!derived?.ok) {
    report(io, [...messages, ...(derived?.messages ?? [])]);
    return 1;
  }
  const { source, instructions } = derived.change;
  tellWord(io, one, other, instructions);
  if (out === undefined) io.out(source);
  else {
    replaceFile(path.resolve(io.cwd, out), source);
    io.out(`${out}: ${instructions.length === 1 ? '1 instruction' : `${instructions.length} instructions`}\n`);
  }
  return 0;
}

function named(name: string | undefined): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

// A Word file is one document, and its comments are about that.
function reasonsOf(after: Documents, { files: [file] }: GivenFiles): Readonly<Record<string, readonly RangeReason[]>> {
  const [key] = after.keys();
  return file?.word && key !== undefined ? { [key]: commentReasons(file) } : {};
}

function tellWord(
  io: Io,
  { files: [before] }: GivenFiles,
  { files: [after] }: GivenFiles,
  instructions: readonly Instruction[],
): void {
  if (before?.word) io.error(toldTable(before.path, before.word.told));
  if (before && after?.word) io.error(toldTable(after.path, tellDerived(after, before, instructions)));
}

type Documents = ReadonlyMap<string, Document>;

// Two files are versions of one document, whatever they are called; files of folders are paired by what they declare to be.
function documentsOf(one: readonly Document[], other: readonly Document[]): readonly [Documents, Documents] {
  const [first, second] = [one[0], other[0]];
  if (one.length === 1 && other.length === 1 && first && second)
    return [new Map([[first.key, first]]), new Map([[first.key, { ...second, key: first.key }]])];
  return [byKey(one), byKey(other)];
}

interface ParsedFiles {
  readonly documents: readonly Document[];
  readonly messages: readonly Message[];
}

function parseFiles({ files, messages }: GivenFiles): ParsedFiles {
  const parsed = files.map((file) => parseFile(file));
  const documents = parsed.flatMap((result) => ('severity' in result ? [] : [result]));
  const broken = parsed.flatMap((result) => ('severity' in result ? [result] : []));
  return { documents, messages: [...messages, ...broken, ...sameLetters(documents)] };
}

function byKey(documents: readonly Document[]): Documents {
  return new Map(documents.map((document) => [keyOf(document), { ...document, key: keyOf(document) }]));
}

function keyOf({ frontMatter, path: file }: Document): string {
  return frontMatter.appendix ?? path.posix.basename(file);
}

function sameLetters(documents: readonly Document[]): readonly Message[] {
  return documents.flatMap((document, index) => {
    const taken = documents.slice(0, index).find((earlier) => keyOf(earlier) === keyOf(document));
    return taken ? [sameLetter(document, taken)] : [];
  });
}
