import type { Range } from '../model/range.ts';
import { type Line, matchAt } from './scan-lines.ts';

/** What stands before the words of a line. */
export interface Prefix {
  /** Where the words begin. */
  readonly at: number;
  /** It has a marker of a list that begins an item. */
  readonly marked: boolean;
  /** The line is indented so far that it is code. */
  readonly code: boolean;
  readonly checkbox?: Range;
}

const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y;
const rule = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,})(?=[\r\n]|$)/y;
const box = /\[[ xX]\](?=[ \t])[ \t]/y;

/**
 * Reads the indentation, the marks of quotations and the markers of lists before the words of a line. `indents`, the columns of the
 * open items, is brought up to date; `follows` says that the line stands under words that it can continue.
 */
export function readPrefix(source: string, line: Line, indents: number[], follows: boolean): Prefix {
  let at = line.start;
  let column = 0;
  let marked = false;
  let base = 0;
  for (;;) {
    for (; at < line.end; at += 1) {
      const code = source.charCodeAt(at);
      if (code === 0x20) column += 1;
      else if (code === 0x09) column += 4 - (column % 4);
      else break;
    }
    if (at >= line.end) return { at: line.end, marked, code: false };
    const code = source.charCodeAt(at);
    if (code === 0x3e) {
      at += 1;
      column += 1;
      base = column + 1;
      continue;
    }
    const found = code < 0x40 ? matchAt(marker, source, at) : undefined;
    const begins = found !== undefined && !(follows && !marked && cannotInterrupt(source, at, found, line, indents));
    if (!follows || begins) while (indents.length > 0 && (indents.at(-1) as number) > column) indents.pop();
    const inside = Math.max(indents.at(-1) ?? 0, base);
    if (!follows && !marked && column - inside >= 4) return { at, marked, code: true };
    if (!begins || found === undefined || matchAt(rule, source, at) !== undefined) break;
    marked = true;
    at += found.length;
    column += found.length;
    indents.push(column + 1);
  }
  const ticked = marked ? matchAt(box, source, at) : undefined;
  if (ticked === undefined || at + ticked.length >= line.end) return { at, marked, code: false };
  return { at: at + ticked.length, marked, code: false, checkbox: { start: at, end: at + ticked.length } };
}

// Under words, only a list's next item, or a bullet or number one with words after it, begins an item.
function cannotInterrupt(source: string, at: number, found: string, line: Line, indents: readonly number[]): boolean {
  if (indents.length > 0) return false;
  if (/^\d/.test(found) && found.slice(0, -1) !== '1') return true;
  return source.slice(at + found.length, line.end).trim() === '';
}
