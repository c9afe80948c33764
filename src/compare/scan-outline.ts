import type { Range } from '../model/range.ts';
import type { Block, Outline } from './outline.ts';
import type { InlineContext } from './scan-inline.ts';
import {
  closesAtOnce,
  endsAtBlank,
  frontMatter,
  type Line,
  type LineBlock,
  matchAt,
  openingOf,
  opensFrontMatter,
} from './scan-lines.ts';
import { readPrefix } from './scan-prefix.ts';
import { isDelimiterRow, scanCells } from './scan-rows.ts';
import { closedHeading, scannedBlock, trimmedEnd } from './scanned-block.ts';

/** Words that more lines may still belong to. */
interface OpenWords extends Range {
  readonly checkbox?: Range;
  readonly lineStart: number;
}

interface Scan {
  readonly source: string;
  readonly context: InlineContext;
  readonly blocks: Block[];
  readonly leaves: Block[];
  /** The columns at which the words of the items stand that are open. */
  readonly indents: number[];
  words: OpenWords | undefined;
  lines: (LineBlock & Range) | undefined;
  inTable: boolean;
}

const rule = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=[\r\n]|$)/y;
const underline = /(?:=+|-+)[ \t]*(?=[\r\n]|$)/y;
const heading = /#{1,6}(?=[ \t\r\n]|$)[ \t]*/y;
const definition = /\[(?!\^)(?:[^[\]\\\r\n]|\\.){1,400}\]:[ \t]*\S/y;
const footnote = /\[\^[^[\]\s]{1,200}\]:[ \t]*/y;

/**
 * Reads the blocks of a part of a text line by line, without parsing it: paragraphs, headings, rows with their cells, lines of code
 * and HTML, all in one list, without the lists and quotations they stand in. What it takes a block for decides only how well it
 * is compared, never whether all of it is. `range` begins where a block does.
 */
export function scanOutline(source: string, range: Range, context: InlineContext): Outline {
  const scan: Scan = {
    source,
    context,
    blocks: [],
    leaves: [],
    indents: [],
    words: undefined,
    lines: undefined,
    inTable: false,
  };
  if (range.start === 0 && opensFrontMatter(source)) scan.lines = { ...frontMatter, start: 0, end: 0 };
  for (let at = range.start; at < range.end; ) {
    const line = context.readLine(at, range.end);
    readOne(scan, line);
    at = line.next;
  }
  endWords(scan);
  endLines(scan);
  return { blocks: scan.blocks, leaves: scan.leaves, definitions: new Map() };
}

function readOne(scan: Scan, line: Line): void {
  if (scan.lines) {
    continueLines(scan, scan.lines, line);
    return;
  }
  const prefix = readPrefix(scan.source, line, scan.indents, scan.words !== undefined);
  if (prefix.at >= line.end) {
    endWords(scan);
    scan.inTable = false;
    return;
  }
  if (prefix.marked) {
    endWords(scan);
    scan.inTable = false;
  }
  if (prefix.code) addLeaf(scan, 'code', 'code ', { start: prefix.at, end: line.end });
  else readBlock(scan, line, prefix.at, prefix.checkbox);
}

function continueLines(scan: Scan, open: LineBlock & Range, line: Line): void {
  const blank = line.first === line.end;
  if (blank && endsAtBlank(open)) {
    endLines(scan);
    return;
  }
  scan.lines = { ...open, end: line.end };
  const opens = line.start === 0 && open.start === 0 && open.end === 0;
  if (!opens && !endsAtBlank(open) && open.closes.test(scan.source.slice(line.start, line.end))) endLines(scan);
}

function readBlock(scan: Scan, line: Line, at: number, checkbox: Range | undefined): void {
  const { source } = scan;
  const code = source.charCodeAt(at);
  const plain = code > 0x60 && code < 0x7b;
  if (!plain && readMarked(scan, line, at)) {
    scan.inTable = false;
    return;
  }
  const end = trimmedEnd(source, at, line.end);
  if (scan.inTable) {
    addRow(scan, { start: at, end }, false);
    return;
  }
  if (scan.words) {
    if (isDelimiterRow(source, at, line.end) && startTable(scan)) return;
    scan.words = { ...scan.words, end, lineStart: at };
  } else
    scan.words = { start: checkbox?.start ?? at, end, lineStart: at, ...(checkbox === undefined ? {} : { checkbox }) };
}

