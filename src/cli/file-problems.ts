import type { Message } from '../model/message.ts';

/** A file that cannot be read, as a message: what was expected of it, and what to do. */
export function unreadable(name: string, text: string, advice: string): Message {
  return {
    severity: 'error',
    rule: 'unreadable-file',
    text: `${text}.`,
    place: { path: name, line: 1, column: 1 },
    advice,
  };
}

/** A folder that is not there. */
export function noFolder(folder: string): Message {
  return unreadable(
    folder,
    `expected a folder ${folder}, found none`,
    'Run the command in the folder that holds it, or name that folder with --in.',
  );
}

/** Why a file could not be opened, after what the system said. */
export function notOpened(name: string, cause: unknown): Message {
  const code = systemCode(cause) ?? 'unknown cause';
  if (code === 'ENOENT') return unreadable(name, 'expected this file, found none', 'Check the name.');
  if (code === 'EISDIR') return unreadable(name, 'expected a file, found a folder', 'Name a file that is in it.');
  return unreadable(name, `cannot be read (${code})`, 'Check the name and that you may read it.');
}

/** A file of more bytes than `largest`. */
export function tooLarge(name: string, what: string, size: number, largest: number): Message {
  const [most, found] = [largest, size].map((bytes) => Math.ceil(bytes / 1048576));
  return unreadable(
    name,
    `expected ${what} of at most ${most} MB, found ${found} MB`,
    'Split it, or check that it is the right file.',
  );
}

/** Bytes that are not UTF-8, at the first that is none. */
export function notUtf8(name: string, bytes: Uint8Array): Message {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const before = lossy.slice(0, Math.max(0, lossy.indexOf('\uFFFD'))).split('\n');
  return {
    ...unreadable(name, 'expected UTF-8 text, found bytes that are not', 'Save the file as UTF-8.'),
    place: { path: name, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  };
}

/**
 * What went wrong with a file while writing, in one sentence, from what the system threw; undefined for anything else that was thrown.
 */
export function writingProblem(cause: unknown): string | undefined {
  const code = systemCode(cause);
  if (code === undefined) return undefined;
  const { path = 'the output', dest = path } = cause as NodeJS.ErrnoException & { readonly dest?: string };
  // Where the hidden folder cannot be made, it is the place beside it that matters.
  const place = dest.replace(/[\\/]\.sec-redline-.*$/s, '');
  const why = reasons[code] ?? 'the system refused it';
  return `Expected to be able to write ${place}, found that ${why} (${code}). Nothing more was written.`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing may be written there',
  ENOENT: 'the place does not exist',
  ENOSPC: 'there is no room left',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where the file should be',
  ENAMETOOLONG: 'the name is too long',
};

function systemCode(cause: unknown): string | undefined {
  const { code, syscall } = (cause ?? {}) as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof syscall === 'string' ? code : undefined;
}
