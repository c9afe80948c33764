import path from 'node:path';
import type { CodeFolders } from './code.ts';
import type { Io } from './io.ts';

/** The options that every command on a code takes. */
export interface CodeOptions {
  readonly in: string;
  readonly appendices: string;
}

/** Where the code is that a command was asked to work on. */
export function foldersOf(io: Io, options: CodeOptions): CodeFolders {
  return { root: path.resolve(io.cwd, options.in), appendices: options.appendices.replace(/\/+$/, '') };
}
