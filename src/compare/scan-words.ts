import type { Range } from '../model/range.ts';

/** What a piece of inline text is. `label` also stands for numbers and citations, `quoted` for short quotations. */
export type WordType = 'space' | 'label' | 'quoted' | 'word' | 'punctuation';

/** A piece of inline text that is never cut. */
export interface Word extends Range {
  readonly type: WordType;
}

const bracketed = String.raw`\((?:[a-z]{1,2}|[ivxlc]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|[IVX]{1,5}|\d{1,3}[A-Z]?)\)`;
const number = String.raw`[A-Z]{0,2}\d+(?:[.,:]\d+[A-Z]{0,2})*[A-Z]{0,2}`;
const unit =
  '(?:Working Days?|days?|weeks?|months?|years?|hours?|minutes?|seconds?|ms|s|bytes?|[KMG]B|characters?)(?![A-Za-z])';

const space = /[ \t]*[\r\n][ \t\r\n>]*|\s+/y;
const quoted = /“[^“”\r\n]{1,40}”|‘[^‘’\r\n]{1,40}’|"(?! )[^"\r\n]{0,38}[^" \r\n]"/y;
const numbered = new RegExp(`${number}(?:[a-z]\\)|(?:${bracketed})+|%|[ \\u00A0]${unit})?`, 'y');
const brackets = new RegExp(`(?:${bracketed})+`, 'y');
const joined = /\\[!-/:-@[-`{-~]|&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z0-9]{1,31});/y;
const opening = /(?:\d+(?:\.\d+)*[A-Z]{0,2}\.|[A-Za-z]{1,2}[.)]|[ivxlc]{1,6}[.)])(?=\s)/y;
const foreignLetter = /[\p{L}\p{M}\p{N}]/u;

/** Takes the next word of a text. */
export type TakeWord = (type: WordType, start: number, end: number) => void;

/**
 * Cuts a range of inline text into words: runs of white space (with the `>` of a quotation's next line), labels and
 * citations (`5.5.2(b)(i)`), numbers with their units, short quotations, words; every other character by itself, an escape
 * or a character reference whole. `opens`: the range opens its block, so that `i.` and `2.1.` are labels.
 */
export function scanWords(source: string, range: Range, opens: boolean): readonly Word[] {
  const words: Word[] = [];
  takeWords(source, range, opens, (type, start, end) => {
    words.push({ type, start, end });
  });
  return words;
}

/** The same, one word after another, without a list of them. */
export function takeWords(source: string, range: Range, opens: boolean, take: TakeWord): void {
  const text = source.slice(range.start, range.end);
  const takeHere: TakeWord = (type, start, end) => take(type, range.start + start, range.start + end);
  let at = opens ? endOf(opening, text, 0) : 0;
  if (at > 0) takeHere('label', 0, at);
  while (at < text.length) at = takeWord(text, at, takeHere);
}

// Gives where the word ends.
function takeWord(text: string, at: number, take: TakeWord): number {
  const code = text.charCodeAt(at);
  const blank = spaceEnd(text, code, at);
  if (blank > at) return given(take, 'space', at, blank);
  if (code === 0x201c || code === 0x2018 || code === 0x22) {
    const end = endOf(quoted, text, at);
    if (end > at && (code !== 0x2018 || !isLetter(text, end))) return given(take, 'quoted', at, end);
  }
  if (code === 0x28) {
    const end = endOf(brackets, text, at);
    if (end > at) return given(take, 'label', at, end);
  }
  if (opensNumber(text, code, at)) {
    const end = endOf(numbered, text, at);
    if (end > at && !continues(text, end)) return given(take, 'label', at, end);
  }
  const end = wordEnd(text, at);
  if (end > at) return given(take, 'word', at, end);
  const whole = code === 0x5c || code === 0x26 ? endOf(joined, text, at) : at;
  return given(take, 'punctuation', at, whole > at ? whole : at + widthAt(text, at));
}

function given(take: TakeWord, type: WordType, start: number, end: number): number {
  take(type, start, end);
  return end;
}

// A single space before a visible ASCII character is the usual case, and needs no pattern.
function spaceEnd(text: string, code: number, at: number): number {
  if (code > 0x20 && code < 0x80) return at;
  const next = text.charCodeAt(at + 1);
  return code === 0x20 && next > 0x20 && next < 0x80 ? at + 1 : endOf(space, text, at);
}

// Apostrophes and hyphens belong to a word where letters stand on both sides.
function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (isLetter(text, end)) end += text.charCodeAt(end) < 0x80 ? 1 : widthAt(text, end);
    if (end === at || !continues(text, end)) return end;
    end += 1;
  }
}

function continues(text: string, end: number): boolean {
  if (isLetter(text, end)) return true;
  const code = text.charCodeAt(end);
  const joins = code === 0x27 || code === 0x2019 || code === 0x2d || code === 0x2011;
  return joins && isLetter(text, end + 1);
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || isCapital(code) || isDigit(code) || code === 0x5f;
  if (Number.isNaN(code) || (code >= 0x2000 && code <= 0x206f)) return false;
  return foreignLetter.test(String.fromCodePoint(text.codePointAt(at) as number));
}

// A digit, after two capitals at most.
function opensNumber(text: string, code: number, at: number): boolean {
  if (!isCapital(code)) return isDigit(code);
  const next = text.charCodeAt(at + 1);
  return isDigit(next) || (isCapital(next) && isDigit(text.charCodeAt(at + 2)));
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
