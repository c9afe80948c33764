import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { parseDocument } from '../source/parse.ts';
import type { SourceFile } from './workspace.ts';

/** Parses a file, or says that it nests too deeply: the parser calls itself for each level, and a text made to exhaust it is no law. */
export function parseFile(file: SourceFile): Document | Message {
  return unlessTooDeep(file.path, () => parseDocument(file.text, file.path));
}

/** What reading a text gives, or the message that it nests too deeply. */
export function unlessTooDeep<T>(name: string, read: () => T): T | Message {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return {
      severity: 'error',
      rule: 'nested-too-deeply',
      text: 'Expected a text that nests at most some hundreds of levels deep, found one that nests deeper.',
      place: { path: name, line: 1, column: 1 },
      advice: 'Look for a line of many > or many list markers.',
    };
  }
}

/** What would make a text that looks right and is not, which every output would carry on: a byte order mark, NUL, carriage returns. */
export function textProblems(file: SourceFile): readonly Message[] {
  return [
    ...problemAt(
      file,
      file.text.startsWith('\uFEFF') ? 0 : -1,
      'Expected text, found a byte order mark.',
      'Save the file as UTF-8 without a byte order mark, or run `sec-redline format`.',
    ),
    ...nulProblem(file),
    ...problemAt(
      file,
      file.text.indexOf('\r'),
      'Expected lines that end with a line feed, found a carriage return.',
      'Save the file with Unix line ends, or run `sec-redline format`.',
    ),
  ];
}

/** A NUL character, which no text has, and which Markdown cannot keep. */
export function nulProblem(file: SourceFile): readonly Message[] {
  return problemAt(
    file,
    file.text.indexOf('\0'),
    'Expected text, found a NUL character.',
    'Take it out: the file may not be text, or may be saved as UTF-16.',
  );
}

function problemAt(file: SourceFile, offset: number, text: string, advice: string): readonly Message[] {
  if (offset < 0) return [];
  const lines = file.text.slice(0, offset).split('\n');
  const place = { path: file.path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  return [{ severity: 'error', rule: 'unreadable-character', text, place, advice }];
}
