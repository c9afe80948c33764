import type { Range } from '../model/range.ts';

/** One word of running text. A hyphen divides words, so that `Ad-Hoc` and `Ad Hoc` are the same two; `’s` is left out. */
export interface RunningWord extends Range {
  readonly text: string;
  /** The word in lower case and singular: what two ways of writing it have in common. */
  readonly core: string;
  /** What stands between it and the word before. `break` is anything else: punctuation, a bracket, the start. */
  readonly gap: 'space' | 'hyphen' | 'break';
}

/** Reads a text as words in order. */
export function runningWords(text: string): readonly RunningWord[] {
  const words: RunningWord[] = [];
  let end = -1;
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, end)) {
    let after = start + 1;
    while (after < text.length && isOfWord(text.charCodeAt(after))) after += 1;
    const own = text.slice(start, after);
    if (!isPossessive(text, own, start, end)) {
      words.push({ text: own, core: singular(own).toLowerCase(), gap: gapBefore(text, end, start), start, end: after });
    }
    end = after;
  }
  return words;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isOfWord(text.charCodeAt(at))) at += 1;
  return at;
}

// A digit, a letter of English, or one with an accent (U+00C0 to U+024F). Every character of a code is asked, so that a pattern is too slow.
function isOfWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && code <= 0x24f;
}

/** A word without its plural ending, its case kept: `Policies` gives `Policy`, `CSRs` gives `CSR`, `Process` stays. */
export function singular(word: string): string {
  if (!word.endsWith('s') || word.length < 3 || /(?:s|u|i)s$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|z|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function isPossessive(text: string, word: string, start: number, end: number): boolean {
  return word === 's' && end >= 0 && end === start - 1 && (text[end] === '’' || text[end] === "'");
}

function gapBefore(text: string, end: number, start: number): RunningWord['gap'] {
  if (end < 0) return 'break';
  if (start === end + 1 && text[end] === '-') return 'hyphen';
  for (let at = end; at < start; at += 1) {
    const character = text[at];
    if (character !== ' ' && character !== '\n' && character !== '\t' && character !== '\r') return 'break';
  }
  return 'space';
}
