import type { Range } from '../model/range.ts';

const step = 4096;

/**
 * What is left of two texts when their common head and tail are cut off, each at the start of a block that stands at the margin,
 * outside code and comments. Reads what is equal by long pieces, never line by line.
 */
export function cutCommonEnds(before: string, after: string): readonly [Range, Range] {
  const head = cutHead(before, after, commonStart(before, after));
  const tail = commonEnd(before, after, head);
  const from = blockStartFrom(before, after, before.length - tail);
  const length = before.length - from;
  return [
    { start: head, end: from },
    { start: head, end: after.length - length },
  ];
}

function commonStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at + step <= most && before.slice(at, at + step) === after.slice(at, at + step)) at += step;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(before: string, after: string, head: number): number {
  const [lengthBefore, lengthAfter] = [before.length, after.length];
  const most = Math.min(lengthBefore, lengthAfter) - head;
  let length = 0;
  const pieceOf = (text: string, end: number): string => text.slice(end - step, end);
  while (length + step <= most && pieceOf(before, lengthBefore - length) === pieceOf(after, lengthAfter - length))
    length += step;
  while (length < most && before.charCodeAt(lengthBefore - 1 - length) === after.charCodeAt(lengthAfter - 1 - length))
    length += 1;
  return length;
}

function cutHead(before: string, after: string, equal: number): number {
  let at = equal === 0 ? 0 : before.lastIndexOf('\n', equal - 1) + 1;
  while (at > 0 && !(startsBlock(before, at) && startsBlock(after, at)))
    at = at < 2 ? 0 : before.lastIndexOf('\n', at - 2) + 1;
  return at === 0 ? 0 : outsideLines(before, at);
}

function blockStartFrom(before: string, after: string, place: number): number {
  const shift = after.length - before.length;
  let at = place;
  while (at < before.length && !(startsBlock(before, at) && startsBlock(after, at + shift))) {
    const next = before.indexOf('\n', at);
    if (next < 0) return before.length;
    at = next + 1;
  }
  return at;
}

// At the margin, after a blank line.
function startsBlock(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (at === 0 || code === 0x0a || code === 0x0d || code === 0x20 || code === 0x09) return false;
  if (text.charCodeAt(at - 1) !== 0x0a) return false;
  let end = at - 1;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.charCodeAt(end - 1) === 0x0a;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}

// The place itself, or the start of the code, comment or front matter that it is in.
function outsideLines(text: string, place: number): number {
  let at = 0;
  if (text.startsWith('---\n') || text.startsWith('---\r')) {
    const end = text.indexOf('\n---', 3);
    if (end >= 0 && place <= end) return 0;
    at = Math.max(end, 0);
  }
  let [ticks, tildes, comment] = [-2, -2, -2];
  for (;;) {
    if (ticks !== -1 && ticks < at) ticks = text.indexOf('```', at);
    if (tildes !== -1 && tildes < at) tildes = text.indexOf('~~~', at);
    if (comment !== -1 && comment < at) comment = text.indexOf('<!--', at);
    const opening = Math.min(...[ticks, tildes, comment].map((found) => (found < 0 ? place : found)));
    if (opening >= place) return place;
    const line = text.lastIndexOf('\n', opening) + 1;
    at = opening + 3;
    if (!/^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(line, Math.min(opening, line + 200)))) continue;
    const end = opening === comment ? text.indexOf('-->', at) : closingFence(text, opening);
    if (end < 0 || end >= place) return line;
    at = end + 3;
  }
}

function closingFence(text: string, opening: number): number {
  const mark = text[opening] as string;
  let length = 3;
  while (text[opening + length] === mark) length += 1;
  const marks = mark.repeat(length);
  for (let at = text.indexOf(marks, opening + length); at >= 0; at = text.indexOf(marks, at + length)) {
    const line = text.lastIndexOf('\n', at) + 1;
    if (line > opening && /^[ \t>]*$/.test(text.slice(line, Math.min(at, line + 200)))) return at;
    // Marks in the line that opens are no fence at all.
    if (line <= opening && mark === '`') return at;
  }
  return -1;
}
