import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { walk } from '../provision/walk.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';

/** Where quoted words occur in a range of a source, and where they occur only inside longer words. */
export interface WordsFound {
  readonly whole: readonly Range[];
  readonly partial: readonly Range[];
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/**
 * Finds quoted words in a range of a source. The words are Markdown, character for character, but that a run of white
 * space (with at most one line end in it) counts as one space. They must be whole words: `in` is not found in `install`, nor `5` in
 * `5.2` or `1,500`.
 */
export function findWords(source: string, range: Range, words: string): WordsFound {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('[ \\t]*(?:[ \\t]|\\r?\\n)[ \\t]*');
  const whole: Range[] = [];
  const partial: Range[] = [];
  if (words.trim() === '') return { whole, partial };
  const matcher = new RegExp(pattern, 'g');
  const text = source.slice(range.start, range.end);
  for (let match = matcher.exec(text); match; match = matcher.exec(text)) {
    const start = range.start + match.index;
    const found = { start, end: start + match[0].length };
    (isWhole(source, found) ? whole : partial).push(found);
    // Words found inside a longer word may begin again before that word ends.
    if (!isWhole(source, found)) matcher.lastIndex = match.index + 1;
  }
  return { whole, partial };
}

/** Takes out the places that touch a label: labels are not words, and change only by renumbering. */
export function outsideLabels(document: Document, found: readonly Range[]): readonly Range[] {
  const labels = labelRanges(document);
  return found.filter((range) => {
    const label = labels[firstEndingAfter(labels, range.start)];
    return !label || label.start >= range.end;
  });
}

/** Whether a label ends at an offset of a document's source: the space there is what parts it from the words, and belongs to it. */
export function labelEndsAt(document: Document, offset: number): boolean {
  const labels = labelRanges(document);
  return labels[firstEndingAfter(labels, offset - 1)]?.end === offset;
}

// A document never changes, so its labels are gathered once.
const known = new WeakMap<Document, readonly Range[]>();

function labelRanges(document: Document): readonly Range[] {
  const gathered = known.get(document);
  if (gathered) return gathered;
  const ranges = [...walk(document)].flatMap(({ provision }) => (provision.labelRange ? [provision.labelRange] : []));
  known.set(document, ranges);
  return ranges;
}

function isWhole(source: string, range: Range): boolean {
  const joined = (left: string, right: string) => wordCharacter.test(left) && wordCharacter.test(right);
  const starts = joined(source.charAt(range.start - 1), source.charAt(range.start));
  const ends = joined(source.charAt(range.end - 1), source.charAt(range.end));
  return !starts && !ends && !insideNumber(source, range.start) && !insideNumber(source, range.end);
}

// Figures joined by a point, or by the comma before thousands: `5.2`, `5.5A.2`, `1,500`.
function insideNumber(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 4), at);
  const after = source.slice(at, at + 5);
  if (/\d[A-Z]{0,2}\.$/.test(before)) return /^\d/.test(after);
  if (/\d,$/.test(before)) return /^\d{3}(?!\d)/.test(after);
  return /\d[A-Z]{0,2}$/.test(before) && /^(?:\.\d|,\d{3}(?!\d))/.test(after);
}
