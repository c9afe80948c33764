import path from 'node:path';
import { importWord, isWordFile } from '../import/import-word.ts';
import type { ImportedComment, Told } from '../import/imported.ts';
import type { Message } from '../model/message.ts';
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
export function readGivenFile(root: string, name: string): GivenFile | Message {
  const file = readBytes(root, name);
  if ('severity' in file) return file;
  if (!isWordFile(file.bytes)) return textOfFile(file);
  const imported = importWord(file.bytes);
  if (!imported.ok) return unreadableWord(name, imported.message);
  const { markdown, told, comments } = imported;
  return { path: name, text: markdown, word: { bytes: file.bytes, told, comments } };
}

/** Why a Word file was refused, as a message. */
export function unreadableWord(name: string, text: string): Message {
  return { severity: 'error', rule: 'unreadable-file', text, place: { path: name, line: 1, column: 1 } };
}

/**
 * The Word file with the front matter of the other version, where only that has one: Word shows none, and nobody who edits there means
 * to take it away. Ranges of comments go with the text.
 */
export function withFrontMatter(file: GivenFile, other: SourceFile): GivenFile {
  if (!file.word || frontMatterOf(file.text) !== '') return file;
  const head = frontMatterOf(other.text).replace(/\r\n?/g, '\n');
  if (head === '') return file;
  const told = [...file.word.told, { what: `no front matter: it is taken from ${other.path}`, where: 'the file' }];
  const comments = file.word.comments.map((comment) => {
    const { range } = comment;
    return range ? { ...comment, range: { start: range.start + head.length, end: range.end + head.length } } : comment;
  });
  return { ...file, text: `${head}${file.text}`, word: { ...file.word, told, comments } };
}

// With its fences and the line end after it.
function frontMatterOf(text: string): string {
  return /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*\r?\n/.exec(text)?.[0].replace(/^\uFEFF/, '') ?? '';
}

/** What one side of a comparison gave: files, and a message for each that cannot be read. */
export interface GivenFiles {
  readonly files: readonly GivenFile[];
  readonly messages: readonly Message[];
}

/** Reads two versions: of each every Markdown file of a folder, or one file of Markdown or Word. */
export function readVersions(root: string, before: string, after: string): readonly [GivenFiles, GivenFiles] {
  const [one, other] = [readVersion(root, before), readVersion(root, after)];
  const [first, second] = [one.files[0], other.files[0]];
  if (!first || !second || one.files.length > 1 || other.files.length > 1) return [one, other];
  return [
    { ...one, files: [withFrontMatter(first, second)] },
    { ...other, files: [withFrontMatter(second, first)] },
  ];
}

function readVersion(root: string, name: string): GivenFiles {
  if (isFolder(path.join(root, name))) return readFolder(root, name);
  const read = readGivenFile(root, name);
  return 'severity' in read ? { files: [], messages: [read] } : { files: [read], messages: [] };
}
