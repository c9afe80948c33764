import type { Place } from '../model/message.ts';
import type { Range } from '../model/range.ts';

/**
 * The place of a range in a file, as an editor shows it: lines and columns from 1. The lines of a text are counted once
 * for all the places asked for in a row, since a file may have as many findings as it has words.
 */
export function placeOf(source: string, path: string, range: Range): Place {
  const starts = lineStartsOf(source);
  const start = pointOf(starts, range.start);
  const end = pointOf(starts, Math.max(range.start, range.end));
  return { path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

let last: { readonly source: string; readonly starts: readonly number[] } = { source: '', starts: [0] };

function lineStartsOf(source: string): readonly number[] {
  if (last.source === source) return last.starts;
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  last = { source, starts };
  return starts;
}

function pointOf(starts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
