import type { Range } from '../model/range.ts';

/** What a piece of inline text is. `label` also stands for numbers and citations, `quoted` for short quotations. */
export type WordType = 'space' | 'label' | 'quoted' | 'word' | 'punctuation';

/** A piece of inline text that is never cut. */
export interface Word extends Range {
  readonly type: WordType;
}

const letter = String.raw`[\p{L}\p{M}\p{N}_]`;
const bracketed = String.raw`\((?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]{1,2}|\d{1,3}[A-Z]?)\)`;
const number = String.raw`[A-Z]{0,2}\d+(?:[.,:]\d+[A-Z]{0,2})*[A-Z]{0,2}`;
const unit = `(?:Working Days?|days?|weeks?|months?|years?|hours?|minutes?|seconds?|ms|s|bytes?|[KMG]B|characters?)`;
const wordEnd = `(?!${letter}|[-'’]${letter})`;

const space = String.raw`[ \t]*[\r\n][ \t\r\n>]*|\s+`;
const quoted = String.raw`“[^“”\r\n]{1,40}”|‘[^‘’\r\n]{1,40}’(?!${letter})|"(?! )[^"\r\n]{0,38}[^" \r\n]"`;
const label = String.raw`${number}(?:[a-z]\)|(?:${bracketed})+|%|[ \u00A0]${unit})?${wordEnd}|(?:${bracketed})+`;
const word = String.raw`${letter}+(?:['’\u2011-]${letter}+)*`;
const punctuation = String.raw`\\[!-/:-@[-\x60{-~]|&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z0-9]{1,31});|[^]`;

const pattern = new RegExp(`(${space})|(${quoted})|(${label})|(${word})|(${punctuation})`, 'uy');
const opening = /(?:\d+(?:\.\d+)*[A-Z]{0,2}\.|[A-Za-z]{1,2}[.)]|[ivxlc]{1,6}[.)])(?=\s)/uy;
const types: readonly WordType[] = ['space', 'quoted', 'label', 'word', 'punctuation'];

/**
 * Cuts a range of inline text into words: runs of white space (with the `>` of a quotation's next line), labels and
 * citations (`5.5.2(b)(i)`), numbers with their units, short quotations, words; every other character by itself, an escape
 * or a character reference whole. `opens`: the range opens its block, so that `i.` and `2.1.` are labels.
 */
export function scanWords(source: string, range: Range, opens: boolean): readonly Word[] {
  const words: Word[] = [];
  const text = source.slice(range.start, range.end);
  let at = 0;
  if (opens) {
    opening.lastIndex = 0;
    at = opening.exec(text)?.[0].length ?? 0;
    if (at > 0) words.push({ type: 'label', start: range.start, end: range.start + at });
  }
  while (at < text.length) {
    const plain = plainEnd(text, at);
    if (plain > at) {
      words.push({ type: text[at] === ' ' ? 'space' : 'word', start: range.start + at, end: range.start + plain });
      at = plain;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const length = match?.[0].length ?? 1;
    const group = match ? types.findIndex((_, index) => match[index + 1] !== undefined) : -1;
    words.push({ type: types[group] ?? 'punctuation', start: range.start + at, end: range.start + at + length });
    at += length;
  }
  return words;
}

// Most text is words of plain letters with a space between: these need no pattern. Gives where such a word or space ends.
function plainEnd(text: string, at: number): number {
  let end = at;
  while (isPlainLetter(text.charCodeAt(end))) end += 1;
  if (end === at && text.charCodeAt(at) === 0x20) end += 1;
  const next = text.charCodeAt(end);
  const alone = end === text.length || next === 0x20 || next === 0x2c || next === 0x2e || next === 0x3b;
  const parted = text.charCodeAt(at) === 0x20 ? isPlainLetter(next) : alone;
  return parted ? end : at;
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
