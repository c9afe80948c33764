import type { Mark, Piece } from './piece.ts';

/**
 * Takes away what Markdown cannot hold at the edges of words: white space and breaks at both ends of a block and beside its breaks,
 * and the marks of white space where a mark begins or ends. No word is lost.
 */
export function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const trimmed = trimBreaks(trimEnd(trimStart(pieces)));
  return (['emphasis', 'strong', 'delete'] as const).reduce(trimMark, trimmed);
}

/** Takes spaces, tabs and breaks away from the beginning. */
export function trimStart(pieces: readonly Piece[]): readonly Piece[] {
  const kept = [...pieces];
  for (let index = 0; index < kept.length; index += 1) {
    const piece = kept[index] as Piece;
    if (isMarker(piece)) continue;
    const text = isSpace(piece) ? piece.text.replace(/^[ \t\n]+/, '') : piece.text;
    kept[index] = { ...piece, text };
    if (text !== '' || !isSpace(piece)) break;
  }
  return kept.filter(hasContent);
}

function trimEnd(pieces: readonly Piece[]): readonly Piece[] {
  const kept = [...pieces];
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const piece = kept[index] as Piece;
    if (isMarker(piece)) continue;
    const text = isSpace(piece) ? trimmedEnd(piece.text) : piece.text;
    kept[index] = { ...piece, text };
    if (text !== '' || !isSpace(piece)) break;
  }
  return kept.filter(hasContent);
}

// A pattern that looks for white space at the end takes the square of the length of a text of white space.
function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

function trimBreaks(pieces: readonly Piece[]): readonly Piece[] {
  const isBreak = (piece: Piece | undefined) => piece?.type === 'break' || piece?.type === 'line-end';
  return pieces
    .map((piece, index) => {
      if (piece.type !== 'words') return piece;
      const start = isBreak(pieces[index - 1]) ? piece.text.replace(/^[ \t]+/, '') : piece.text;
      return { ...piece, text: isBreak(pieces[index + 1]) ? trimmedEnd(start) : start };
    })
    .filter(hasContent);
}

// Markdown opens a mark only before a word and closes it only after one.
function trimMark(pieces: readonly Piece[], mark: Mark): readonly Piece[] {
  const out: Piece[] = [];
  for (let start = 0; start < pieces.length; ) {
    let end = start;
    while (end < pieces.length && hasMark(pieces[end] as Piece, mark)) end += 1;
    if (end === start) out.push(pieces[start] as Piece);
    else for (const piece of trimMarked(pieces.slice(start, end), mark)) out.push(piece);
    start = Math.max(end, start + 1);
  }
  return out;
}

function hasMark(piece: Piece, mark: Mark): boolean {
  return piece.marks.includes(mark);
}

function trimMarked(run: readonly Piece[], mark: Mark): readonly Piece[] {
  const first = run.findIndex((piece) => !isBlank(piece));
  if (first < 0) return run.map((piece) => without(piece, mark));
  const last = run.findLastIndex((piece) => !isBlank(piece));
  return run.flatMap((piece, index): readonly Piece[] => {
    if (index < first || index > last) return [without(piece, mark)];
    if (piece.type !== 'words') return [piece];
    const lead = index === first ? (/^\s+/.exec(piece.text)?.[0].length ?? 0) : 0;
    const kept = index === last ? piece.text.trimEnd().length : piece.text.length;
    return [
      { ...without(piece, mark), text: piece.text.slice(0, lead) },
      { ...piece, text: piece.text.slice(lead, kept) },
      { ...without(piece, mark), text: piece.text.slice(kept) },
    ].filter(hasContent);
  });
}

function without(piece: Piece, mark: Mark): Piece {
  return { ...piece, marks: piece.marks.filter((one) => one !== mark) };
}

function isBlank(piece: Piece): boolean {
  return isMarker(piece) || (isSpace(piece) && piece.text.trim() === '');
}

function isSpace({ type }: Piece): boolean {
  return type === 'words' || type === 'break' || type === 'line-end';
}

function isMarker({ type }: Piece): boolean {
  return type === 'comment-start' || type === 'comment-end';
}

function hasContent(piece: Piece): boolean {
  return piece.text !== '' || isMarker(piece) || piece.type === 'note' || piece.type === 'image';
}
