import type { Range } from '../model/range.ts';
import type { Outline } from './outline.ts';
import { addLeaf, addParagraph, addRow, beginScan, endLines, endWords, type Scan } from './scan-blocks.ts';
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
import { isDelimiterRow } from './scan-rows.ts';
import { closedHeading, trimmedEnd } from './scanned-block.ts';

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
  const scan = beginScan(source, context);
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
  return scan.words === undefined && readDefinition(scan, line, at);
}

// A footnote, whose words may go on below, or the address of a link.
function readDefinition(scan: Scan, line: Line, at: number): boolean {
  const { source } = scan;
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
