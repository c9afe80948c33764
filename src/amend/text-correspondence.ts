import type { Span } from '../model/redline.ts';

/** Where the characters that stay stand in the text after. Gives undefined for one that is deleted. */
export type AfterOf = (offset: number) => number | undefined;

/** Reads from the spans of a redline where each character of the text before stands in the text after. */
export function afterOf(spans: readonly Span[]): AfterOf {
  const kept: { readonly before: number; readonly after: number; readonly length: number }[] = [];
  let [before, after] = [0, 0];
  for (const { type, text } of spans) {
    if (type === 'same') kept.push({ before, after, length: text.length });
    if (type !== 'inserted') before += text.length;
    if (type !== 'deleted') after += text.length;
  }
  return (offset) => {
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const span = kept[middle];
      if (span && span.before + span.length <= offset) low = middle + 1;
      else high = middle;
    }
    const span = kept[low];
    return span && span.before <= offset ? span.after + offset - span.before : undefined;
  };
}
