import type { Range } from '../model/range.ts';
import type { Region } from './compare-region.ts';
import type { Unit } from './side.ts';

/**
 * Compares what stands between two pairs of units: markup, blank lines, and the units that have no partner, which are deleted
 * and inserted whole. Only markup at both ends can be equal; a mark prefers to begin at the start of a line.
 */
export function compareGap(
  region: Region,
  rangeBefore: Range,
  loneBefore: readonly Unit[],
  rangeAfter: Range,
  loneAfter: readonly Unit[],
): void {
  const before = region.before.source.slice(rangeBefore.start, rangeBefore.end);
  const after = region.after.source.slice(rangeAfter.start, rangeAfter.end);
  if (before === after && loneBefore.length === 0 && loneAfter.length === 0) {
    region.writer.same(before);
    return;
  }
  const lines = [delimiterRow(before, loneBefore), delimiterRow(after, loneAfter)] as const;
  if (lines[0] > 0 && lines[1] > 0 && loneBefore.length + loneAfter.length > 0) {
    // The line under the head of a table is no part of the rows that stand after it.
    const [end, otherEnd] = [rangeBefore.start + lines[0], rangeAfter.start + lines[1]];
    compareGap(region, { ...rangeBefore, end }, [], { ...rangeAfter, end: otherEnd }, []);
    region.writer.boundary();
    compareGap(region, { ...rangeBefore, start: end }, loneBefore, { ...rangeAfter, start: otherEnd }, loneAfter);
    return;
  }
  const head = Math.min(headLength(rangeBefore, loneBefore), headLength(rangeAfter, loneAfter));
  const tail = Math.min(tailLength(rangeBefore, loneBefore), tailLength(rangeAfter, loneAfter));
  const [start, end] = equalEnds(before, after, head, tail);
  region.writer.same(before.slice(0, start));
  region.writer.deleted(before.slice(start, before.length - end), region.by);
  region.writer.inserted(after.slice(start, after.length - end), region.by);
  region.writer.same(before.slice(before.length - end));
}

// Up to the end of the line, where a gap begins with the line under the head of a table; else 0.
function delimiterRow(gap: string, lone: readonly Unit[]): number {
  if (lone.length > 0 && lone[0]?.block.type !== 'row') return 0;
  const [, newline, line] = /^[ \t]*(\r\n|\r|\n)([ \t>|:-]*-[ \t|:-]*(?:\r\n|\r|\n|$))/.exec(gap) ?? [];
  return newline === undefined || line === undefined || !line.includes('|')
    ? 0
    : gap.indexOf(newline) + newline.length + line.length;
}

function headLength(range: Range, lone: readonly Unit[]): number {
  return (lone[0]?.start ?? range.end) - range.start;
}

function tailLength(range: Range, lone: readonly Unit[]): number {
  return range.end - (lone.at(-1)?.end ?? range.start);
}

function equalEnds(before: string, after: string, head: number, tail: number): readonly [number, number] {
  let start = 0;
  while (start < head && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  while (start > 0 && !canCut(before, after, start, start)) start -= 1;
  const end = equalEnd(before, after, start, tail);
  const line = Math.max(before.lastIndexOf('\n', start - 1), -1) + 1;
  if (start === 0 || line === 0 || line === start) return [start, end];
  const endFromLine = equalEnd(before, after, line, tail);
  return line + endFromLine === start + end ? [line, endFromLine] : [start, end];
}

function equalEnd(before: string, after: string, start: number, tail: number): number {
  const most = Math.min(tail, before.length - start, after.length - start);
  let end = 0;
  while (end < most && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end += 1;
  while (end > 0 && !canCut(before, after, before.length - end, after.length - end)) end -= 1;
  return end;
}

// Neither half of a surrogate pair nor of a CRLF stands alone in a span.
function canCut(before: string, after: string, placeBefore: number, placeAfter: number): boolean {
  return !isJoined(before, placeBefore) && !isJoined(after, placeAfter);
}

function isJoined(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return false;
  const [left, right] = [text.charCodeAt(place - 1), text.charCodeAt(place)];
  if (left === 0x0d && right === 0x0a) return true;
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}
