import path from 'node:path';
import type { Amendment } from '../amend/amend.ts';
import { type GivenResult, undeclaredDifferences } from '../amend/undeclared-differences.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { CodeFolders } from './code.ts';
import { parseFile } from './source-problems.ts';
import { isFolder, readFiles, readFolder } from './workspace.ts';

type Carried = Extract<Amendment, { ok: true }>;

/**
 * Holds results that are given, a file or every Markdown file of a folder, against what a change makes of the documents they are of. A document
 * is known by the letter in its front matter, else by the name of its file. In a folder every document that the change amends must be there.
 */
export function checkGiven(folders: CodeFolders, given: string, amendment: Carried): readonly Message[] {
  const whole = isFolder(path.resolve(folders.root, given));
  const { files, messages } = whole ? readFolder(folders.root, given) : readFiles(folders.root, [given]);
  const found: Message[] = [...messages];
  const seen = new Set<string>();
  for (const file of files) {
    const parsed = parseFile(file);
    if ('severity' in parsed) {
      found.push(parsed);
      continue;
    }
    const document = documentOf(parsed, amendment.code);
    if (!document) found.push(unknownResult(file, amendment.code));
    else {
      seen.add(document.key);
      const amended = amendment.documents.get(document.key);
      found.push(...undeclaredDifferences(amendment.change.name, amended?.after ?? document, file, amended));
    }
  }
  if (whole && messages.length === 0) {
    for (const key of amendment.documents.keys())
      if (!seen.has(key)) found.push(missingResult(given, key, amendment.change.name));
  }
  return found;
}

function documentOf(result: Document, code: ReadonlyMap<string, Document>): Document | undefined {
  const own = code.get(result.frontMatter.appendix ?? '');
  const name = path.posix.basename(result.path);
  return own ?? [...code.values()].find((document) => path.posix.basename(document.path) === name);
}

function unknownResult({ path: file }: GivenResult, code: ReadonlyMap<string, Document>): Message {
  return {
    severity: 'error',
    rule: 'unknown-result',
    text: 'Expected the text of a document of the code, found one that says it is none of them.',
    place: { path: file, line: 1, column: 1 },
    advice: `Say in its front matter which it is (${[...code.keys()].join(', ')}), or name the file as the document is.`,
  };
}

function missingResult(folder: string, key: string, change: string): Message {
  return {
    severity: 'error',
    rule: 'missing-result',
    text: `Expected the text of Appendix ${key} after ${change}, found none.`,
    place: { path: folder, line: 1, column: 1 },
    advice: 'Put it there, or name the file of one document.',
  };
}
