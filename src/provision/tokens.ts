import type { Range } from '../model/range.ts';
import { readLabelPath, readOrdinalNumber } from './label-path.ts';
import { readQuotation } from './quotation.ts';

/** A word, a dash, a punctuation mark or the end of the sentence; `text` is as written. */
interface PlainToken extends Range {
  readonly type: 'word' | 'dash' | 'mark' | 'end';
  readonly text: string;
}

/** A citation's number: `5.5.2(b)(i)` with its labels from the outermost in. */
export interface LabelToken extends Range {
  readonly type: 'label';
  readonly text: string;
  readonly labels: readonly string[];
}

/** A quotation: `text` is what it quotes, `inside` where that is written. */
export interface QuotationToken extends Range {
  readonly type: 'quotation';
  readonly quotes: 'double' | 'single';
  readonly text: string;
  readonly inside: Range;
}

/** A quotation that opens and does not close: it takes the rest of the sentence. */
interface UnclosedToken extends Range {
  readonly type: 'unclosed';
  readonly text: string;
}

/** One piece of a sentence of controlled English, with its place in the file. */
export type Token = PlainToken | LabelToken | QuotationToken | UnclosedToken;

const space = /\s+/y;
const word = /[\p{L}\p{M}\p{N}]+(?:['’_-][\p{L}\p{M}\p{N}]+)*/uy;
const dash = /[—–―]|-{1,3}/y;

/**
 * Reads a range of a text as tokens; the last is always the `end`. Every character is white space or part of a token, and
 * any text at all can be read.
 */
export function readTokens(text: string, range: Range): readonly Token[] {
  const sentence = text.slice(0, range.end);
  const tokens: Token[] = [];
  let at = range.start;
  let openBrackets = 0;
  for (;;) {
    at += match(space, sentence, at)?.length ?? 0;
    const token = readToken(sentence, at, openBrackets);
    tokens.push(token);
    if (token.type === 'end') return tokens;
    if (token.text === '(') openBrackets += 1;
    if (token.text === ')' && openBrackets > 0) openBrackets -= 1;
    at = token.end;
  }
}

function readToken(text: string, at: number, openBrackets: number): Token {
  if (at >= text.length) return { type: 'end', text: '', start: at, end: at };
  return (
    readQuotationToken(text, at) ??
    readLabelToken(text, at, openBrackets) ??
    readPlainToken('word', word, text, at) ??
    readPlainToken('dash', dash, text, at) ??
    markAt(text, at)
  );
}

function readQuotationToken(text: string, at: number): Token | undefined {
  const quotation = readQuotation(text, at);
  if (!quotation) return undefined;
  if (quotation.type === 'unclosed') return { type: 'unclosed', text: text.slice(at), start: at, end: text.length };
  const { quotes, words, inside, end } = quotation;
  return { type: 'quotation', quotes, text: words, inside, start: at, end };
}

function readLabelToken(text: string, at: number, openBrackets: number): Token | undefined {
  const ordinal = readOrdinalNumber(text, at);
  if (ordinal !== undefined) return { type: 'word', text: ordinal, start: at, end: at + ordinal.length };
  const path = readLabelPath(text, at);
  if (!path) return undefined;
  // In “(see paragraph b)” the bracket closes what was opened before; it is no part of a label.
  if (openBrackets > 0 && /^[A-Za-z]+\)/.test(path.labels[0] ?? '')) return undefined;
  return { type: 'label', text: text.slice(at, path.end), labels: path.labels, start: at, end: path.end };
}

function readPlainToken(type: 'word' | 'dash', pattern: RegExp, text: string, at: number): Token | undefined {
  const found = match(pattern, text, at);
  return found === undefined ? undefined : { type, text: found, start: at, end: at + found.length };
}

function markAt(text: string, at: number): Token {
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { type: 'mark', text: mark, start: at, end: at + mark.length };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
