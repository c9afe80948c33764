import type { Range } from '../model/range.ts';
import { type Line, readLines, restOfLine } from './lines.ts';
import { deepestParts } from './part-label.ts';

/** `## Appendix D`: `text` is what follows the number signs. */
export interface HeadingBlock extends Range {
  readonly type: 'heading';
  readonly depth: number;
  readonly text: string;
}

/** A list item: with its printed number where it has one. */
export interface ItemBlock extends Range {
  readonly type: 'item';
  readonly number?: number;
  readonly parts: readonly ItemPart[];
}

/** What stands in an item. `other` is anything that is neither a plain paragraph, a block quote nor a list of bullets. */
export type ItemPart =
  | (Range & { readonly type: 'paragraph' | 'other' })
  | (Range & { readonly type: 'list'; readonly items: readonly ItemBlock[] })
  | (Range & { readonly type: 'quote'; readonly content: string });

/** What stands at the top of a change file, among its instructions. `other` is all that cannot belong there. */
export type ChangeBlock = HeadingBlock | ItemBlock | (Range & { readonly type: 'other' });

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
type OpenPart = Writable<Range> & { type: ItemPart['type']; lines: string[]; from: number; listColumn: number };
type OpenItem = Writable<Range> & {
  number: number | undefined;
  contentColumn: number;
  parts: OpenPart[];
  empty: boolean;
};

interface Scan {
  readonly blocks: (HeadingBlock | OpenItem | (Writable<Range> & { readonly type: 'other' }))[];
  item: OpenItem | undefined;
  blank: boolean;
  /** The column at which the blocks stand: lists within items are read by themselves. */
  readonly column: number;
}

