import type { Range } from '../model/range.ts';

/** A line of a text: `end` is where its line break begins, `next` where the next line does. */
export interface Line extends Range {
  readonly next: number;
  /** The first character that is neither a space nor a tab; `end` on a blank line. */
  readonly first: number;
}

/** Reads the line that starts at a place, up to the end given. */
export type LineReader = (at: number, to: number) => Line;

/** Reads a text line by line without copying it. Line breaks are those of CommonMark. */
export function createLineReader(text: string): LineReader {
  const lone = text.includes('\r') && /\r(?!\n)/.test(text);
  return (at, to) => {
    let end = text.indexOf('\n', at);
    if (end < 0 || end > to) end = to;
    let next = Math.min(end + 1, to);
    if (lone) {
      const place = text.slice(at, end).search(/\r(?!$)/);
      if (place >= 0) [end, next] = [at + place, at + place + 1];
    }
    if (end > at && text.charCodeAt(end - 1) === 0x0d) end -= 1;
    let first = at;
    while (first < end && (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 0x09)) first += 1;
    return { start: at, end, next, first };
  };
}

/** What ends a block that is read line by line: a line that passes `closes`, which belongs to the block or, if blank, does not. */
export interface LineBlock {
  readonly type: 'code' | 'html' | 'front-matter';
  readonly closes: RegExp;
}

const fence = /(?:(`{3,})(?![^\r\n]*`)|(~{3,}))/y;
const rawTag = /<(script|pre|style|textarea)(?=[\s>]|$)/iy;
const blockTag =
  /<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s/>]|$)/iy;
const loneTag = /<\/?[A-Za-z][A-Za-z0-9-]*(?:[ \t][^<>\r\n]*)?>[ \t]*(?=[\r\n]|$)/y;
const blank = /^[ \t>]*$/;

/** Reads the opening of a block of code or HTML at a place; nothing where none opens. Ends the line holds are read by the caller. */
export function openingOf(text: string, at: number, interrupts: boolean): LineBlock | undefined {
  const code = text.charCodeAt(at);
  if (code === 0x60 || code === 0x7e) {
    const marks = matchAt(fence, text, at);
    return marks === undefined
      ? undefined
      : { type: 'code', closes: new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`) };
  }
  if (code !== 0x3c) return undefined;
  if (matchAt(rawTag, text, at) !== undefined) return { type: 'html', closes: /<\/(?:script|pre|style|textarea)>/i };
  if (text.startsWith('<!--', at)) return { type: 'html', closes: /-->/ };
  if (text.startsWith('<?', at)) return { type: 'html', closes: /\?>/ };
  if (text.startsWith('<![CDATA[', at)) return { type: 'html', closes: /\]\]>/ };
  if (matchAt(blockTag, text, at) !== undefined) return { type: 'html', closes: blank };
  return !interrupts && matchAt(loneTag, text, at) !== undefined ? { type: 'html', closes: blank } : undefined;
}

/** What a sticky pattern matches at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether the line on which such a block opens also ends it. */
export function closesAtOnce({ type, closes }: LineBlock, line: string): boolean {
  return type === 'html' && closes !== blank && closes.test(line);
}

/** Whether a blank line ends such a block. */
export function endsAtBlank({ closes }: LineBlock): boolean {
  return closes === blank;
}

/** Front matter, where a text opens with it: its closing line is not yet looked for. */
export const frontMatter: LineBlock = { type: 'front-matter', closes: /^---[ \t]*$/ };

/** Whether a text opens with front matter that is closed. */
export function opensFrontMatter(text: string): boolean {
  return /^---[ \t]*\r?\n(?:[^\n]*\n){0,400}?---[ \t]*(?:\r?\n|$)/.test(text.slice(0, 40_000));
}
