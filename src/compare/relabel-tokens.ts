import { firstEndingAfter } from '../source/ordered-ranges.ts';
import type { Follower } from './relabel-map.ts';
import type { Side } from './side.ts';
import { compareTokens, type TokenChange, type TokenComparison } from './token-changes.ts';
import type { Token } from './tokens.ts';

/**
 * Compares two lists of tokens as if the labels that shifted had not: a label or citation after is equal to the one before that it
 * follows, though it is written otherwise. Where a text reads nearer without this, as where its citations did not follow, it is
 * compared as written.
 */
export function compareRelabelled(
  after: Side,
  tokensBefore: readonly Token[],
  tokensAfter: readonly Token[],
  followers: readonly Follower[],
): TokenComparison {
  const written = compareTokens(tokensBefore, tokensAfter);
  if (written.changes.length === 0 || followers.length === 0) return written;
  const shifted = tokensAfter.map((token) => asBefore(after, token, followers));
  if (shifted.every((token, place) => token === tokensAfter[place])) return written;
  const following = compareTokens(tokensBefore, shifted);
  // What neither follows nor changed is equal as written.
  const changes = following.changes.flatMap((change) => changesWithin(change, tokensBefore, tokensAfter));
  return wordsIn(changes, tokensBefore, tokensAfter) <= wordsIn(written.changes, tokensBefore, tokensAfter)
    ? { changes, limited: Math.max(following.limited, written.limited) }
    : written;
}

function asBefore({ source }: Side, token: Token, followers: readonly Follower[]): Token {
  const text = source.slice(token.start, token.end);
  if (token.type === 'space' || token.type === 'line' || !token.key.endsWith(text)) return token;
  let [before, at] = ['', token.start];
  for (let index = firstEndingAfter(followers, token.start); index < followers.length; index += 1) {
    const follower = followers[index] as Follower;
    if (follower.start >= token.end) break;
    if (follower.start < token.start || follower.end > token.end) return token;
    before += source.slice(at, follower.start) + follower.before;
    at = follower.end;
  }
  if (at === token.start) return token;
  const key = token.key.slice(0, token.key.length - text.length) + before + source.slice(at, token.end);
  return { ...token, key };
}

function changesWithin(
  { beforeFrom, beforeTo, afterFrom, afterTo }: TokenChange,
  before: readonly Token[],
  after: readonly Token[],
): readonly TokenChange[] {
  const { changes } = compareTokens(before.slice(beforeFrom, beforeTo), after.slice(afterFrom, afterTo));
  return changes.map((change) => ({
    beforeFrom: change.beforeFrom + beforeFrom,
    beforeTo: change.beforeTo + beforeFrom,
    afterFrom: change.afterFrom + afterFrom,
    afterTo: change.afterTo + afterFrom,
  }));
}

function wordsIn(changes: readonly TokenChange[], before: readonly Token[], after: readonly Token[]): number {
  let words = 0;
  for (const { beforeFrom, beforeTo, afterFrom, afterTo } of changes) {
    for (let place = beforeFrom; place < beforeTo; place += 1) words += (before[place] as Token).words;
    for (let place = afterFrom; place < afterTo; place += 1) words += (after[place] as Token).words;
  }
  return words;
}
