import type { Range } from '../model/range.ts';
import type { Block } from './outline.ts';
import type { InlineContext } from './scan-inline.ts';
import type { LineBlock } from './scan-lines.ts';
import { scanCells } from './scan-rows.ts';
import { scannedBlock } from './scanned-block.ts';

/** Words that more lines may still belong to. */
interface OpenWords extends Range {
  readonly checkbox?: Range;
  readonly lineStart: number;
}

/** Where the reading of lines stands: what is found, and what is open. */
export interface Scan {
  readonly source: string;
  readonly context: InlineContext;
  /** The blocks found, in order. */
  readonly blocks: Block[];
  readonly leaves: Block[];
  /** The columns at which the words of the items stand that are open. */
  readonly indents: number[];
  words: OpenWords | undefined;
  lines: (LineBlock & Range) | undefined;
  inTable: boolean;
}

/** Begins to read the lines of a source. */
export function beginScan(source: string, context: InlineContext): Scan {
  return {
    source,
    context,
    blocks: [],
    leaves: [],
    indents: [],
    words: undefined,
    lines: undefined,
    inTable: false,
  };
}

/** Adds a row of a table with its cells, where it has any. */
export function addRow(scan: Scan, range: Range, head: boolean): void {
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

/** Closes the words that are open: no more lines belong to them. */
export function endWords(scan: Scan): void {
  const { words } = scan;
  scan.words = undefined;
  if (words) addParagraph(scan, words);
}

/** Adds a paragraph. */
export function addParagraph(scan: Scan, { start, end, checkbox }: Range & { readonly checkbox?: Range }): void {
  push(scan, blockOf(scan, 'paragraph', 'paragraph', { start, end }, checkbox));
}

/** Closes the lines of code, HTML or front matter that are open. */
export function endLines(scan: Scan): void {
  const { lines, source } = scan;
  scan.lines = undefined;
  if (!lines) return;
  const info = lines.type === 'code' ? /^[`~]+([^\r\n]*)/.exec(source.slice(lines.start, lines.start + 200))?.[1] : '';
  addLeaf(scan, lines.type, `${lines.type} ${(info ?? '').trim()}`, { start: lines.start, end: lines.end });
}

/** Adds a block that holds words or lines and no other block. */
export function addLeaf(scan: Scan, type: Block['type'], kind: string, range: Range): void {
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
