import type { Range } from '../model/range.ts';
import type { Problem } from './problem.ts';

/** `Option A:` at the beginning of a paragraph: its letter, and where the words after it are. */
export interface OptionMark {
  readonly letter: string;
  readonly rest: Range;
}

const mark = /^options?[ \t]+([A-Za-z])[ \t]*(?:[:—–]|--?)\s*/i;

/** Whether a paragraph begins as an option does, whether or not it can be read as one. */
export function opensOption(source: string, { start }: Range): boolean {
  return /^options?\b/i.test(source.slice(start, start + 8));
}

/** Reads `Option A:`, in any case of letters, with a dash for the colon or not. Undefined where a paragraph does not begin so. */
export function readOptionMark(source: string, { start, end }: Range): OptionMark | undefined {
  const found = mark.exec(source.slice(start, Math.min(end, start + 200)));
  const letter = found?.[1];
  return found && letter ? { letter: letter.toUpperCase(), rest: { start: start + found[0].length, end } } : undefined;
}

/** What to say of a paragraph that begins as an option does and is none. */
export function optionMarkProblem(source: string, { start, end }: Range): Problem {
  const found = source.slice(start, Math.min(end, start + 24)).split(/[\r\n]/, 1)[0] ?? '';
  return {
    start,
    end: Math.min(end, start + found.length),
    rule: 'option-syntax',
    text: `Expected an option with its letter and a colon, as “Option A:”, found “${found.trim()}”.`,
    advice: optionExample,
  };
}

/** The letter of an option by its place, from 0. */
export function optionLetter(index: number): string {
  return String.fromCodePoint('A'.charCodeAt(0) + Math.min(index, 25));
}

/** How options are written. */
export const optionExample =
  'Say for example: “4. Option A: In paragraph 5.1.2, omit “X”.”, then, each after an empty line and indented as the first, “Option B: No change.” and “Reason: …”.';
