import { type Cover, onlyBreaks, onlyDelimiters, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

/** A sentence that stands in both texts: it ends with a stop that is equal on both sides. */
interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly changes: number;
  readonly kept: number;
  readonly changed: number;
}

/** Whether the tokens before begin where their block begins and end where it ends, so that their first and last sentences are whole. */
export interface Extent {
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * The sentences of which more than half changed, in more than one place: each reads better replaced whole. `exact` are the changes
 * before anything was joined. A label that opens the tokens and did not change stays.
 */
export function mostlyNewSentences(
  changes: readonly TokenChange[],
  exact: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
  { opens, closes }: Extent,
): readonly Cover[] {
  if (before[0]?.type === 'line') return [];
  const all = sentences(changes, before, after);
  return all
    .filter((sentence, index) => {
      if (sentence.changed <= 2 * sentence.kept) return false;
      // A part of a sentence that was joined to one change already marks no more than it must.
      const whole = (index > 0 || opens) && (index < all.length - 1 || closes);
      return sentence.changes > 1 || (whole && sentence.changes === 1 && countWithin(exact, sentence) > 1);
    })
    .map(({ from, to }) => ({ from, to }));
}

function countWithin(changes: readonly TokenChange[], { from, to }: Cover): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as TokenChange).beforeFrom < from) low = middle + 1;
    else high = middle;
  }
  let count = 0;
  while (low + count < changes.length && (changes[low + count] as TokenChange).beforeFrom < to) count += 1;
  return count;
}

function sentences(
  changes: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Sentence[] {
  const found: Sentence[] = [];
  const start = (from: number): { -readonly [Field in keyof Sentence]: Sentence[Field] } => ({
    from,
    to: from,
    changes: 0,
    kept: 0,
    changed: 0,
  });
  const opening = openingLength(before);
  let at = opening <= (changes[0]?.beforeFrom ?? opening) ? opening : 0;
  let open = start(at);
  const equalUpTo = (end: number): void => {
    for (; at < end; at += 1) {
      const token = before[at] as Token;
      if (token.type === 'space' && open.from === at && open.changes === 0) open = start(at + 1);
      else open.kept += token.words;
      if (!endsSentence(before, at)) continue;
      found.push({ ...open, to: at + 1 });
      open = start(at + 1);
    }
  };
  for (const change of changes) {
    equalUpTo(change.beforeFrom);
    at = change.beforeTo;
    if (!onlyDelimiters(change, before, after) && !onlyBreaks(change, before, after)) open.changes += 1;
    open.changed += countWords(before, change.beforeFrom, change.beforeTo);
    open.changed += countWords(after, change.afterFrom, change.afterTo);
  }
  equalUpTo(before.length);
  found.push({ ...open, to: before.length });
  return found;
}

function openingLength(tokens: readonly Token[]): number {
  if (tokens[0]?.type !== 'label') return 0;
  return tokens[1]?.type === 'space' ? 2 : 1;
}

function endsSentence(tokens: readonly Token[], place: number): boolean {
  const token = tokens[place];
  if (token?.key === 'construct <br>') return true;
  if (token?.type !== 'punctuation' || !/^[.;:?!]$/.test(token.key)) return false;
  const next = tokens[place + 1];
  return next === undefined || next.type === 'space' || next.type === 'close' || next.type === 'break';
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let place = from; place < to; place += 1) words += (tokens[place] as Token).words;
  return words;
}
