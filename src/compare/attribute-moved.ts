import type { Edit, Range } from '../model/range.ts';
import type { Span } from '../model/redline.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import type { Move } from './find-moves.ts';
import { wholeLines } from './mark-moves.ts';
import { type Side, unitsIn } from './side.ts';

type Attributed = Range & { readonly by: number };

/**
 * The spans with whole blocks that other instructions put in or left out of what moved told to come from those instructions. A span is cut
 * where such a block begins or ends in it; the texts stay as they are.
 */
export function attributeMoved(
  before: Side,
  after: Side,
  spans: readonly Span[],
  moves: readonly Move[],
): readonly Span[] {
  const inside = moves.filter((move) => move.inside && move.inside.length > 0);
  if (inside.length === 0) return spans;
  const deleted = inOrder(inside.flatMap((move) => leftOut(before, move)));
  const inserted = inOrder(inside.flatMap((move) => putIn(after, move)));
  let [b, a] = [0, 0];
  return spans.flatMap((span) => {
    const { type, text } = span;
    const cut = type === 'same' ? [span] : type === 'deleted' ? cutSpan(span, b, deleted) : cutSpan(span, a, inserted);
    if (type !== 'inserted') b += text.length;
    if (type !== 'deleted') a += text.length;
    return cut;
  });
}

function leftOut(before: Side, { units, ends, inside = [] }: Move): readonly Attributed[] {
  const kept = new Set(units.map((unit) => unit.before.start));
  const lone = ends ? unitsIn(before, ends.before).filter(({ start }) => !kept.has(start)) : [];
  return lone.flatMap(({ start, end }) => {
    const edit = inside.find((one) => one.start < end && one.end > start);
    return edit ? [{ ...wholeLines(before.source, { start, end }), by: edit.by }] : [];
  });
}

// Between what stands before it and what stands after it, in the text before, was the edit that put it in.
function putIn(after: Side, { units, ends, inside = [] }: Move): readonly Attributed[] {
  if (!ends) return [];
  const placed = [...units].sort((one, other) => one.after.start - other.after.start);
  const kept = new Set(placed.map((unit) => unit.after.start));
  const places = placed.map((unit) => unit.after);
  return unitsIn(after, ends.after).flatMap(({ start, end }) => {
    const next = firstEndingAfter(places, start);
    const from = placed[next - 1]?.before.start ?? ends.before.start;
    const to = placed[next]?.before.end ?? ends.before.end;
    const edit = kept.has(start) ? undefined : inside.find((one) => one.start >= from && one.end <= to && isBlock(one));
    return edit ? [{ ...wholeLines(after.source, { start, end }), by: edit.by }] : [];
  });
}

function isBlock({ text }: Edit): boolean {
  return text.includes('\n');
}

function inOrder(ranges: readonly Attributed[]): readonly Attributed[] {
  return [...ranges].sort((one, other) => one.start - other.start);
}

function cutSpan(span: Span, start: number, ranges: readonly Attributed[]): readonly Span[] {
  const cut: Span[] = [];
  const end = start + span.text.length;
  let at = start;
  const push = (to: number, by: number | undefined): void => {
    if (at < to) cut.push({ ...span, text: span.text.slice(at - start, to - start), ...(by !== undefined && { by }) });
    at = Math.max(at, to);
  };
  for (let index = firstEndingAfter(ranges, start); index < ranges.length; index += 1) {
    const range = ranges[index] as Attributed;
    if (range.start >= end) break;
    push(Math.max(range.start, start), undefined);
    push(Math.min(range.end, end), range.by);
  }
  push(end, undefined);
  return cut;
}
