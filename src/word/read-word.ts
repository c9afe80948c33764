import { readFile } from './read/read-file.ts';
import type { WordTold } from './read/told.ts';
import { OtherFile, Unreadable } from './read/unreadable.ts';
import type { WordDocument } from './word-document.ts';

/** How tracked changes are read: as if all were accepted, all rejected, or as they stand. */
export interface ReadOptions {
  readonly revisions: 'accept' | 'reject' | 'both';
}

/** A Word file as data, with what the data does not hold; or why it cannot be read. */
export type WordReading =
  | { readonly ok: true; readonly document: WordDocument; readonly told: readonly WordTold[] }
  | {
      readonly ok: false;
      readonly message: string;
      /** The same as a part of a sentence, without saying that the file cannot be read. */
      readonly reason: string;
    };

export type { WordTold };

/**
 * Reads a Word file (ECMA-376, transitional or strict). The bytes may come from anybody: nothing is fetched, nothing is run, and what is
 * damaged, protected, too large or no Word file is refused with one message. Every character of its text is in the document, or told.
 *
 * Automatic numbers are computed as Word prints them; fields show what they showed last.
 */
export function readWord(bytes: Uint8Array, options: ReadOptions): WordReading {
  try {
    return { ok: true, ...readFile(bytes, options.revisions) };
  } catch (error) {
    if (error instanceof Unreadable) return refusal(error);
    throw error;
  }
}

function refusal(error: Unreadable): WordReading {
  const { message: reason } = error;
  const opening =
    error instanceof OtherFile ? 'Expected a Word file (.docx), found something else' : 'This Word file cannot be read';
  return { ok: false, reason, message: `${opening}: ${reason}.` };
}
