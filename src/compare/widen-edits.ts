import type { Edit, Range } from '../model/range.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import { leafAt, type Side, tokensOf } from './side.ts';
import type { Token } from './tokens.ts';

/** What one or more edits of one instruction took out, and what stands in its place. */
export interface EditedRange {
  readonly before: Range;
  readonly after: Range;
  readonly by: number;
  /** Only a number changes, of a label or of a citation. */
  readonly relabel?: Edit['relabel'];
  /** It is one end of a move: it is taken and put in as it stands. */
  readonly move?: number;
  /** Of the end of a move: the edits that were carried out in it. */
  readonly inside?: readonly Edit[];
}

/** By how many characters of equal text a range is to grow on the left and on the right. */
interface Growth {
  readonly left: number;
  readonly right: number;
}

/**
 * Grows the ranges of edits, given in order, until they cut no word, no Markdown construct and no pair of delimiters in either
 * text. A range that meets one of the same instruction is joined with it; it never grows into that of another instruction.
 */
export function widenEdits(before: Side, after: Side, edits: readonly EditedRange[]): readonly EditedRange[] {
  const widened: EditedRange[] = [];
  let next = 0;
  while (next < edits.length) {
    let range = edits[next++] as EditedRange;
    for (;;) {
      const wanted = wantedGrowth(before, after, range);
      const [last, following] = [widened.at(-1), edits[next]];
      const leftRoom = range.before.start - (last?.before.end ?? 0);
      const rightRoom = (following?.before.start ?? before.source.length) - range.before.end;
      if (last && wanted.left > leftRoom && canJoin(last, range)) {
        range = join(last, range);
        widened.pop();
      } else if (following && wanted.right > rightRoom && canJoin(range, following)) {
        range = join(range, following);
        next += 1;
      } else {
        const growth = { left: Math.min(wanted.left, leftRoom), right: Math.min(wanted.right, rightRoom) };
        if (growth.left === 0 && growth.right === 0) break;
        range = grow(range, growth);
      }
    }
    widened.push(range);
  }
  return widened;
}

function canJoin(one: EditedRange, other: EditedRange): boolean {
  return one.by === other.by && one.relabel === other.relabel && one.move === other.move;
}

function join(one: EditedRange, other: EditedRange): EditedRange {
  return {
    ...one,
    before: { start: one.before.start, end: other.before.end },
    after: { start: one.after.start, end: other.after.end },
  };
}

function grow(range: EditedRange, { left, right }: Growth): EditedRange {
  const { before, after } = range;
  return {
    ...range,
    before: { start: before.start - left, end: before.end + right },
    after: { start: after.start - left, end: after.end + right },
  };
}

function wantedGrowth(before: Side, after: Side, range: EditedRange): Growth {
  if (range.move !== undefined) return { left: 0, right: 0 };
  const one = wantedIn(before, range.before);
  const other = wantedIn(after, range.after);
  return { left: Math.max(one.left, other.left), right: Math.max(one.right, other.right) };
}

function wantedIn(side: Side, range: Range): Growth {
  let { start, end } = range;
  const first = leafAt(side, range.start);
  const last = range.end === range.start ? first : leafAt(side, range.end);
  for (const leaf of first === last ? [first] : [first, last]) {
    if (leaf < 0) continue;
    const tokens = tokensOf(side, leaf);
    for (let place = firstEndingAfter(tokens, range.start); place < tokens.length; place += 1) {
      const token = tokens[place] as Token;
      if (token.start >= range.end && token.start >= range.start) break;
      start = Math.min(start, token.start);
      end = Math.max(end, token.end);
      const mate = token.mate === undefined ? token : (tokens[token.mate] as Token);
      start = Math.min(start, mate.start);
      end = Math.max(end, mate.end);
    }
  }
  return { left: range.start - start, right: end - range.end };
}
