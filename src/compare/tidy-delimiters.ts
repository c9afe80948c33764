import { type Cover, placeBefore, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

/**
 * The emphases that a change would cut: one delimiter in a change and the other not, or in another. Each is to lie wholly in one
 * change, so that whoever takes one change and leaves the next never has half an emphasis.
 */
export function cutDelimiters(
  changes: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Cover[] {
  const cut = (tokens: readonly Token[], holders: Int32Array, place: number, mate: number): boolean =>
    tokens[place]?.type === 'open' && holders[place] !== holders[mate];
  const parts: Cover[] = [];
  const holdersBefore = holdersOf(changes, before.length, 'before');
  before.forEach(({ mate }, place) => {
    if (mate !== undefined && cut(before, holdersBefore, place, mate)) parts.push({ from: place, to: mate + 1 });
  });
  const holdersAfter = holdersOf(changes, after.length, 'after');
  after.forEach(({ mate }, place) => {
    if (mate === undefined || !cut(after, holdersAfter, place, mate)) return;
    parts.push({ from: placeBefore(changes, place, 'from'), to: placeBefore(changes, mate + 1, 'to') });
  });
  return [...parts, ...rewrittenAround(changes, before, after)];
}

// An emphasis written with other delimiters is written anew whole; where words change in it, that is one change with them.
function rewrittenAround(
  changes: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Cover[] {
  const parts: Cover[] = [];
  let [b, a] = [0, 0];
  changes.forEach((change) => {
    for (; b < change.beforeFrom; b += 1, a += 1) {
      const { type, mate, writing } = before[b] as Token;
      if (type !== 'open' || mate === undefined || mate < change.beforeFrom) continue;
      if (writing !== after[a]?.writing) parts.push({ from: b, to: mate + 1 });
    }
    [b, a] = [change.beforeTo, change.afterTo];
  });
  return parts;
}

// By token, the index of the change it is in, or -1.
function holdersOf(changes: readonly TokenChange[], length: number, side: 'before' | 'after'): Int32Array {
  const holders = new Int32Array(length).fill(-1);
  changes.forEach((change, index) => {
    if (side === 'before') holders.fill(index, change.beforeFrom, change.beforeTo);
    else holders.fill(index, change.afterFrom, change.afterTo);
  });
  return holders;
}
