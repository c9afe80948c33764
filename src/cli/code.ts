import path from 'node:path';
import { readChange } from '../change/read-change.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { parseDocument } from '../source/parse.ts';
import { readFolder, type SourceFile } from './workspace.ts';

/** The code in force: its documents by key, the changes proposed to it, and what is wrong with either. */
export interface Code {
  readonly documents: ReadonlyMap<string, Document>;
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
}

/** Where a code keeps its texts. */
export interface CodeFolders {
  /** The folder that the others are in: absolute. */
  readonly root: string;
  /** The documents, from the root; the changes are in `changes` in it. */
  readonly appendices: string;
}

/** Reads the documents of a code. Two that declare one letter are refused. */
export function readDocuments(folders: CodeFolders): Pick<Code, 'documents' | 'messages'> {
  const { files, messages } = readFolder(folders.root, folders.appendices);
  const documents = new Map<string, Document>();
  const problems: Message[] = [...messages, ...files.flatMap(textProblems)];
  for (const file of files) {
    const document = parsed(file);
    if ('severity' in document) {
      problems.push(document);
      continue;
    }
    const taken = documents.get(document.key);
    if (taken) problems.push(sameLetter(document, taken));
    else documents.set(document.key, document);
  }
  return { documents, messages: problems };
}

/** Reads the changes named, or all where none is named. A name without a file is refused, with the names there are. */
export function readChanges(folders: CodeFolders, names: readonly string[]): Pick<Code, 'changes' | 'messages'> {
  const folder = path.posix.join(folders.appendices, 'changes');
  const { files, messages } = readFolder(folders.root, folder);
  const problems: Message[] = [...messages];
  const known = files.map((file) => path.posix.basename(file.path, '.md'));
  for (const name of names.filter((wanted) => !known.includes(wanted)))
    problems.push(unknownChange(folder, name, known));
  const changes: Change[] = [];
  for (const file of files) {
    if (names.length > 0 && !names.includes(path.posix.basename(file.path, '.md'))) continue;
    const read = readChange(file.text, file.path);
    if (read.ok) changes.push(read.change);
    else problems.push(...read.messages);
    if (read.ok && read.change.name !== path.posix.basename(file.path, '.md'))
      problems.push(misnamed(file.path, read.change.name));
  }
  return { changes, messages: problems };
}

/** Reads a whole code: its documents and the changes named. */
export function readCode(folders: CodeFolders, names: readonly string[]): Code {
  const { documents, messages } = readDocuments(folders);
  const read = readChanges(folders, names);
  return { documents, changes: read.changes, messages: [...messages, ...read.messages] };
}

// The parser calls itself for each level of nesting, and a text made to exhaust it is no law.
function parsed(file: SourceFile): Document | Message {
  try {
    return parseDocument(file.text, file.path);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return {
      severity: 'error',
      rule: 'nested-too-deeply',
      text: 'Expected a text that nests at most some hundreds of levels deep, found one that nests deeper.',
      place: { path: file.path, line: 1, column: 1 },
      advice: 'Look for a line of many > or many list markers.',
    };
  }
}

// These would make a text that looks right and is not: every output would carry them on.
function textProblems(file: SourceFile): readonly Message[] {
  const found: Message[] = [];
  const say = (offset: number, text: string, advice: string) => {
    const lines = file.text.slice(0, offset).split('\n');
    found.push({
      severity: 'error',
      rule: 'unreadable-character',
      text,
      place: { path: file.path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
      advice,
    });
  };
  if (file.text.startsWith('\uFEFF'))
    say(
      0,
      'Expected text, found a byte order mark.',
      'Save the file as UTF-8 without a byte order mark, or run `sec-redline format`.',
    );
  const nul = file.text.indexOf('\0');
  if (nul >= 0)
    say(
      nul,
      'Expected text, found a NUL character.',
      'Take it out: the file may not be text, or may be saved as UTF-16.',
    );
  const carriageReturn = file.text.indexOf('\r');
  if (carriageReturn >= 0)
    say(
      carriageReturn,
      'Expected lines that end with a line feed, found a carriage return.',
      'Save the file with Unix line ends, or run `sec-redline format`.',
    );
  return found;
}

function sameLetter(document: Document, taken: Document): Message {
  return {
    severity: 'error',
    rule: 'same-appendix-twice',
    text: `Expected one document for Appendix ${document.key}, found two.`,
    place: { path: document.path, line: 1, column: 1 },
    other: { path: taken.path, line: 1, column: 1, text: `appendix: ${document.key}` },
    advice: 'Give each document a letter of its own in its front matter.',
  };
}

function unknownChange(folder: string, name: string, known: readonly string[]): Message {
  return {
    severity: 'error',
    rule: 'unknown-change',
    text: `Expected a change ${name}, found no file ${name}.md.`,
    place: { path: folder, line: 1, column: 1 },
    advice: known.length > 0 ? `The changes there are: ${known.join(', ')}.` : 'There are no changes yet.',
  };
}

function misnamed(file: string, name: string): Message {
  return {
    severity: 'error',
    rule: 'misnamed-change',
    text: `Expected the file of change ${name} to be called ${name}.md.`,
    place: { path: file, line: 1, column: 1 },
    advice: 'Rename the file, or correct `change:` in its front matter.',
  };
}
