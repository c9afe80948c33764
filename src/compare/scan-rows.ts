import type { Range } from '../model/range.ts';

/** Whether a line is what stands between the head of a table and its rows. Takes time linear in the line. */
export function isDelimiterRow(source: string, start: number, end: number): boolean {
  const code = source.charCodeAt(start);
  if (code !== 0x7c && code !== 0x2d && code !== 0x3a) return false;
  const line = source.slice(start, end).trim();
  if (!/^[-|: \t]+$/.test(line) || !line.includes('-')) return false;
  const cells = line.replace(/^\||\|$/g, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** Where the words of the cells of a row stand; of an empty cell, the place where words would be put. */
export function scanCells(source: string, { start, end }: Range): readonly Range[] {
  const cells: Range[] = [];
  let from = source.charCodeAt(start) === 0x7c ? start + 1 : start;
  for (let at = from; at < end; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x7c) {
      cells.push(trimmed(source, from, at));
      from = at + 1;
    }
  }
  if (from < end) cells.push(trimmed(source, from, end));
  return cells;
}

function trimmed(source: string, from: number, to: number): Range {
  let [start, end] = [from, to];
  while (start < end && isSpace(source.charCodeAt(start))) start += 1;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end -= 1;
  if (start < end) return { start, end };
  const inside = Math.min(from + 1, to);
  return { start: inside, end: inside };
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
