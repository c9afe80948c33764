import type { PhrasingContent } from 'mdast';
import { type LabelPlace, readLabel } from '../source/label.ts';
import type { WordParagraph } from '../word/word-document.ts';
import { type CommentPoint, type Importing, type Leaf, tell } from './importing.ts';
import { nestPieces } from './nest-pieces.ts';
import type { Piece } from './piece.ts';
import { readPieces } from './read-pieces.ts';
import { trimPieces } from './trim-pieces.ts';

/** The words of a paragraph in pieces, with what automatic numbering prints before them where that is part of the text. */
export function wordsOf({ children }: WordParagraph, number?: string): readonly Piece[] {
  const pieces = trimPieces(readPieces(children));
  return number === undefined ? pieces : trimPieces([plainWords(`${number} `), ...pieces]);
}

/** A piece of plain words. */
export function plainWords(text: string): Piece {
  return { type: 'words', text, marks: [], around: [] };
}

/** The text of pieces, as a reader sees it. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** What stands before the first tab of the words, where that is short enough to be a label; marks do not matter. */
export function beforeTab(pieces: readonly Piece[]): string | undefined {
  let text = '';
  for (const piece of pieces) {
    if (piece.type === 'comment-start' || piece.type === 'comment-end') continue;
    if (piece.type !== 'words') return undefined;
    const tab = piece.text.indexOf('\t');
    if (tab >= 0) return `${text}${piece.text.slice(0, tab)}`.trimEnd();
    text += piece.text;
    if (text.length > 40) return undefined;
  }
  return undefined;
}

/** Takes the first characters off, up to and with the first tabs. */
export function afterTab(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex((piece) => piece.type === 'words' && piece.text.includes('\t'));
  const comments = pieces.slice(0, at).filter(({ type }) => type === 'comment-start' || type === 'comment-end');
  const holder = pieces[at] as Piece;
  const text = holder.text.slice(holder.text.indexOf('\t')).replace(/^\t+/, '');
  return [...comments, ...(text === '' ? [] : [{ ...holder, text }]), ...pieces.slice(at + 1)];
}

/** Turns the tab after a label into the one space that Markdown has there; a mark of the label itself goes. */
export function settleLabel(pieces: readonly Piece[], place: LabelPlace): readonly Piece[] {
  const label = beforeTab(pieces);
  if (label === undefined || readLabel(`${label} x`, place)?.printedLength !== label.length) return pieces;
  const rest = afterTab(pieces);
  return rest.length === 0 ? [plainWords(label)] : [plainWords(`${label} `), ...rest];
}

/** Pieces with marks in one block. Nobody reads as many, and to write and read them takes the square of their number. */
const mostMarked = 2000;

/** The inline content of a block, of its pieces; tabs that the text itself has stay. */
export function phrasingOf(pieces: readonly Piece[], importing: Importing): PhrasingContent[] {
  const marked = pieces.filter(({ marks, around }) => marks.length > 0 || around.length > 0).length;
  if (marked > mostMarked)
    tell(importing, `a paragraph whose words change their setting ${marked} times: its marks are left out`);
  const kept = marked > mostMarked ? pieces.map((piece) => ({ ...piece, marks: [], around: [] })) : pieces;
  return nestPieces(kept, {
    noteLabel: (footnote) => importing.noteLabels.get(footnote) ?? String(footnote),
    isNote: (label) => importing.definedNotes.has(label.toLowerCase()),
    printed: importing.printed,
  });
}

/** Remembers where comments begin and end in the words of a block; where it is not carried, in the next one. */
export function keepComments(leaf: Leaf | undefined, pieces: readonly Piece[], importing: Importing): void {
  const { commentPoints, pending } = importing;
  const points: CommentPoint[] = leaf ? pending.splice(0) : [];
  let offset = 0;
  for (const piece of pieces) {
    if (piece.type === 'comment-start' || piece.type === 'comment-end')
      points.push({ comment: piece.comment, edge: piece.type === 'comment-start' ? 'start' : 'end', offset });
    offset += piece.text.length;
  }
  if (!leaf) for (const point of points) pending.push(point);
  else if (points.length > 0) commentPoints.set(leaf, points);
}
