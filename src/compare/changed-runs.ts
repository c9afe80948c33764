import type { Run } from '../model/redline.ts';
import { type Piece, verbatim } from './display.ts';
import { markPieces, pushRun, runOf, sameFormats } from './runs.ts';
import type { PlacedSpan } from './span-places.ts';

/** A part of a piece before and the part of a piece after that show the same characters, written in the same span. */
interface Kept {
  readonly before: number;
  readonly beforeFrom: number;
  readonly after: number;
  readonly afterFrom: number;
  readonly length: number;
}

/**
 * The runs of a block that stands in both texts: what a `same` span keeps and both sides show alike is the same, everything
 * else is marked, deletion first. Without what is inserted the runs show the block before, without what is deleted the block after.
 */
export function changedRuns(
  before: readonly Piece[],
  after: readonly Piece[],
  spans: readonly PlacedSpan[],
): readonly Run[] {
  const runs: Run[] = [];
  let [one, other]: [Place, Place] = [
    { piece: 0, from: 0 },
    { piece: 0, from: 0 },
  ];
  for (const kept of findKept(before, after, spans)) {
    const [to, otherTo] = [
      { piece: kept.before, from: kept.beforeFrom },
      { piece: kept.after, from: kept.afterFrom },
    ];
    pushChange(runs, piecesBetween(before, one, to), piecesBetween(after, other, otherTo), spans);
    pushKept(runs, before[kept.before] as Piece, after[kept.after] as Piece, kept);
    one = { piece: kept.before, from: kept.beforeFrom + kept.length };
    other = { piece: kept.after, from: kept.afterFrom + kept.length };
  }
  const [end, otherEnd] = [
    { piece: before.length, from: 0 },
    { piece: after.length, from: 0 },
  ];
  pushChange(runs, piecesBetween(before, one, end), piecesBetween(after, other, otherEnd), spans);
  return runs;
}

function pushKept(runs: Run[], before: Piece, after: Piece, kept: Kept): void {
  const run = runOf('same', after, kept.afterFrom, kept.afterFrom + kept.length);
  if (sameFormats(before.setting.formats, after.setting.formats)) pushRun(runs, run);
  else pushRun(runs, { ...run, formatsBefore: before.setting.formats });
}

function findKept(before: readonly Piece[], after: readonly Piece[], spans: readonly PlacedSpan[]): readonly Kept[] {
  const kept: Kept[] = [];
  let [b, a] = [0, 0];
  for (const span of spans) {
    if (span.type !== 'same') continue;
    const shift = span.after - span.before;
    const limit = span.before + span.length;
    while (b < before.length && (before[b] as Piece).end <= span.before) b += 1;
    while (a < after.length && (after[a] as Piece).end <= span.after) a += 1;
    while (b < before.length && a < after.length) {
      const [one, other] = [before[b] as Piece, after[a] as Piece];
      const [endBefore, endAfter] = [one.end, other.end - shift];
      const found = keptPart(one, other, shift, span.before, limit);
      if (found) kept.push({ before: b, after: a, ...found });
      if (Math.min(endBefore, endAfter) >= limit) break;
      if (endBefore <= endAfter) b += 1;
      if (endAfter <= endBefore) a += 1;
    }
  }
  return kept;
}

type KeptPart = Omit<Kept, 'before' | 'after'>;

function keptPart(one: Piece, other: Piece, shift: number, from: number, to: number): KeptPart | undefined {
  if (one.setting.key !== other.setting.key) return undefined;
  const otherStart = other.start - shift;
  if (one.exact && other.exact) {
    const start = Math.max(one.start, otherStart, from);
    const length = Math.min(one.end, other.end - shift, to) - start;
    return length > 0 ? { beforeFrom: start - one.start, afterFrom: start - otherStart, length } : undefined;
  }
  const aligned = !one.exact && !other.exact && one.start === otherStart && one.end === other.end - shift;
  if (!aligned || one.text !== other.text || one.start < from || one.end > to) return undefined;
  return { beforeFrom: 0, afterFrom: 0, length: one.text.length };
}

interface Place {
  readonly piece: number;
  readonly from: number;
}

// The pieces from one place to another, the first and the last cut; only exact pieces are ever cut inside.
function piecesBetween(pieces: readonly Piece[], from: Place, to: Place): readonly Piece[] {
  const found: Piece[] = [];
  for (let index = from.piece; index < pieces.length && index <= to.piece; index += 1) {
    const piece = pieces[index] as Piece;
    const start = index === from.piece ? from.from : 0;
    const end = index === to.piece ? to.from : piece.text.length;
    if (start === 0 && end === piece.text.length) found.push(piece);
    else if (start < end) {
      const text = piece.text.slice(start, end);
      found.push({ ...piece, text, start: piece.start + start, end: piece.start + end });
    }
  }
  return found;
}

// A change of the source that shows nothing (a line wrapped elsewhere, a second space, an escape) is no change to a reader.
function pushChange(
  runs: Run[],
  deleted: readonly Piece[],
  inserted: readonly Piece[],
  spans: readonly PlacedSpan[],
): void {
  if (showAlike(deleted, inserted)) {
    for (const piece of inserted) pushRun(runs, runOf('same', piece));
    return;
  }
  const set = setAnew(deleted, inserted);
  if (set) {
    for (const run of set) pushRun(runs, run);
    return;
  }
  markPieces(runs, 'deleted', deleted, spans);
  markPieces(runs, 'inserted', inserted, spans);
}

/** The runs of the same words that are only set in another way; nothing where a word, a link or more differs. */
function setAnew(deleted: readonly Piece[], inserted: readonly Piece[]): readonly Run[] | undefined {
  const runs: Run[] = [];
  let [piece, from] = [0, 0];
  for (const other of inserted) {
    for (let at = 0; at < other.text.length; ) {
      const one = deleted[piece];
      const length = Math.min(other.text.length - at, (one?.text.length ?? 0) - from);
      if (!one || length <= 0 || !sameButFormats(one, from, other, at, length)) return undefined;
      const run = runOf('same', other, at, at + length);
      const alike = sameFormats(one.setting.formats, other.setting.formats);
      runs.push(alike ? run : { ...run, formatsBefore: one.setting.formats });
      at += length;
      from += length;
      if (from === one.text.length) [piece, from] = [piece + 1, 0];
    }
  }
  return piece === deleted.length && runs.length > 0 ? runs : undefined;
}

function sameButFormats(one: Piece, from: number, other: Piece, at: number, length: number): boolean {
  if (one.setting.key !== other.setting.key) return false;
  return one.text.slice(from, from + length) === other.text.slice(at, at + length);
}

// Several spaces read as one, but in code.
function shownText({ text, formats, link }: Run): string {
  return link === verbatim.key || formats.includes('code') || formats.includes('html')
    ? text
    : text.replace(/[ \t]+/g, ' ');
}

function showAlike(one: readonly Piece[], other: readonly Piece[]): boolean {
  const [runs, others]: [Run[], Run[]] = [[], []];
  for (const piece of one) pushRun(runs, { ...runOf('same', piece), link: piece.setting.key });
  for (const piece of other) pushRun(others, { ...runOf('same', piece), link: piece.setting.key });
  return (
    runs.length === others.length &&
    runs.every((run, index) => {
      const match = others[index] as Run;
      return shownText(run) === shownText(match) && run.link === match.link && sameFormats(run.formats, match.formats);
    })
  );
}
