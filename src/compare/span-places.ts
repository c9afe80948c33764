import type { Range } from '../model/range.ts';
import type { Span } from '../model/redline.ts';

/** A span with where it begins in each text. It has length only in the texts it belongs to. */
export interface PlacedSpan {
  readonly type: Span['type'];
  readonly before: number;
  readonly after: number;
  readonly length: number;
  readonly by?: number;
  readonly relabel?: true;
}

/** Places the spans of a redline in both texts, in order. */
export function placeSpans(spans: readonly Span[]): readonly PlacedSpan[] {
  let [before, after] = [0, 0];
  return spans.map(({ type, text, by, relabel }) => {
    const mark = { ...(by === undefined ? {} : { by }), ...(relabel ? { relabel } : {}) };
    const placed = { type, before, after, length: text.length, ...mark };
    if (type !== 'inserted') before += text.length;
    if (type !== 'deleted') after += text.length;
    return placed;
  });
}

/** The spans that stand in a range of one of the texts, in order. A span of the other text counts where it stands inside. */
export function spansIn(spans: readonly PlacedSpan[], side: 'before' | 'after', range: Range): readonly PlacedSpan[] {
  const found: PlacedSpan[] = [];
  for (let index = firstSpanEndingAfter(spans, side, range.start); index < spans.length; index += 1) {
    const span = spans[index] as PlacedSpan;
    if (span[side] >= range.end) break;
    found.push(span);
  }
  return found;
}

/** The index of the first span that reaches past an offset of one of the texts. */
export function firstSpanEndingAfter(spans: readonly PlacedSpan[], side: 'before' | 'after', offset: number): number {
  const foreign = side === 'before' ? 'inserted' : 'deleted';
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as PlacedSpan;
    if (span[side] + (span.type === foreign ? 0 : span.length) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that stand in a range of the text before or in the range of the text after that belongs to it, in order. */
export function spansOfPair(spans: readonly PlacedSpan[], before: Range, after: Range): readonly PlacedSpan[] {
  const found: PlacedSpan[] = [];
  const first = Math.min(
    firstSpanEndingAfter(spans, 'before', before.start),
    firstSpanEndingAfter(spans, 'after', after.start),
  );
  for (let index = first; index < spans.length; index += 1) {
    const span = spans[index] as PlacedSpan;
    if (span.before >= before.end && span.after >= after.end) break;
    if (span.type === 'deleted' ? span.before < before.end : span.type === 'inserted' ? span.after < after.end : true)
      found.push(span);
  }
  return found;
}
