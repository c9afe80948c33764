import type { AlignType, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { WordBlock, WordCell, WordParagraph, WordRow, WordTable } from '../word/word-document.ts';
import { type Importing, tell } from './importing.ts';
import { keepComments, phrasingOf, plainWords, settleLabel, wordsOf } from './leaf-words.ts';
import { roleOf } from './paragraph-role.ts';
import type { Piece } from './piece.ts';
import { readPieces } from './read-pieces.ts';
import { shownLines } from './shown-text.ts';
import { styleKey } from './style-name.ts';
import { trimPieces } from './trim-pieces.ts';

/** Turns a table into one of Markdown: the first row is its head, each cell one line, merged cells empty but for the first. */
export function buildTable(table: WordTable, importing: Importing): Table | undefined {
  importing.counts.tables += 1;
  const name = `table ${importing.counts.tables}`;
  const rows = table.rows.filter(({ revision }) => !isGone(revision));
  if (rows.length === 0) return undefined;
  const widths = rows.map(widthOf);
  const width = widths.reduce((one, other) => Math.max(one, other), 1);
  const before = importing.place;
  importing.place = before === undefined ? name : `${before}, ${name}`;
  tellShape(rows, widths, importing);
  // A row of ours has as many cells as it had; in others a reader of Markdown would leave out what is beyond the head.
  const least = isOwnCell(rows[0]?.cells[0]) ? 0 : width;
  const children = rows.map((row, index) => rowOf(row, least, `${importing.place}, row ${index + 1}`, importing));
  importing.place = before;
  return {
    type: 'table',
    align: alignments(rows, least === 0 ? (widths[0] ?? 0) : width),
    children,
  };
}

function isGone(revision: WordRow['revision']): boolean {
  return revision?.type === 'deleted' || revision?.type === 'moved-from';
}

/** Word has no more columns in a table (17.4.17). A file that says so is believed of its cells, but not of what they cover. */
const mostColumns = 63;

function columnsOf({ columns = 1 }: WordCell): number {
  return Math.min(Math.max(1, columns), mostColumns);
}

function widthOf({ cells }: WordRow): number {
  const covered = cells.reduce((sum, cell) => sum + columnsOf(cell), 0);
  return Math.min(covered, Math.max(mostColumns, cells.length));
}

function tellShape(rows: readonly WordRow[], widths: readonly number[], importing: Importing): void {
  if (rows[0]?.header !== true) tell(importing, 'a table without a head: its first row stands as one');
  const heads = rows.findIndex(({ header }) => header !== true);
  if (heads > 1) tell(importing, `a head of ${heads} rows: only the first stands as one`);
  if (new Set(widths).size > 1 && !isOwnCell(rows[0]?.cells[0]))
    tell(importing, 'rows of different length: the shorter end with empty cells');
}

function rowOf({ cells }: WordRow, width: number, name: string, importing: Importing): TableRow {
  const table = importing.place;
  const children: TableCell[] = [];
  for (const cell of cells) {
    if (isGone(cell.revision)) continue;
    importing.place = `${name}, cell ${children.length + 1}`;
    const columns = columnsOf(cell);
    if (columns > 1) tell(importing, `a cell merged across ${columns} columns: its text stands in the first`);
    if (cell.merged) tell(importing, 'a cell merged with the one above: it is left empty');
    children.push(cellOf(cell, importing));
    for (let more = 1; more < columns && children.length < mostColumns; more += 1)
      children.push({ type: 'tableCell', children: [] });
  }
  importing.place = table;
  while (children.length < width) children.push({ type: 'tableCell', children: [] });
  return { type: 'tableRow', children };
}

function cellOf(cell: WordCell, importing: Importing): TableCell {
  const own = isOwnCell(cell);
  const lines = linesOf(cell.blocks, own, importing);
  const pieces = joinLines(own ? lines : lines.filter((line) => line.length > 0));
  const result: TableCell = { type: 'tableCell', children: oneLine(phrasingOf(pieces, importing)) };
  keepComments(result, pieces, importing);
  return result;
}

const newLine: Piece = { type: 'html', text: '<br>', marks: [], around: [] };

function joinLines(lines: readonly (readonly Piece[])[]): readonly Piece[] {
  return trimPieces(lines.flatMap((line, index): readonly Piece[] => (index === 0 ? line : [newLine, ...line])));
}

// In a cell that was exported each paragraph, and each space at its ends, was put there; elsewhere they are a program's.
function isOwnCell(cell: WordCell | undefined): boolean {
  const paragraphs = (cell?.blocks ?? []).map((block) => block.type === 'paragraph' && nameOf(block));
  return paragraphs.length > 0 && paragraphs.every((name) => name === 'tablehead' || name === 'tabletext');
}

function linesOf(blocks: readonly WordBlock[], own: boolean, importing: Importing): readonly (readonly Piece[])[] {
  return blocks.flatMap((block): readonly (readonly Piece[])[] => {
    if (block.type === 'container') return linesOf(block.blocks, own, importing);
    if (block.type === 'paragraph') return paragraphLines(block, own);
    tell(importing, 'a table in a cell, carried as lines of text');
    return shownLines([block]).map((line) => [plainWords(line)]);
  });
}

function paragraphLines(paragraph: WordParagraph, own: boolean): readonly (readonly Piece[])[] {
  const words = wordsOf(paragraph);
  if (roleOf(paragraph, words).type === 'code') return codeLines(words);
  const { numbering, children } = paragraph;
  const number = numbering && (numbering.bullet ? '•' : numbering.text);
  if (own && !number) return breakLines(settleLabel(readPieces(children), 'item'));
  return breakLines(settleLabel(number ? wordsOf(paragraph, number) : words, 'item'));
}

function codeLines(words: readonly Piece[]): readonly (readonly Piece[])[] {
  const code = words.map((piece): Piece => (piece.type === 'words' ? { ...piece, type: 'code' } : piece));
  return breakLines(code);
}

// A line break is a new line of the cell, like a paragraph.
function breakLines(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.type === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines;
}

function nameOf({ style, styleName }: WordParagraph): string {
  return styleKey(styleName ?? style);
}

// A row of Markdown is one line.
function oneLine(children: PhrasingContent[]): PhrasingContent[] {
  for (const child of children) {
    if ('value' in child) child.value = child.value.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
    if ('alt' in child && child.alt) child.alt = child.alt.replace(/[\r\n]+/g, ' ');
    if ('children' in child) oneLine(child.children as PhrasingContent[]);
  }
  return children;
}

// What is not ours stands at the left anyhow, and some programs say so of every cell.
function alignments(rows: readonly WordRow[], width: number): AlignType[] {
  const found: (AlignType | undefined)[] = Array.from({ length: width });
  for (const { cells } of rows) {
    let column = 0;
    for (const cell of cells) {
      const filled = cell.blocks.filter((block): block is WordParagraph => block.type === 'paragraph');
      const { align = null, style = '' } = filled[0] ?? {};
      const said = align === 'left' && style !== 'TableHead' && style !== 'TableText' ? null : align;
      found[column] = found[column] === undefined || found[column] === said ? said : null;
      column += columnsOf(cell);
    }
  }
  return found.slice(0, width).map((align) => align ?? null);
}
