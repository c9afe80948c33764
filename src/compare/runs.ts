import type { Format, Run } from '../model/redline.ts';
import type { Piece } from './display.ts';
import { type PlacedSpan, spansIn } from './span-places.ts';

/** Adds a run, joined with the one before it where both are set and marked alike. */
export function pushRun(runs: Run[], run: Run): void {
  if (run.text === '') return;
  const last = runs.at(-1);
  if (last && alike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

// Two images, breaks or notes in a row stay two runs.
const single: ReadonlySet<Format> = new Set(['image', 'footnote', 'break', 'html', 'code']);

function alike(one: Run, other: Run): boolean {
  if (one.type !== other.type || one.by !== other.by || one.link !== other.link) return false;
  if (one.relabel !== other.relabel) return false;
  if (!sameFormats(one.formats, other.formats) || one.formats.some((format) => single.has(format))) return false;
  if (one.formatsBefore === undefined || other.formatsBefore === undefined)
    return one.formatsBefore === other.formatsBefore;
  return sameFormats(one.formatsBefore, other.formatsBefore);
}

/** Whether two words are set alike. */
export function sameFormats(one: readonly Format[], other: readonly Format[]): boolean {
  return one.length === other.length && one.every((format, index) => format === other[index]);
}

/** A run of a piece, or of a part of an exact one. */
export function runOf(type: Run['type'], piece: Piece, from = 0, to = piece.text.length, by?: number): Run {
  const text = piece.text.slice(from, to);
  const { formats, link } = piece.setting;
  const run: Run = link === undefined ? { type, text, formats } : { type, text, formats, link };
  return by === undefined ? run : { ...run, by };
}

/** The runs of words that stand in both texts without a change. */
export function sameRuns(pieces: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) pushRun(runs, runOf('same', piece));
  return runs;
}

/** The runs of words that stand in one text only; each mark bears the instruction of the span that it stands in. */
export function markedRuns(
  type: 'inserted' | 'deleted',
  pieces: readonly Piece[],
  spans: readonly PlacedSpan[],
): readonly Run[] {
  const runs: Run[] = [];
  markPieces(runs, type, pieces, spans);
  return runs;
}

/** Adds the runs of pieces of one text, cut where another instruction begins. */
export function markPieces(
  runs: Run[],
  type: 'inserted' | 'deleted',
  pieces: readonly Piece[],
  spans: readonly PlacedSpan[],
): void {
  const side = type === 'deleted' ? 'before' : 'after';
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last) return;
  const marks = spansIn(spans, side, { start: first.start, end: last.end }).filter((span) => span.type === type);
  let next = 0;
  for (const piece of pieces) {
    while (next < marks.length && endOf(marks[next], side) <= piece.start) next += 1;
    let at = piece.start;
    for (let mark = next; at < piece.end; mark += 1) {
      const end = piece.exact ? Math.min(piece.end, endOf(marks[mark], side)) : piece.end;
      const part = piece.exact ? [at - piece.start, end - piece.start] : [];
      const run = runOf(type, piece, part[0], part[1], marks[mark]?.by);
      pushRun(runs, marks[mark]?.relabel ? { ...run, relabel: true } : run);
      at = end;
    }
  }
}

function endOf(span: PlacedSpan | undefined, side: 'before' | 'after'): number {
  return span ? span[side] + span.length : Number.POSITIVE_INFINITY;
}
