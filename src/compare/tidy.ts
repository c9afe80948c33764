import { cutDelimiters } from './tidy-delimiters.ts';
import { type Extent, mostlyNewSentences } from './tidy-sentences.ts';
import { type Cover, coverParts, everyToken, onlyBreaks, onlyDelimiters, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

const smallestIsland = 3;

/**
 * Makes an exact comparison of two lists of tokens presentable: changes begin with a word where they can, no change is only
 * white space, no one or two equal words stand between two changes, a sentence that is mostly new is replaced whole, and
 * no change holds one delimiter of an emphasis without the other. It only ever takes equal tokens into changes.
 */
export function tidyChanges(
  exact: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
  extent: Extent,
): readonly TokenChange[] {
  const cover = (changes: readonly TokenChange[], parts: readonly Cover[]): readonly TokenChange[] =>
    coverParts(changes, parts, before.length);
  let changes = exact.map((change) => slide(change, before, after));
  changes = [...cover(changes, loneSpaces(changes, before, after))];
  changes = [...cover(changes, islands(changes, before, after))];
  changes = [...cover(changes, mostlyNewSentences(changes, exact, before, after, extent))];
  // Each round takes in at least one token more; text made to provoke many rounds is replaced whole.
  for (let round = 0; round < 8; round += 1) {
    const parts = [...cutDelimiters(changes, before, after), ...islands(changes, before, after)];
    if (parts.length === 0) return changes.map((change) => trimSpaces(change, before, after));
    changes = [...cover(changes, parts)];
  }
  return [{ beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }];
}

function isSpace({ type }: Token): boolean {
  return type === 'space';
}

// “ or more” taken out before “ than” reads better as “or more ” taken out.
function slide(change: TokenChange, before: readonly Token[], after: readonly Token[]): TokenChange {
  const { beforeFrom, beforeTo, afterFrom, afterTo } = change;
  if (beforeFrom < beforeTo && afterFrom < afterTo) return change;
  const deletes = beforeFrom < beforeTo;
  const first = deletes ? before[beforeFrom] : after[afterFrom];
  const next = deletes ? before[beforeTo] : after[afterTo];
  const length = deletes ? beforeTo - beforeFrom : afterTo - afterFrom;
  if (length < 2 || first?.type !== 'space' || next?.type !== 'space' || first.key !== next.key) return change;
  return { beforeFrom: beforeFrom + 1, beforeTo: beforeTo + 1, afterFrom: afterFrom + 1, afterTo: afterTo + 1 };
}

// An equal space at an end of both parts of a substitution is no part of it.
function trimSpaces(change: TokenChange, before: readonly Token[], after: readonly Token[]): TokenChange {
  let { beforeFrom, beforeTo, afterFrom, afterTo } = change;
  const equalSpace = (one: Token | undefined, other: Token | undefined): boolean =>
    one?.type === 'space' && one.key === other?.key && beforeTo - beforeFrom > 1 && afterTo - afterFrom > 1;
  if (equalSpace(before[beforeFrom], after[afterFrom])) [beforeFrom, afterFrom] = [beforeFrom + 1, afterFrom + 1];
  if (equalSpace(before[beforeTo - 1], after[afterTo - 1])) [beforeTo, afterTo] = [beforeTo - 1, afterTo - 1];
  return { beforeFrom, beforeTo, afterFrom, afterTo };
}

function loneSpaces(
  changes: readonly TokenChange[],
  before: readonly Token[],
  after: readonly Token[],
): readonly Cover[] {
  return changes.flatMap((change, index) => {
    const { beforeFrom, beforeTo, afterFrom, afterTo } = change;
    if (!everyToken(before, beforeFrom, beforeTo, isSpace) || !everyToken(after, afterFrom, afterTo, isSpace))
      return [];
    const limit = changes[index + 1]?.beforeFrom ?? before.length;
    if (beforeTo < limit) return [{ from: beforeFrom, to: beforeTo + 1 }];
    const floor = changes[index - 1]?.beforeTo ?? 0;
    return beforeFrom > floor ? [{ from: beforeFrom - 1, to: beforeTo }] : [];
  });
}

// A change of delimiters alone, or a new paragraph, neither makes an island nor ends one.
function islands(changes: readonly TokenChange[], before: readonly Token[], after: readonly Token[]): readonly Cover[] {
  const parts: Cover[] = [];
  let open: number | undefined;
  let words = 0;
  let at = 0;
  for (const change of changes) {
    words += countWords(before, at, change.beforeFrom);
    at = change.beforeTo;
    if (onlyDelimiters(change, before, after) || onlyBreaks(change, before, after)) continue;
    if (open !== undefined && words < smallestIsland) parts.push({ from: open, to: change.beforeFrom });
    open = change.beforeTo;
    words = 0;
  }
  return parts.filter(({ from, to }) => from < to);
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let place = from; place < to && words < smallestIsland; place += 1) words += (tokens[place] as Token).words;
  return words;
}
