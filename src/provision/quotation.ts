import type { Range } from '../model/range.ts';

/** A quotation found at a place in a text: its words, where they are written, and where the quotation ends. */
export type QuotationRead =
  | {
      readonly type: 'quotation';
      readonly quotes: 'double' | 'single';
      readonly words: string;
      readonly inside: Range;
      readonly end: number;
    }
  | { readonly type: 'unclosed' };

const openings: Readonly<Record<string, (text: string, at: number) => QuotationRead | undefined>> = {
  '“': readCurly,
  '"': readStraight,
  '‘': (text, at) => readSingle(text, at, '’'),
  "'": (text, at) => readSingle(text, at, "'"),
};

/**
 * Reads the quotation that opens at a place in a text, if one does. Curly quotes may hold balanced curly quotes. Straight
 * quotes hold anything; a straight quote inside them is written twice. The words are Markdown as written, but a line
 * break with the indentation around it is one space. Single quotes close before anything that is not a letter.
 */
export function readQuotation(text: string, at: number): QuotationRead | undefined {
  return openings[text.charAt(at)]?.(text, at);
}

/**
 * Prints words as a quotation that `readQuotation` reads as the same words: in curly quotes where those in the words are
 * balanced, else in straight ones. Line breaks cannot be quoted: each becomes a space.
 */
export function printQuotation(words: string): string {
  const line = joinLines(words);
  return isBalanced(line) ? `“${line}”` : `"${line.replaceAll('"', '""')}"`;
}

/** Prints `A`, `A and B`, `A, B and C`. */
export function printList(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Text that was wrapped over lines, on one line: a line break and the indentation around it are one space. */
export function joinLines(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/\r\n|\n|\r/);
  const trimmed = lines.map((line, index) => trimSpaces(line, index > 0, index < lines.length - 1));
  return trimmed.filter((line, index) => line !== '' || index === 0 || index === lines.length - 1).join(' ');
}

// Spaces and tabs only: a no-break space is a character of the words. Loops, because a pattern for the end could backtrack.
function trimSpaces(line: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = line.length;
  while (atStart && start < end && isBlank(line.charAt(start))) start += 1;
  while (atEnd && end > start && isBlank(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function readCurly(text: string, at: number): QuotationRead {
  let depth = 0;
  for (const match of text.slice(at).matchAll(/[“”]/g)) {
    depth += match[0] === '“' ? 1 : -1;
    if (depth === 0) return quotation('double', text, at, at + match.index);
  }
  return { type: 'unclosed' };
}

function readStraight(text: string, at: number): QuotationRead {
  for (let close = text.indexOf('"', at + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text.charAt(close + 1) === '"') continue;
    const read = quotation('double', text, at, close);
    return read.type === 'quotation' ? { ...read, words: read.words.replaceAll('""', '"') } : read;
  }
  return { type: 'unclosed' };
}

// An apostrophe opens no quotation, so one that does not close soon is left to be a mark. What single quotes hold is the title
// of a part: in “‘Parties’ obligations’ part” the last one closes.
function readSingle(text: string, at: number, closing: '’' | "'"): QuotationRead | undefined {
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return undefined;
  const rest = text.slice(at + 1, at + 200);
  const beforePart = rest.search(closing === '’' ? /’\s+part\b/i : /'\s+part\b/i);
  const close =
    beforePart > 0 ? beforePart : rest.search(closing === '’' ? /’(?![\p{L}\p{N}])/u : /'(?![\p{L}\p{N}])/u);
  return close > 0 ? quotation('single', text, at, at + 1 + close) : undefined;
}

function quotation(quotes: 'double' | 'single', text: string, at: number, close: number): QuotationRead {
  const inside = { start: at + 1, end: close };
  return { type: 'quotation', quotes, words: joinLines(text.slice(inside.start, close)), inside, end: close + 1 };
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '“') depth += 1;
    if (character === '”') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
