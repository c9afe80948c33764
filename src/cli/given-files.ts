import path from 'node:path';
import { importWord, isWordFile } from '../import/import-word.ts';
import type { ImportedComment, Told } from '../import/imported.ts';
import type { Message } from '../model/message.ts';
import { unreadable } from './file-problems.ts';
import { nulProblem } from './source-problems.ts';
import { isFolder, readBytes, readFolder, type SourceFile, textOfFile } from './workspace.ts';

/** A file that was given as a version of a document: Markdown as it is, or Word turned into Markdown. */
export interface GivenFile extends SourceFile {
  /** Of a Word file: what became of it besides the text. */
  readonly word?: {
    readonly bytes: Uint8Array;
    readonly told: readonly Told[];
    readonly comments: readonly ImportedComment[];
  };
}

/** Reads a file that may be Markdown or Word: what it holds says which, not what it is called. */
function readGivenFile(root: string, name: string): GivenFile | Message {
  const file = readBytes(root, name);
  if ('severity' in file) return file;
  if (isWordFile(file.bytes)) return importGiven(name, file.bytes);
  if (file.bytes.length === 0 && /\.docx?$/i.test(name)) return emptyWord(name);
  const text = textOfFile(file);
  if ('severity' in text) return text;
  const [problem] = nulProblem(text);
  return problem ?? text;
}

// As a text it would be one in which everything is deleted, and a download that was cut off looks like this.
function emptyWord(name: string): Message {
  return unreadable(name, 'expected a Word file, found an empty file', 'Get the file again.');
}

function importGiven(name: string, bytes: Uint8Array, base?: string): GivenFile | Message {
  const imported = importWord(bytes, { ...(base !== undefined && { base }) });
  if (!imported.ok) return unreadableWord(name, imported.message);
  const { markdown, told, comments } = imported;
  return { path: name, text: markdown, word: { bytes, told, comments } };
}

/** Why a Word file was refused, as a message. */
export function unreadableWord(name: string, text: string): Message {
  return { severity: 'error', rule: 'unreadable-file', text, place: { path: name, line: 1, column: 1 } };
}

/** Reads two files, each Markdown or Word; a Word file takes what Word has no form for from the other. */
export function readPair(
  root: string,
  before: string,
  after: string,
): readonly [GivenFile | Message, GivenFile | Message] {
  const [one, other] = [readGivenFile(root, before), readGivenFile(root, after)];
  if ('severity' in one || 'severity' in other) return [one, other];
  // Of two Word files the later takes from the earlier, so that neither differs by form alone.
  if (other.word) return [one, importGiven(after, other.word.bytes, one.text)];
  return one.word ? [importGiven(before, one.word.bytes, other.text), other] : [one, other];
}

/** What one side of a comparison gave: files, and a message for each that cannot be read. */
export interface GivenFiles {
  readonly files: readonly GivenFile[];
  readonly messages: readonly Message[];
}

/** Reads two versions: of each every Markdown file of a folder, or one file of Markdown or Word. */
export function readVersions(root: string, before: string, after: string): readonly [GivenFiles, GivenFiles] {
  if ([before, after].every((name) => !isFolder(path.resolve(root, name)))) {
    const [one, other] = readPair(root, before, after);
    return [filesOf(one), filesOf(other)];
  }
  return [readVersion(root, before), readVersion(root, after)];
}

function readVersion(root: string, name: string): GivenFiles {
  return isFolder(path.resolve(root, name)) ? readFolder(root, name) : filesOf(readGivenFile(root, name));
}

function filesOf(read: GivenFile | Message): GivenFiles {
  return 'severity' in read ? { files: [], messages: [read] } : { files: [read], messages: [] };
}
