import { readLabel } from '../source/label.ts';
import { scanWords } from './scan-words.ts';
import type { Side, Unit } from './side.ts';

/** The words of a unit without the label that opens it, which a move may change. */
export function bareWords(side: Side, unit: Unit): readonly string[] {
  const words: string[] = [];
  const range = { start: bareStart(side, unit), end: unit.end };
  for (const { type, start, end } of scanWords(side.source, range, false))
    if (type !== 'space' && type !== 'punctuation') words.push(side.source.slice(start, end));
  return words;
}

/** A number that two units share where they have the same characters after the label that opens them, white space aside. */
export function fingerprint(side: Side, unit: Unit): number {
  let hash = 0x811c9dc5;
  let length = 0;
  for (let at = bareStart(side, unit); at < unit.end; at += 1) {
    const code = side.source.charCodeAt(at);
    if (code <= 0x20) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
    length += 1;
  }
  return (hash >>> 0) * 0x100000 + (length & 0xfffff);
}

function bareStart(side: Side, unit: Unit): number {
  const { type } = unit.block;
  if (type !== 'paragraph' && type !== 'heading' && type !== 'row') return unit.start;
  const opening = side.source.slice(unit.start, Math.min(unit.end, unit.start + 48));
  const frame = type === 'row' ? (/^\|?[ \t]*/.exec(opening)?.[0].length ?? 0) : 0;
  const label = readLabel(opening.slice(frame), type === 'heading' ? 'heading' : 'item');
  return Math.min(unit.end, unit.start + frame + (label?.length ?? 0));
}

/** Whether so few words differ between two lists that one is the other, lightly edited: three, and one more in each twenty. */
export function isLightlyEdited(one: readonly string[], other: readonly string[]): boolean {
  const longer = Math.max(one.length, other.length);
  const shared = (likeness(one, other) * (one.length + other.length)) / 2;
  return longer - shared <= 3 + longer / 20;
}

/** Which part of the words of both lists the other list has too, between 0 and 1, in whatever order. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}
