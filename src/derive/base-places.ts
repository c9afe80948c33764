import type { Applied } from '../change/applied.ts';
import type { PlannedEdit } from '../change/planned-edit.ts';
import { splice } from '../change/splice.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Edit, Range } from '../model/range.ts';
import { walk } from '../provision/walk.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';

/** Where what stands in a text comes from in the base text of which edits made it. */
export interface BasePlaces {
  /** The range of the base text that a range of the text made comes from; undefined where it is cut or put together from several. */
  readonly rangeOf: (made: Range) => Range | undefined;
  /** The provision of the base text that one of the text made was; of the second part of what was split, all of it. */
  readonly provisionOf: (made: Provision) => Provision | undefined;
  /** Where in the base text a place of the text made is, as nearly as can be told. */
  readonly near: (made: number) => number;
}

/** A run of the text made, and what it is of the base text: the same characters where it is `copied`, else what it stands in place of. */
interface Piece extends Range {
  readonly base: Range;
  readonly copied: boolean;
}

/** Tells where the text that edits have made comes from. What was moved comes from where it stood. */
export function basePlaces({ before, edits }: Pick<Applied, 'before' | 'edits'>): BasePlaces {
  const pieces = piecesOf(before.source, { start: 0, end: before.source.length }, edits, edits);
  const byStart = new Map<string, Provision>();
  for (const { provision } of walk(before)) byStart.set(`${provision.type} ${provision.start}`, provision);
  const rangeOf = (made: Range): Range | undefined => baseOf(pieces, made);
  return {
    rangeOf,
    provisionOf: (made) => {
      const start = startOf(pieces, made.start)?.place;
      const found = start === undefined ? undefined : byStart.get(`${made.type} ${start}`);
      if (found) return found;
      const words = startOf(pieces, made.words.start)?.place;
      return words === undefined ? undefined : holding(before, made.type, words);
    },
    near: (made) => startOf(pieces, made)?.place ?? pieces.findLast(({ start }) => start <= made)?.base.start ?? 0,
  };
}

function holding(document: Document, type: Provision['type'], at: number): Provision | undefined {
  let found: Provision | undefined;
  for (const { provision } of walk(document))
    if (provision.type === type && provision.words.start <= at && at < provision.words.end) found = provision;
  return found;
}

function piecesOf(
  source: string,
  within: Range,
  edits: readonly Edit[],
  all: readonly PlannedEdit[],
): readonly Piece[] {
  const pieces: Piece[] = [];
  let [at, made] = [within.start, 0];
  const add = (base: Range, length: number, copied: boolean): void => {
    if (length > 0 || base.start < base.end) pieces.push({ start: made, end: made + length, base, copied });
    made += length;
  };
  for (const edit of edits) {
    add({ start: at, end: edit.start }, edit.start - at, true);
    at = edit.end;
    const taken =
      edit.text === '' || edit.inside ? undefined : all.find(({ move, inside }) => inside && move === edit.move);
    const moved = taken && movedPieces(source, edit, taken, all);
    if (moved) for (const piece of moved) add(piece.base, piece.end - piece.start, piece.copied);
    else add(edit, edit.text.length, false);
  }
  add({ start: at, end: within.end }, within.end - at, true);
  return pieces;
}

// What was moved stands in its new place line by line, each perhaps further in or out.
function movedPieces(
  source: string,
  put: Edit,
  taken: PlannedEdit,
  all: readonly PlannedEdit[],
): readonly Piece[] | undefined {
  const inside = [...(taken.inside ?? [])].sort((one, other) => one.start - other.start || one.end - other.end);
  const text = splice(
    source.slice(taken.start, taken.end),
    inside.map((edit) => ({ ...edit, start: edit.start - taken.start, end: edit.end - taken.start })),
  );
  const own = piecesOf(source, taken, inside, all);
  const [lines, wanted] = [linesOf(text), linesOf(put.text)];
  if (lines.length !== wanted.length || lines.some((line, index) => line.text !== wanted[index]?.text))
    return undefined;
  const pieces: Piece[] = [];
  let reached = 0;
  for (const [index, line] of lines.entries()) {
    const { start } = wanted[index] as Line;
    pieces.push(blank(reached, start, put.start));
    for (const piece of cut(own, { start: line.start, end: line.start + line.text.length }))
      pieces.push({ ...piece, start: piece.start - line.start + start, end: piece.end - line.start + start });
    reached = start + line.text.length;
  }
  pieces.push(blank(reached, put.text.length, put.start));
  return pieces;
}

function blank(start: number, end: number, base: number): Piece {
  return { start, end, base: { start: base, end: base }, copied: false };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\s][^\n]*/g)].map((match) => ({ text: match[0].trimEnd(), start: match.index }));
}

function cut(pieces: readonly Piece[], { start, end }: Range): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    const [from, to] = [Math.max(piece.start, start), Math.min(piece.end, end)];
    if (from > to || (from === to && piece.start < piece.end)) return [];
    if (!piece.copied) return [piece];
    const base = { start: piece.base.start + from - piece.start, end: piece.base.start + to - piece.start };
    return [{ ...piece, start: from, end: to, base }];
  });
}

interface Found {
  readonly place: number;
  readonly index: number;
}

function startOf(pieces: readonly Piece[], at: number): Found | undefined {
  const index = firstEndingAfter(pieces, at);
  const piece = pieces[index];
  if (!piece || piece.start > at || (!piece.copied && piece.start !== at)) return undefined;
  return { place: piece.base.start + at - piece.start, index };
}

function endOf(pieces: readonly Piece[], at: number, from: number): Found | undefined {
  let index = from;
  while (index < pieces.length && (pieces[index] as Piece).end < at) index += 1;
  const piece = pieces[index];
  if (!piece || piece.start >= at || (!piece.copied && piece.end !== at)) return undefined;
  return { place: piece.copied ? piece.base.start + at - piece.start : piece.base.end, index };
}

function baseOf(pieces: readonly Piece[], { start, end }: Range): Range | undefined {
  const first = startOf(pieces, start);
  if (first && start === end) return { start: first.place, end: first.place };
  const last = first && endOf(pieces, end, first.index);
  if (!last) return undefined;
  for (let index = first.index; index < last.index; index += 1)
    if (pieces[index]?.base.end !== pieces[index + 1]?.base.start) return undefined;
  return { start: first.place, end: last.place };
}
