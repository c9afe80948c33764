import type { Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { countWords } from './correspondence.ts';

/** An instruction as it will be given, and the parts of the text after that it makes. */
export interface Written {
  readonly operation: Operation;
  readonly after: Range;
  /** Further parts of the text after that it makes, in other places. */
  readonly more?: readonly Range[];
}

/** How many words an instruction quotes or puts in. */
export function quotedWords(operation: Operation): number {
  const texts = ['words', 'replacement', 'anchor', 'content', 'leaving'].map(
    (field) => (operation as unknown as Readonly<Record<string, unknown>>)[field],
  );
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? countWords(text) : 0), 0);
}

/** What an instruction costs a reader besides the words in it. */
export const costOfOne = 6;

/** What instructions cost a reader: the words in them, and each of them. */
export function costOf(written: readonly Pick<Written, 'operation'>[]): number {
  return written.reduce((sum, { operation }) => sum + quotedWords(operation) + costOfOne, 0);
}
