import type { Place } from '../model/message.ts';
import type { Range } from '../model/range.ts';

/** The place of a range in a file, as an editor shows it: lines and columns from 1. */
export function placeOf(source: string, path: string, range: Range): Place {
  const start = pointOf(source, range.start);
  const end = pointOf(source, range.end);
  return { path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function pointOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
