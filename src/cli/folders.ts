import path from 'node:path';
import type { CodeFolders } from './code.ts';
import type { Io } from './io.ts';

/** The options that every command on a code takes. */
export interface CodeOptions {
  readonly in: string;
  readonly appendices: string;
}

/**
 * Where the code is that a command was asked to work on. The folder of documents is called by its path from the root, however it was named,
 * so that the outputs are the same on every machine; one outside the root keeps its name.
 */
export function foldersOf(io: Io, options: CodeOptions): CodeFolders {
  const root = path.resolve(io.cwd, options.in);
  const inside = path.relative(root, path.resolve(root, options.appendices));
  const within = inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside);
  return { root, appendices: within ? inside.split(path.sep).join('/') : options.appendices.replace(/(?<=.)\/+$/, '') };
}
