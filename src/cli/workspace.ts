import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../model/message.ts';
import type { RenderedFile } from '../model/pack.ts';

/** A source file as read: its text, and the path it is called by in messages and outputs, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What reading gave: files, and a message for each that cannot be read. */
export interface SourceFiles {
  readonly files: readonly SourceFile[];
  readonly messages: readonly Message[];
}

/** No appendix comes near this; a larger file is a mistake, and would exhaust the memory. */
const largestText = 8 * 1024 * 1024;

/** A Word file with pictures in it may well be larger than any text. */
const largestFile = 256 * 1024 * 1024;

/** Reads every Markdown file directly in a folder, in the order of their names by code unit. */
export function readFolder(root: string, folder: string): SourceFiles {
  const names = markdownNames(path.join(root, folder));
  if (names === undefined) {
    return {
      files: [],
      messages: [
        unreadable(
          folder,
          `expected a folder ${folder}, found none`,
          'Run the command in the folder that holds it, or name that folder with --in.',
        ),
      ],
    };
  }
  return readFiles(
    root,
    names.map((name) => path.posix.join(folder.split(path.sep).join('/'), name)),
  );
}

/** Whether a path is that of a folder; false where nothing is there. */
export function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Reads files named by their path from the root. Refuses what is missing, too large, or not UTF-8 text. */
export function readFiles(root: string, names: readonly string[]): SourceFiles {
  const files: SourceFile[] = [];
  const messages: Message[] = [];
  for (const name of names) {
    const bytes = readBytes(root, name, largestText);
    const result = 'severity' in bytes ? bytes : textOfFile(bytes);
    if ('severity' in result) messages.push(result);
    else files.push(result);
  }
  return { files, messages };
}

function markdownNames(folder: string): readonly string[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return undefined;
  }
}

/** A file as its bytes. */
export interface FileBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads one file named by its path from the root, whatever it holds. Refuses what is missing or too large. */
export function readBytes(root: string, name: string, largest = largestFile): FileBytes | Message {
  const file = path.resolve(root, name);
  try {
    const { size } = statSync(file);
    return size > largest ? tooLarge(name, size, largest) : { path: name, bytes: readFileSync(file) };
  } catch (cause) {
    const { code = 'unknown cause' } = cause as NodeJS.ErrnoException;
    return unreadable(
      name,
      code === 'ENOENT' ? 'expected this file, found none' : `cannot be read (${code})`,
      'Check the name and that you may read it.',
    );
  }
}

/** The text of a file. Refuses what is too large for one, or not UTF-8. */
export function textOfFile({ path: name, bytes }: FileBytes): SourceFile | Message {
  if (bytes.length > largestText) return tooLarge(name, bytes.length, largestText);
  try {
    return { path: name, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return {
      ...unreadable(name, 'expected UTF-8 text, found bytes that are not', 'Save the file as UTF-8.'),
      place: placeOfInvalid(bytes, name),
    };
  }
}

function tooLarge(name: string, size: number, largest: number): Message {
  const [most, found] = [largest, size].map((bytes) => Math.ceil(bytes / 1048576));
  const what = largest === largestText ? 'a text' : 'a file';
  return unreadable(
    name,
    `expected ${what} of at most ${most} MB, found ${found} MB`,
    'Split it, or check that it is the right file.',
  );
}

function placeOfInvalid(bytes: Uint8Array, name: string): Message['place'] {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const before = lossy.slice(0, Math.max(0, lossy.indexOf('\uFFFD'))).split('\n');
  return { path: name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function unreadable(name: string, text: string, advice: string): Message {
  return {
    severity: 'error',
    rule: 'unreadable-file',
    text: `${text}.`,
    place: { path: name, line: 1, column: 1 },
    advice,
  };
}

/**
 * Whether a folder may be replaced: it does not exist, is empty, or holds what this tool made before (its manifest is there).
 * Anything else is somebody's, and is never taken away.
 */
export function mayReplace(folder: string): boolean {
  if (!exists(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  return readdirSync(folder).length === 0 || exists(path.join(folder, 'manifest.json'));
}

/**
 * Puts files into a folder in place of all that was in it: written whole beside it first, then renamed, so that a reader
 * finds the old files or the new ones and never some of each. Refuses a path that leads out of the folder, and a folder that
 * `mayReplace` does not allow.
 */
export function replaceFolder(folder: string, files: readonly RenderedFile[]): void {
  if (!mayReplace(folder))
    throw new Error(
      `Expected ${folder} to be empty or made by this tool, found other files. Name another folder with --out.`,
    );
  const beside = `${folder}.partial`;
  const old = `${folder}.old`;
  rmSync(beside, { recursive: true, force: true });
  for (const file of files) writeInside(beside, file);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  if (exists(folder)) renameSync(folder, old);
  renameSync(beside, folder);
  rmSync(old, { recursive: true, force: true });
}

/** Writes one file: beside it first, then renamed. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, content);
  renameSync(`${file}.partial`, file);
}

/** Reads back every file under a folder, by path with forward slashes, in order; undefined where there is no such folder. */
export function readOutputs(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!exists(folder)) return undefined;
  const names = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => name.split(path.sep).join('/'))
    .sort();
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

function writeInside(folder: string, { path: name, content }: RenderedFile): void {
  const file = path.resolve(folder, name);
  if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error(`The path ${name} leads out of its folder.`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function exists(file: string): boolean {
  try {
    statSync(file);
    return true;
  } catch {
    return false;
  }
}
