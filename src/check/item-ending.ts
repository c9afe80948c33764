import type { Range } from '../model/range.ts';
import type { Passage } from '../provision/passages.ts';
import { lastWords } from './closed-words.ts';

/** How an item ends: its punctuation, and the conjunction after or before it. The range is of what is read. */
export interface ItemEnding extends Range {
  /** `;`, `,`, `.`, `:` and so on; empty where it ends with a letter. */
  readonly mark: string;
  readonly conjunction?: 'and' | 'or' | 'but' | 'then';
}

/** Reads how the last words of an item end: `; and` has the mark `;` and the conjunction `and`. */
export function readEnding({ text, start }: Passage): ItemEnding {
  const { words: closed, start: offset } = lastWords(text);
  const word = /[\s,;](and\/or|and|or|but|then),?$/i.exec(closed);
  const before = word ? closed.slice(0, word.index + 1).trimEnd() : closed;
  // What closes a bracket or a quotation stands after the mark of the sentence in it.
  const mark = /[;,.:!?—–](?=[)\]”’"']*$)/.exec(before)?.[0] ?? '';
  const from = mark === '' ? Math.max(0, before.length - 1) : before.length - 1;
  const range = { start: start + offset + from, end: start + offset + closed.length };
  if (!word) return { ...range, mark };
  const written = (word[1] as string).toLowerCase();
  return { ...range, mark, conjunction: written === 'and/or' ? 'or' : (written as 'and') };
}