const marker = /^(?:(\d{1,9})[.)]|[-*+])(?=[ \t]|$)/;
const atxHeading = /^(#{1,6})(?=[ \t]|$)/;
const rule = /^(?:\*[ \t]*){3,}$|^(?:-[ \t]*){3,}$|^(?:_[ \t]*){3,}$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const otherStart = /^(?:#{1,6}(?:[ \t]|$)|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|`{3}|~{3}|<[A-Za-z/!?])/;
const interrupting = /^(?:#{1,6}(?:[ \t]|$)|(?:[-*+]|1[.)])[ \t]+\S|`{3}|~{3}|<[A-Za-z/!?]|(?:=+|-+)[ \t]*$)/;

/**
 * Reads the headings, list items, paragraphs and block quotes of a range of Markdown, line by line, as CommonMark has
 * them; what an instruction cannot consist of is left whole as `other`, for a message. Any text can be read, in linear time
 * and without recursion, whatever it holds.
 */
export function readChangeBlocks(source: string, range: Range): readonly ChangeBlock[] {
  return readBlocks(source, range, 0, 0);
}

function readBlocks(source: string, range: Range, column: number, depth: number): readonly ChangeBlock[] {
  const scan: Scan = { blocks: [], item: undefined, blank: true, column };
  for (const line of readLines(source, range)) {
    if (line.text === '') readBlank(scan);
    else if (scan.item && line.column >= scan.item.contentColumn) readItemLine(scan, scan.item, line);
    else readTopLine(source, scan, line);
    scan.blank = line.text === '';
  }
  return scan.blocks.map((block) => ('parts' in block ? closeItem(source, block, depth) : block));
}

function readBlank(scan: Scan): void {
  // An item whose first line is empty ends where the next is empty too.
  if (scan.item?.empty) scan.item = undefined;
}

function readTopLine(source: string, scan: Scan, line: Line): void {
  const near = line.column - scan.column < 4;
  const heading = near ? atxHeading.exec(line.text) : undefined;
  const found = near && !rule.test(line.text) ? marker.exec(line.text) : undefined;
  const { start, end } = line;
  const part = scan.item?.parts.at(-1);
  if (heading) {
    scan.item = undefined;
    scan.blocks.push({ type: 'heading', depth: heading[0].length, text: headingText(line.text), start, end });
  } else if (found) openItem(source, scan, line, found);
  else if (scan.item && part && !scan.blank && !interrupting.test(line.text)) {
    // A paragraph may go on without its indentation; a block quote that does is not what it looks like.
    continuePart(scan.item, part, line, part.type === 'paragraph' ? 'paragraph' : 'other');
  } else {
    scan.item = undefined;
    const last = scan.blocks.at(-1);
    if (last && 'type' in last && last.type === 'other' && !scan.blank) last.end = end;
    else scan.blocks.push({ type: 'other', start, end });
  }
}

function openItem(source: string, scan: Scan, line: Line, found: RegExpExecArray): void {
  const { start, end } = line;
  const rest = restOfLine(source, line, found[0].length);
  const space = rest.column - line.column - found[0].length;
  const contentColumn = rest.text === '' || space > 4 ? line.column + found[0].length + 1 : rest.column;
  const number = found[1] === undefined ? undefined : Number(found[1]);
  const item: OpenItem = { start, end, number, contentColumn, parts: [], empty: rest.text === '' };
  scan.item = item;
  scan.blocks.push(item);
  if (rest.text !== '') readItemLine({ ...scan, blank: true }, item, rest);
}

function readItemLine(scan: Scan, item: OpenItem, line: Line): void {
  const part = item.parts.at(-1);
  const indent = line.column - item.contentColumn;
  item.empty = false;
  const goesOn = part !== undefined && !scan.blank;
  if (part?.type === 'list' && line.column >= part.listColumn) continuePart(item, part, line, 'list');
  else if (indent < 4 && line.text.startsWith('>')) {
    const type = goesOn && part.type === 'other' ? 'other' : 'quote';
    if (goesOn && part.type === type) continuePart(item, part, line, type);
    else startPart(item, line, type);
    item.parts.at(-1)?.lines.push(unquoted(line));
  } else if (indent < 4 && part && opensBullet(line, part, goesOn)) {
    if (part.type === 'list') continuePart(item, part, line, 'list');
    else startPart(item, line, 'list');
    setListColumn(item, line);
  } else if (goesOn && (part.type === 'paragraph' || part.type === 'list') && !interrupting.test(line.text)) {
    continuePart(item, part, line, part.type);
  } else if (goesOn && part.type !== 'paragraph') {
    continuePart(item, part, line, 'other');
  } else
    startPart(
      item,
      line,
      indent >= 4 || otherStart.test(line.text) || underline.test(line.text) ? 'other' : 'paragraph',
    );
}

// A bullet that opens a list of lettered parts, or is the next of one. An empty bullet does not interrupt a paragraph.
function opensBullet(line: Line, part: OpenPart, goesOn: boolean): boolean {
  if (rule.test(line.text) || !/^[-*+](?=[ \t]|$)/.test(line.text)) return false;
  if (part.type === 'list' || !goesOn) return true;
  return part.type === 'paragraph' && interrupting.test(line.text);
}

function setListColumn(item: OpenItem, line: Line): void {
  const part = item.parts.at(-1);
  const space = /^.[ \t]*/.exec(line.text)?.[0].length ?? 2;
  if (part) part.listColumn = line.column + (space > 5 || space === line.text.length ? 2 : space);
}

function startPart(item: OpenItem, line: Line, type: ItemPart['type']): void {
  item.parts.push({ type, start: line.start, end: line.end, lines: [], from: line.from, listColumn: 0 });
  item.end = line.end;
}

function continuePart(item: OpenItem, part: OpenPart, line: Line, type: ItemPart['type']): void {
  part.end = line.end;
  part.type = type;
  item.end = line.end;
}

// One space or column of a tab after the mark belongs to the mark.
function unquoted(line: Line): string {
  const text = line.text.slice(1);
  if (text.startsWith(' ')) return text.slice(1);
  if (!text.startsWith('\t')) return text;
  return ' '.repeat(3 - ((line.column + 1) % 4)) + text.slice(1);
}

function headingText(text: string): string {
  const inner = text.replace(/^#+/, '').trim();
  const closing = /^#*$/.test(inner) ? inner : /[ \t]#+$/.exec(inner.slice(-100))?.[0];
  return closing === undefined ? inner : inner.slice(0, inner.length - closing.length).trim();
}

function closeItem(source: string, item: OpenItem, depth: number): ItemBlock {
  const parts = item.parts.map((part): ItemPart => {
    const { type, start, end, lines } = part;
    if (type === 'quote') return { type, start, end, content: withoutBlankEnds(lines) };
    return type === 'list' ? closeList(source, part, item.contentColumn, depth) : { type, start, end };
  });
  const { start, end, number } = item;
  return number === undefined ? { type: 'item', start, end, parts } : { type: 'item', start, end, number, parts };
}

function closeList(source: string, { from, start, end }: OpenPart, column: number, depth: number): ItemPart {
  if (depth >= deepestParts) return { type: 'other', start, end };
  const blocks = readBlocks(source, { start: from, end }, column, depth + 1);
  const items = blocks.filter((block) => block.type === 'item');
  return items.length === blocks.length ? { type: 'list', start, end, items } : { type: 'other', start, end };
}

function withoutBlankEnds(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}
