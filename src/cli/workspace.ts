import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Message } from '../model/message.ts';
import type { RenderedFile } from '../model/pack.ts';
import { noFolder, notOpened, notUtf8, tooLarge } from './file-problems.ts';
import { notOurs, otherFiles } from './our-files.ts';

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

/** Reads every Markdown file directly in a folder, in the order of their names by code unit. A link to a file counts as the file. */
export function readFolder(root: string, folder: string): SourceFiles {
  const names = markdownNames(path.resolve(root, folder));
  if (names === undefined) return { files: [], messages: [noFolder(folder)] };
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

// What is called a Markdown file and is none is refused by reading it: passed over, it would be missing and nobody told.
function markdownNames(folder: string): readonly string[] | undefined {
  if (!isFolder(folder)) return undefined;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    .sort();
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
    return size > largest ? refuseSize(name, size, largest) : { path: name, bytes: readFileSync(file) };
  } catch (cause) {
    return notOpened(name, cause);
  }
}

/** The text of a file. Refuses what is too large for one, or not UTF-8. */
export function textOfFile({ path: name, bytes }: FileBytes): SourceFile | Message {
  if (bytes.length > largestText) return refuseSize(name, bytes.length, largestText);
  try {
    return { path: name, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return notUtf8(name, bytes);
  }
}

function refuseSize(name: string, size: number, largest: number): Message {
  return tooLarge(name, largest === largestText ? 'a text' : 'a file', size, largest);
}

/**
 * Why a folder may not be replaced, in one sentence, or undefined where it may: it does not exist, is empty, or holds what this tool made
 * before and nothing else. Anything else is somebody's, and is never taken away.
 */
export function whyNotReplaced(folder: string): string | undefined {
  const found = foreignIn(folder);
  if (found === undefined) return undefined;
  return `Expected ${folder} to be empty or made by this tool, found ${found}. Name another folder with --out.`;
}

function foreignIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!isFolder(folder)) return 'a file';
  const names = readdirSync(folder).sort();
  const manifest = path.join(folder, 'manifest.json');
  if (names.length === 0) return undefined;
  // Only a folder that says it is ours is read to its depth: any other may be the whole of a disk.
  if (!existsSync(manifest)) return otherFiles(names);
  return notOurs(filesUnder(folder), readFileSync(manifest, 'utf8'));
}

/**
 * Puts files into a folder in place of all that was in it: written whole beside it first, then renamed, so that a reader
 * finds the old files or the new ones and never some of each. Refuses a path that leads out of the folder, and a folder that
 * holds other files.
 */
export function replaceFolder(folder: string, files: readonly RenderedFile[]): void {
  const problem = whyNotReplaced(folder);
  if (problem !== undefined) throw new Error(problem);
  writeBeside(folder, (beside) => {
    const [made, old] = [path.join(beside, 'new'), path.join(beside, 'old')];
    for (const file of files) writeInside(made, file);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(made, folder);
  });
}

/** Writes one file: beside it first, then renamed. A link is followed, and what a file allows to whom stays as it is. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  if (isFolder(file)) throw new Error(`Expected a file at ${file}, found a folder. Name a file with --out.`);
  const target = existsSync(file) ? realpathSync(file) : file;
  writeBeside(target, (beside) => {
    const made = path.join(beside, 'new');
    writeFileSync(made, content, { mode: statSync(target, { throwIfNoEntry: false })?.mode ?? 0o666 });
    renameSync(made, target);
  });
}

// A folder of a name that nothing has: what somebody keeps beside the target under any name is left alone.
function writeBeside(target: string, write: (beside: string) => void): void {
  const parent = path.dirname(target);
  makeFolder(parent);
  const beside = mkdtempSync(path.join(parent, '.sec-redline-'));
  try {
    write(beside);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

// One by one from the top: where a file system makes no folders, `recursive` tries without end.
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** Reads back every file under a folder, by path with forward slashes, in order; undefined where there is no such folder. */
export function readOutputs(folder: string): ReadonlyMap<string, Uint8Array> | undefined {
  if (!isFolder(folder)) return undefined;
  const names = filesUnder(folder).filter((name) => existsSync(path.join(folder, name)));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
}

// All that is no folder, links included.
function filesUnder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !isFolder(path.join(entry.parentPath, entry.name)))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function writeInside(folder: string, { path: name, content }: RenderedFile): void {
  const file = path.resolve(folder, name);
  if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error(`The path ${name} leads out of its folder.`);
  makeFolder(path.dirname(file));
  writeFileSync(file, content);
}