// A line that its first characters make more than words.
function readMarked(scan: Scan, line: Line, at: number): boolean {
  const { source } = scan;
  const hashes = matchAt(heading, source, at);
  if (hashes !== undefined) {
    endWords(scan);
    const end = closedHeading(source, at + hashes.length, line.end);
    const depth = hashes.trimEnd().length;
    addLeaf(scan, 'heading', `heading ${depth}`, { start: at + hashes.length, end });
    return true;
  }
  const mark = scan.words && !scan.inTable ? matchAt(underline, source, at) : undefined;
  if (mark !== undefined && scan.words) {
    const { start, end } = scan.words;
    scan.words = undefined;
    addLeaf(scan, 'heading', `heading ${mark[0] === '=' ? 1 : 2}`, { start, end });
    return true;
  }
  if (matchAt(rule, source, at) !== undefined) {
    endWords(scan);
    addLeaf(scan, 'rule', 'thematicBreak', { start: at, end: trimmedEnd(source, at, line.end) });
    return true;
  }
  const opening = openingOf(source, at, scan.words !== undefined);
  if (opening) {
    endWords(scan);
    scan.lines = { ...opening, start: at, end: line.end };
    if (closesAtOnce(opening, source.slice(at, line.end))) endLines(scan);
    return true;
  }
  if (scan.words) return false;
  const note = matchAt(footnote, source, at);
  if (note !== undefined) {
    scan.indents.splice(0, scan.indents.length, 4);
    const start = at + note.length;
    if (start < line.end) scan.words = { start, end: trimmedEnd(source, start, line.end), lineStart: start };
    return true;
  }
  if (matchAt(definition, source, at) === undefined) return false;
  addLeaf(scan, 'link-definition', 'definition', { start: at, end: trimmedEnd(source, at, line.end) });
  return true;
}

function startTable(scan: Scan): boolean {
  const { source, words } = scan;
  if (!words || !source.slice(words.lineStart, words.end).includes('|')) return false;
  scan.words = undefined;
  const above = trimmedEnd(source, words.start, words.lineStart);
  if (words.start < words.lineStart && words.start < above) addParagraph(scan, { start: words.start, end: above });
  addRow(scan, { start: words.lineStart, end: words.end }, true);
  scan.inTable = true;
  return true;
}

function addRow(scan: Scan, range: Range, head: boolean): void {
  const leafFrom = scan.leaves.length;
  const children = scanCells(scan.source, range).map((words) => {
    const cell = blockOf(scan, 'cell', 'tableCell', words);
    scan.leaves.push(cell);
    return cell;
  });
  if (children.length === 0) return;
  const { source, context } = scan;
  const kind = head ? 'head row' : 'tableRow';
  scan.blocks.push(scannedBlock({ source, context, type: 'row', kind, range, leafFrom, children }));
}

function endWords(scan: Scan): void {
  const { words } = scan;
  scan.words = undefined;
  if (words) addParagraph(scan, words);
}

function addParagraph(scan: Scan, { start, end, checkbox }: Range & { readonly checkbox?: Range }): void {
  push(scan, blockOf(scan, 'paragraph', 'paragraph', { start, end }, checkbox));
}

function endLines(scan: Scan): void {
  const { lines, source } = scan;
  scan.lines = undefined;
  if (!lines) return;
  const info = lines.type === 'code' ? /^[`~]+([^\r\n]*)/.exec(source.slice(lines.start, lines.start + 200))?.[1] : '';
  addLeaf(scan, lines.type, `${lines.type} ${(info ?? '').trim()}`, { start: lines.start, end: lines.end });
}

function addLeaf(scan: Scan, type: Block['type'], kind: string, range: Range): void {
  push(scan, blockOf(scan, type, kind, range));
}

function push(scan: Scan, block: Block): void {
  scan.leaves.push(block);
  scan.blocks.push(block);
}

function blockOf(
  { source, context, leaves }: Scan,
  type: Block['type'],
  kind: string,
  range: Range,
  checkbox?: Range,
): Block {
  return scannedBlock({ source, context, type, kind, range, leafFrom: leaves.length, checkbox });
}
