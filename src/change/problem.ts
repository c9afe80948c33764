import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';

/** What is wrong with a change file, at a range of it: a message before it has a line and a column. */
export interface Problem extends Range {
  readonly rule: string;
  readonly text: string;
  readonly advice?: string;
}

/** The problems of one file as error messages, in the order of the file. Time grows with the file and with the problems, not with both. */
export function messagesOf(problems: readonly Problem[], source: string, path: string): readonly Message[] {
  const lines = lineStarts(source);
  const ordered = [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.map(({ start, end, rule, text, advice }) => {
    const from = pointOf(lines, start);
    const to = pointOf(lines, Math.max(start, end));
    const place = { path, ...from, endLine: to.line, endColumn: to.column };
    return advice === undefined
      ? { severity: 'error', rule, text, place }
      : { severity: 'error', rule, text, place, advice };
  });
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
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
