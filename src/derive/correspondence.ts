import { compareDocuments } from '../compare/compare-documents.ts';
import { type Side, sideOf } from '../compare/side.ts';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock, Span } from '../model/redline.ts';

/** A part of the text before and what stands in its place in the text after; one of the two may be empty. */
export interface TextChange {
  readonly before: Range;
  readonly after: Range;
}

/** What the comparison of two documents tells of what stands in place of what. */
export interface Correspondence {
  readonly before: Document;
  readonly after: Document;
  /** The text before as the comparison cuts it into words. */
  readonly side: Side;
  /** The text after, in the same way; cut where it is first asked for. */
  readonly sideAfter: () => Side;
  /** Every difference of the two sources, in order. */
  readonly changes: readonly TextChange[];
  /** The redline of the two. */
  readonly blocks: readonly RedlineBlock[];
  /** By the start of a block in the text before, the start of its version in the text after. */
  readonly starts: ReadonlyMap<number, number>;
  /** How many words stand only in the text after, what was moved apart. */
  readonly wordsInserted: number;
  /** How many characters, white space apart, stand in both of two ranges as the same words. */
  readonly shared: (before: Range, after: Range) => number;
}

/** Compares two documents, and keeps of the redline what instructions are derived from. */
export function correspond(before: Document, after: Document): Correspondence {
  const redline = compareDocuments(before, after);
  const starts = new Map<number, number>();
  collectStarts(redline.blocks, starts);
  const { changes, same } = readSpans(redline.source);
  const inserted = redline.source.filter(({ type, move }) => type === 'inserted' && move === undefined);
  const wordsInserted = inserted.reduce((sum, { text }) => sum + countWords(text), 0);
  const shared = (one: Range, other: Range): number => countShared(same, before.source, one, other);
  let side: Side | undefined;
  const sideAfter = (): Side => {
    side ??= sideOf(after);
    return side;
  };
  const { blocks } = redline;
  return { before, after, side: sideOf(before), sideAfter, blocks, changes, starts, wordsInserted, shared };
}

function collectStarts(blocks: readonly RedlineBlock[], starts: Map<number, number>): void {
  for (const block of blocks) {
    if (block.type !== 'list' && block.before && block.after) starts.set(block.before.start, block.after.start);
    if ('children' in block) collectStarts(block.children, starts);
  }
}

/** Equal text: where it starts in both sources. */
interface Same {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

function readSpans(spans: readonly Span[]): {
  readonly changes: readonly TextChange[];
  readonly same: readonly Same[];
} {
  const changes: TextChange[] = [];
  const same: Same[] = [];
  let [b, a] = [0, 0];
  let [fromBefore, fromAfter] = [0, 0];
  const close = (): void => {
    if (fromBefore === b && fromAfter === a) return;
    changes.push({ before: { start: fromBefore, end: b }, after: { start: fromAfter, end: a } });
  };
  for (const { type, text } of spans) {
    if (type === 'same') {
      close();
      same.push({ before: b, after: a, length: text.length });
    }
    if (type !== 'inserted') b += text.length;
    if (type !== 'deleted') a += text.length;
    if (type === 'same') [fromBefore, fromAfter] = [b, a];
  }
  close();
  return { changes, same };
}

function countShared(same: readonly Same[], source: string, before: Range, after: Range): number {
  let count = 0;
  for (let index = firstReaching(same, before.start); index < same.length; index += 1) {
    const piece = same[index] as Same;
    if (piece.before >= before.end) break;
    const from = Math.max(piece.before, before.start, after.start - piece.after + piece.before);
    const to = Math.min(piece.before + piece.length, before.end, after.end - piece.after + piece.before);
    if (from < to) count += visibleLength(source.slice(from, to));
  }
  return count;
}

/** How many words a reader counts in a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** How many characters of a text are not white space. */
export function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function firstReaching(same: readonly Same[], offset: number): number {
  let [low, high] = [0, same.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = same[middle] as Same;
    if (piece.before + piece.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The differences of two ranges that are versions of one another, cut to them. Where the comparison set other text against
 * them, all of it is one difference, but for the words with which both begin and end.
 */
export function changesWithin(correspondence: Correspondence, before: Range, after: Range): readonly TextChange[] {
  const { changes } = correspondence;
  const [one, other] = [
    correspondence.before.source.slice(before.start, before.end),
    correspondence.after.source.slice(after.start, after.end),
  ];
  if (one === other) return [];
  const found: TextChange[] = [];
  for (let index = firstTouching(changes, before.start); index < changes.length; index += 1) {
    const change = changes[index] as TextChange;
    if (change.before.start > before.end) break;
    const cut = { before: cutTo(change.before, before), after: cutTo(change.after, after) };
    if (cut.before.start < cut.before.end || cut.after.start < cut.after.end) found.push(cut);
  }
  return rebuilds(found, correspondence, before, after) ? found : [wholeChange(one, other, before, after)];
}

function firstTouching(changes: readonly TextChange[], offset: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as TextChange).before.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cutTo(range: Range, within: Range): Range {
  const start = Math.min(Math.max(range.start, within.start), within.end);
  return { start, end: Math.max(start, Math.min(range.end, within.end)) };
}

function rebuilds(changes: readonly TextChange[], texts: Correspondence, before: Range, after: Range): boolean {
  let at = before.start;
  let made = '';
  for (const change of changes) {
    if (change.before.start < at) return false;
    made += texts.before.source.slice(at, change.before.start);
    if (change.after.start !== after.start + made.length) return false;
    made += texts.after.source.slice(change.after.start, change.after.end);
    at = change.before.end;
  }
  made += texts.before.source.slice(at, before.end);
  return made === texts.after.source.slice(after.start, after.end);
}

function wholeChange(one: string, other: string, before: Range, after: Range): TextChange {
  const most = Math.min(one.length, other.length);
  let from = 0;
  while (from < most && one[from] === other[from]) from += 1;
  let to = 0;
  while (to < most - from && one[one.length - 1 - to] === other[other.length - 1 - to]) to += 1;
  return {
    before: { start: before.start + from, end: before.end - to },
    after: { start: after.start + from, end: after.end - to },
  };
}
