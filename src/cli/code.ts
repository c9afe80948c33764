import path from 'node:path';
import { readChange } from '../change/read-change.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { unreadable } from './file-problems.ts';
import { hasErrors } from './report.ts';
import { nulProblem, parseFile, textProblems } from './source-problems.ts';
import { isFolder, readFolder } from './workspace.ts';

/** The code in force: its documents by key, the changes proposed to it, and what is wrong with either. */
export interface Code {
  readonly documents: ReadonlyMap<string, Document>;
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
  /** Whether every document could be read as it should be: where one could not, nothing sure can be said of a change. */
  readonly sound: boolean;
}

/** Where a code keeps its texts. */
export interface CodeFolders {
  /** The folder that the others are in: absolute. */
  readonly root: string;
  /** The documents, from the root; the changes are in `changes` in it. */
  readonly appendices: string;
}

/** Reads the documents of a code. A folder without any is refused, and two that declare one letter. */
export function readDocuments(folders: CodeFolders): Pick<Code, 'documents' | 'messages'> {
  const { files, messages } = readFolder(folders.root, folders.appendices);
  const documents = new Map<string, Document>();
  const problems: Message[] = [...messages, ...files.flatMap(textProblems)];
  if (files.length === 0 && messages.length === 0) problems.push(noDocuments(folders.appendices));
  for (const file of files) {
    const document = parseFile(file);
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

/**
 * Reads the changes named, or all where none is named. A name without a file is refused, with the names there are. A code without a folder
 * of changes has none.
 */
export function readChanges(folders: CodeFolders, names: readonly string[]): Pick<Code, 'changes' | 'messages'> {
  const folder = path.posix.join(folders.appendices, 'changes');
  const there = isFolder(path.resolve(folders.root, folder));
  const { files, messages } = there ? readFolder(folders.root, folder) : { files: [], messages: [] };
  const problems: Message[] = [...messages];
  const known = files.map((file) => path.posix.basename(file.path, '.md'));
  for (const name of names.filter((wanted) => !known.includes(wanted)))
    problems.push(unknownChange(folder, name, known));
  const changes: Change[] = [];
  for (const file of files) {
    if (names.length > 0 && !names.includes(path.posix.basename(file.path, '.md'))) continue;
    problems.push(...nulProblem(file));
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
  const sound = !hasErrors(messages);
  // Without the folder of the documents there is none of changes either.
  if (!isFolder(path.resolve(folders.root, folders.appendices))) return { documents, changes: [], messages, sound };
  const read = readChanges(folders, names);
  const astray = sound ? read.changes.flatMap((change) => unknownBaselines(change, documents)) : [];
  const idle = read.changes
    .filter(({ instructions, choices = [] }) => instructions.length + choices.length === 0)
    .map(noInstructions);
  return { documents, changes: read.changes, messages: [...messages, ...read.messages, ...astray, ...idle], sound };
}

// A proposal may be at a stage where nothing is drafted yet; where something is, its headings or numbers are not what they should be.
function noInstructions(change: Change): Message {
  return {
    severity: 'warning',
    rule: 'no-instructions',
    text: `Expected numbered instructions under a heading such as “## Appendix D”, found none: ${change.name} changes nothing.`,
    place: { path: change.path, line: 1, column: 1 },
  };
}

// A letter written wrong would leave the version of that document unguarded.
function unknownBaselines(change: Change, documents: ReadonlyMap<string, Document>): readonly Message[] {
  return Object.keys(change.baseline)
    .filter((key) => !documents.has(key))
    .map((key) => ({
      severity: 'error',
      rule: 'unknown-appendix',
      text: `Expected the baseline to name documents of the code, found “${key}”.`,
      place: { path: change.path, line: 1, column: 1 },
      advice: `The appendices here are ${[...documents.keys()].sort().join(', ')}.`,
    }));
}

/** What is said of a folder that holds no document. */
export function noDocuments(folder: string): Message {
  return unreadable(
    folder,
    'expected Markdown files, whose names end with .md, found none',
    'Put the documents there, or name another folder with --in or --appendices.',
  );
}

/** What is said of a document whose letter another has. */
export function sameLetter(document: Document, taken: Document): Message {
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
