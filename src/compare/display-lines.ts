import { type Piece, verbatim } from './display.ts';
import type { Block } from './outline.ts';

const lineEnd = /\r\n|\r|\n/;

/**
 * What a reader sees of a block of code, HTML, front matter or a link definition: a piece a line and a piece a line end. The
 * fences of code and front matter are markup. A block whose lines cannot be told apart in the source is one piece.
 */
export function displayLines(leaf: Block, source: string): readonly Piece[] {
  const { node, words } = leaf;
  const text = source.slice(words.start, words.end);
  const value = 'value' in node ? node.value : text;
  if (value === '') return [];
  const shown = value.split(lineEnd);
  const written = sourceLines(text, words.start);
  const inside = fenced(node.type, text) ? written.slice(1) : written;
  const spare = inside.length - shown.length;
  const fits = fenced(node.type, text) ? spare === 0 || spare === 1 : spare === 0;
  if (!fits) return [piece(words.start, words.end, shown.join('\n'), false)];
  const pieces: Piece[] = [];
  shown.forEach((line, index) => {
    const { start, end, next } = inside[index] as SourceLine;
    if (line !== '') pieces.push(piece(start, end, line, source.slice(start, end) === line));
    if (index + 1 < shown.length) pieces.push(piece(end, next, '\n', false));
  });
  return pieces;
}

function fenced(type: string, text: string): boolean {
  return type === 'yaml' || (type === 'code' && (text.startsWith('```') || text.startsWith('~~~')));
}

interface SourceLine {
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

function sourceLines(text: string, offset: number): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let at = 0;
  for (const match of text.matchAll(new RegExp(lineEnd, 'g'))) {
    lines.push({ start: offset + at, end: offset + match.index, next: offset + match.index + match[0].length });
    at = match.index + match[0].length;
  }
  lines.push({ start: offset + at, end: offset + text.length, next: offset + text.length });
  return lines;
}

function piece(start: number, end: number, text: string, exact: boolean): Piece {
  return { start, end, text, setting: verbatim, exact };
}
