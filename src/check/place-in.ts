import type { Document } from '../model/document.ts';
import type { Place } from '../model/message.ts';
import type { Range } from '../model/range.ts';

const lineStarts = new WeakMap<Document, readonly number[]>();

/**
 * The place of a range in a document, as an editor shows it. A document may have as many findings as it has words, so its
 * lines are counted once.
 */
export function placeIn(document: Document, range: Range): Place {
  const starts = lineStarts.get(document) ?? readLineStarts(document.source);
  lineStarts.set(document, starts);
  const start = pointIn(starts, range.start);
  const end = pointIn(starts, range.end);
  return { path: document.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function readLineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function pointIn(starts: readonly number[], offset: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
