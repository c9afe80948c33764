import { alignSequences } from './align-sequences.ts';
import type { Matches } from './common-sequence.ts';
import type { Token, TokenType } from './tokens.ts';

/**
 * Tokens before and the tokens that stand in their place after, as indexes of two lists of tokens. What lies between two changes
 * is equal, token by token. Either part may be empty, not both.
 */
export interface TokenChange {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly afterFrom: number;
  readonly afterTo: number;
}

/** The changes in order, never touching, and how many tokens were compared with tokens near them only. */
export interface TokenComparison {
  readonly changes: readonly TokenChange[];
  readonly limited: number;
}

const weightOf: Readonly<Record<TokenType, number>> = {
  space: 1,
  punctuation: 2,
  open: 2,
  close: 2,
  word: 4,
  label: 6,
  quoted: 6,
  construct: 6,
  line: 4,
  break: 1,
};

/** Compares two lists of tokens exactly: the changes that keep most. Equal ends are never given numbers. */
export function compareTokens(before: readonly Token[], after: readonly Token[]): TokenComparison {
  const most = Math.min(before.length, after.length);
  let [head, tail] = [0, 0];
  while (head < most && before[head]?.key === after[head]?.key) head += 1;
  while (tail < most - head && before.at(-1 - tail)?.key === after.at(-1 - tail)?.key) tail += 1;
  const [lengthBefore, lengthAfter] = [before.length - head - tail, after.length - head - tail];
  if (lengthBefore === 0 && lengthAfter === 0) return { changes: [], limited: 0 };
  if (lengthBefore === 0 || lengthAfter === 0) {
    const [beforeTo, afterTo] = [head + lengthBefore, head + lengthAfter];
    return { changes: [{ beforeFrom: head, beforeTo, afterFrom: head, afterTo }], limited: 0 };
  }
  const numbers = new Map<string, number>();
  const keysBefore = numberTokens(before, head, lengthBefore, numbers);
  const keysAfter = numberTokens(after, head, lengthAfter, numbers);
  const weights = new Int32Array(lengthBefore);
  for (let place = 0; place < lengthBefore; place += 1) weights[place] = weightOf[(before[head + place] as Token).type];
  const matches = alignSequences(keysBefore, keysAfter, weights);
  return { changes: changesBetween(matches, lengthBefore, lengthAfter, head), limited: matches.limited };
}

// Equal keys have equal numbers.
function numberTokens(
  tokens: readonly Token[],
  from: number,
  length: number,
  numbers: Map<string, number>,
): Int32Array {
  const keys = new Int32Array(length);
  for (let place = 0; place < length; place += 1) {
    const { key } = tokens[from + place] as Token;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    keys[place] = number;
  }
  return keys;
}

// What stands between the matches of two parts that both begin at `from`.
function changesBetween(matches: Matches, before: number, after: number, from: number): readonly TokenChange[] {
  const changes: TokenChange[] = [];
  let [b, a] = [0, 0];
  const changeUpTo = (beforeTo: number, afterTo: number): void => {
    if (b === beforeTo && a === afterTo) return;
    changes.push({ beforeFrom: from + b, beforeTo: from + beforeTo, afterFrom: from + a, afterTo: from + afterTo });
  };
  matches.before.forEach((place, index) => {
    const other = matches.after[index] as number;
    changeUpTo(place, other);
    [b, a] = [place + 1, other + 1];
  });
  changeUpTo(before, after);
  return changes;
}

/** A part of the tokens before that is to lie wholly in one change. */
export interface Cover {
  readonly from: number;
  readonly to: number;
}

/** The changes, grown and joined so that each part given lies in one of them. What is equal and in no part stays equal. */
export function coverParts(
  changes: readonly TokenChange[],
  parts: readonly Cover[],
  length: number,
): readonly TokenChange[] {
  const depths = new Int32Array(length + 1);
  for (const { from, to } of parts) {
    depths[from] = (depths[from] as number) + 1;
    depths[to] = (depths[to] as number) - 1;
  }
  const grown: TokenChange[] = [];
  let [before, after, depth] = [0, 0, 0];
  const equalUpTo = (end: number): void => {
    for (; before < end; before += 1, after += 1) {
      depth += depths[before] as number;
      if (depth > 0) join(grown, before, before + 1, after, after + 1);
    }
  };
  for (const change of changes) {
    equalUpTo(change.beforeFrom);
    join(grown, change.beforeFrom, change.beforeTo, change.afterFrom, change.afterTo);
    for (; before < change.beforeTo; before += 1) depth += depths[before] as number;
    after = change.afterTo;
  }
  equalUpTo(length);
  return grown;
}

function join(changes: TokenChange[], beforeFrom: number, beforeTo: number, afterFrom: number, afterTo: number): void {
  const last = changes.at(-1);
  if (last && last.beforeTo === beforeFrom && last.afterTo === afterFrom)
    changes[changes.length - 1] = { ...last, beforeTo, afterTo };
  else changes.push({ beforeFrom, beforeTo, afterFrom, afterTo });
}

/** Where a place among the tokens after stands among the tokens before: for a place inside a change, the edge named. */
export function placeBefore(changes: readonly TokenChange[], place: number, edge: 'from' | 'to'): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] as TokenChange).afterTo < place) low = middle + 1;
    else high = middle;
  }
  const change = changes[low];
  if (change && change.afterFrom <= place) return edge === 'from' ? change.beforeFrom : change.beforeTo;
  const previous = changes[low - 1];
  return previous ? place - previous.afterTo + previous.beforeTo : place;
}

/** Whether a change touches nothing but delimiters of emphasis: the words stay, only how they are set changes. */
export function onlyDelimiters(change: TokenChange, before: readonly Token[], after: readonly Token[]): boolean {
  return (
    everyToken(before, change.beforeFrom, change.beforeTo, isDelimiter) &&
    everyToken(after, change.afterFrom, change.afterTo, isDelimiter)
  );
}

/** Whether a change only parts words, or joins them: a break between two blocks, and the space that it takes the place of. */
export function onlyBreaks(change: TokenChange, before: readonly Token[], after: readonly Token[]): boolean {
  const { beforeFrom, beforeTo, afterFrom, afterTo } = change;
  const parts = (token: Token): boolean => token.type === 'space' || token.type === 'break';
  const spaces = (tokens: readonly Token[], from: number, to: number) =>
    everyToken(tokens, from, to, ({ type }) => type === 'space');
  if (!everyToken(before, beforeFrom, beforeTo, parts) || !everyToken(after, afterFrom, afterTo, parts)) return false;
  return !spaces(before, beforeFrom, beforeTo) || !spaces(after, afterFrom, afterTo);
}

function isDelimiter({ type }: Token): boolean {
  return type === 'open' || type === 'close';
}

/** Whether every token of a part passes a test; true of an empty part. */
export function everyToken(
  tokens: readonly Token[],
  from: number,
  to: number,
  test: (token: Token) => boolean,
): boolean {
  for (let place = from; place < to; place += 1) if (!test(tokens[place] as Token)) return false;
  return true;
}
