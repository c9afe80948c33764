import type { Span } from '../model/redline.ts';

/** Where the characters that stay stand in the text after. Gives undefined for one that is deleted. */
export type AfterOf = (offset: number) => number | undefined;

/** A run of characters that both texts have, and where it begins in each. */
interface Kept {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Reads from the spans of a redline where each character of the text before stands in the text after, moved or not. */
export function afterOf(spans: readonly Span[]): AfterOf {
  const kept: Kept[] = [];
  const arrivals = arrivalsIn(spans);
  let [before, after] = [0, 0];
  for (const { type, text, move } of spans) {
    if (type === 'same') kept.push({ before, after, length: text.length });
    const arrival = type === 'deleted' && move !== undefined ? arrivals.get(move) : undefined;
    if (arrival) kept.push(...keptInMove(before, text, arrival));
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

interface Arrival {
  readonly start: number;
  readonly text: string;
}

// Where each move puts its text in, where it does so in one piece.
function arrivalsIn(spans: readonly Span[]): ReadonlyMap<number, Arrival> {
  const arrivals = new Map<number, Arrival>();
  const broken = new Set<number>();
  const departed = new Set<number>();
  let after = 0;
  for (const { type, text, move } of spans) {
    if (move !== undefined && type === 'inserted') {
      if (arrivals.has(move)) broken.add(move);
      arrivals.set(move, { start: after, text });
    }
    if (move !== undefined && type === 'deleted') {
      if (departed.has(move)) broken.add(move);
      departed.add(move);
    }
    if (type !== 'deleted') after += text.length;
  }
  for (const move of broken) arrivals.delete(move);
  return arrivals;
}

// A move that also changes its text (a number, as a rule) keeps what stands before the change and after it.
function keptInMove(before: number, text: string, { start, text: arrived }: Arrival): readonly Kept[] {
  const most = Math.min(text.length, arrived.length);
  let head = 0;
  while (head < most && text.charCodeAt(head) === arrived.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    text.charCodeAt(text.length - 1 - tail) === arrived.charCodeAt(arrived.length - 1 - tail)
  )
    tail += 1;
  return [
    { before, after: start, length: head },
    { before: before + text.length - tail, after: start + arrived.length - tail, length: tail },
  ];
}
