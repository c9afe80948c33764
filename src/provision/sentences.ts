import type { Range } from '../model/range.ts';

/** The sentences of a run of words, or the first place where it is not plain whether one ends. */
export type SentencesRead =
  | { readonly type: 'sentences'; readonly sentences: readonly Range[] }
  | { readonly type: 'unclear'; readonly at: Range };

// What may follow a full stop before the space: the end of a quotation, of brackets, of emphasis, the call of a footnote.
const stop = /[.!?]+[”’"')\]*_\uFFFC]*(?=\s|$)/gu;
const opening = /^\s+[“‘"'([*_]*[\p{Lu}\p{N}]/u;
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:\p{L}|e\.g|i\.e|etc|No|Nos|Mr|Mrs|Ms|Dr|Ltd|plc|para|paras|art|reg|cf|vs|viz|ibid|St|Inc|Co)\.$/iu;

/**
 * Parts words into sentences. One ends at a full stop, question mark or exclamation mark before a space and a capital
 * letter or a figure, or at the end. Where that is not plain (an abbreviation such as “e.g.”, a stop before a small
 * letter, words that do not end with a stop) it says so and guesses nothing. The ranges are of the text given.
 */
export function readSentences(text: string): SentencesRead {
  const sentences: Range[] = [];
  let start = 0;
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 12);
    const upTo = text.slice(Math.max(0, match.index - 12), match.index + 1);
    const last = rest.trim() === '' && end + rest.length >= text.length;
    if (!last && (!opening.test(rest) || abbreviation.test(upTo)))
      return { type: 'unclear', at: { start: match.index, end } };
    sentences.push({ start, end });
    start = end + (/^\s*/.exec(rest)?.[0].length ?? 0);
  }
  if (start < text.length) return { type: 'unclear', at: { start, end: text.length } };
  return { type: 'sentences', sentences };
}
