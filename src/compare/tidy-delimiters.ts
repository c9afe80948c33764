import { type Cover, onlyDelimiters, placeBefore, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

/**
 * The emphases that a change would cut: one delimiter in a change and the other not, or in different changes that hold
 * words too. Each is to lie wholly in one change. Two delimiters changed by themselves are a change of setting, and stay.
 */
export function cutDelimiters(
  changes: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Cover[] {
  const setting = changes.map((change) => onlyDelimiters(change, before, after));
  const cut = (tokens: readonly Token[], holders: Int32Array, place: number, mate: number): boolean => {
    if (tokens[place]?.type !== 'open') return false;
    const [one, other] = [holders[place] ?? -1, holders[mate] ?? -1];
    return one !== other && !(one >= 0 && other >= 0 && setting[one] === true && setting[other] === true);
  };
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
