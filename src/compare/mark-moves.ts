import type { Range } from '../model/range.ts';
import type { Span } from '../model/redline.ts';
import type { Move } from './find-moves.ts';
import type { Side } from './side.ts';

type MovedRange = Range & { readonly move: number };

/**
 * The spans with the ends of moves marked: all that was taken from the old place is deleted, all that stands at the new one
 * inserted, with the number of the move. A span is cut where a move begins or ends in it; the texts stay as they are.
 */
export function markMoves(before: Side, after: Side, spans: readonly Span[], moves: readonly Move[]): readonly Span[] {
  if (moves.length === 0) return spans;
  const from = rangesOf(before, moves, 'before');
  const to = rangesOf(after, moves, 'after');
  const marked: Span[] = [];
  let [b, a] = [0, 0];
  for (const span of spans) {
    const { type, text } = span;
    if (type === 'deleted') cutSpan(span, b, from, marked);
    else if (type === 'inserted') cutSpan(span, a, to, marked);
    else marked.push(span);
    if (type !== 'inserted') b += text.length;
    if (type !== 'deleted') a += text.length;
  }
  return marked;
}

function cutSpan(span: Span, start: number, ranges: MovedRange[], marked: Span[]): void {
  const { text } = span;
  const push = (from: number, to: number, move?: number): void => {
    if (from < to) marked.push({ ...span, text: text.slice(from, to), ...(move === undefined ? {} : { move }) });
  };
  let at = 0;
  while (ranges.length > 0) {
    const range = ranges[0] as MovedRange;
    const [from, to] = [Math.max(range.start - start, at), Math.min(range.end - start, text.length)];
    if (from < to) {
      push(at, from);
      push(from, to, range.move);
      at = to;
    }
    if (range.end > start + text.length) break;
    ranges.shift();
  }
  push(at, text.length);
}

// With a moved block go the marker before it and the end of its line, as far as they are marked at all.
function rangesOf(side: Side, moves: readonly Move[], name: 'before' | 'after'): MovedRange[] {
  const ranges = moves.map(({ number, units, ends }): MovedRange => {
    if (ends) return { ...ends[name], move: number };
    const [first, last] = [units[0]?.[name], units.at(-1)?.[name]];
    const start = first?.start ?? 0;
    const end = last?.end ?? start;
    return { ...wholeLines(side.source, { start, end }), move: number };
  });
  return ranges.sort((one, other) => one.start - other.start);
}

/** A range with the marker before it and the end of its line, blank lines after it included. */
export function wholeLines(source: string, { start, end }: Range): Range {
  return { start: markerStart(source, start), end: lineEnd(source, end) };
}

function markerStart(source: string, start: number): number {
  let at = start;
  while (at > 0 && /[ \t#>*+\d.)-]/.test(source[at - 1] as string)) at -= 1;
  return at === 0 || /[\r\n]/.test(source[at - 1] as string) ? at : start;
}

// The blank lines after it too.
function lineEnd(source: string, end: number): number {
  let at = end;
  while (at < source.length && /[ \t#]/.test(source[at] as string)) at += 1;
  if (!/[\r\n]/.test(source[at] ?? '')) return end;
  while (at < source.length && /[\r\n]/.test(source[at] as string)) at += 1;
  return at;
}
