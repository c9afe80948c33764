import type { Range } from '../model/range.ts';
import type { TextChange } from './correspondence.ts';

/**
 * Words taken out or put in beside the same words can be said in several ways: of “via the Internet or via the Gateway” one may
 * omit “Internet or via the” or “via the Internet or”. Gives the change as a drafter would say it: a phrase with its conjunction.
 */
export function slideToPhrase(change: TextChange, before: string, after: string, bounds: TextChange): TextChange {
  const deletes = change.before.start < change.before.end;
  const inserts = change.after.start < change.after.end;
  if (deletes === inserts) return change;
  const [text, range, within] = deletes
    ? ([before, change.before, bounds.before] as const)
    : ([after, change.after, bounds.after] as const);
  const least = Math.max(
    within.start - range.start,
    deletes ? bounds.after.start - change.after.start : bounds.before.start - change.before.start,
  );
  let best = endsSentence(text, range) && range.end < within.end ? 1 : 0;
  let bestScore = scoreOf(text, moved(range, best));
  for (let by = -1; by >= Math.max(least, -farthest); by -= 1) {
    if (text.charAt(range.start + by) !== text.charAt(range.end + by)) break;
    const slid = { start: range.start + by, end: range.end + by };
    if (!isAtWords(text, slid)) continue;
    const score = scoreOf(text, slid);
    if (score > bestScore) [best, bestScore] = [by, score];
  }
  return best === 0 ? change : { before: moved(change.before, best), after: moved(change.after, best) };
}

/** No phrase that anyone repeats is longer than this, in characters. */
const farthest = 200;

// A full stop before what goes and another that stays behind it: the sentence goes with its own.
function endsSentence(text: string, { start, end }: Range): boolean {
  return (
    /[.;:]/.test(text.charAt(start)) && text.charAt(start) === text.charAt(end) && /\s/.test(text.charAt(start + 1))
  );
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function isAtWords(text: string, { start, end }: Range): boolean {
  const cuts = (at: number) => /[\p{L}\p{N}_]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}_]/u.test(text.charAt(at));
  return !cuts(start) && !cuts(end);
}

function scoreOf(text: string, { start, end }: Range): number {
  const words = text.slice(start, end).trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const joins = (word: string) => /^(?:or|and|nor|but)$/i.test(word);
  const hangs = /^(?:a|an|the|of|to|in|by|for|via|over|with|from|each|either)$/i.test(last);
  const conjoined = joins(first) !== joins(last) || /^[,;]/.test(first) !== /[,;]$/.test(last);
  const sentence = /[.;:]\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /[.;:]$/.test(last);
  return (conjoined ? 2 : 0) + (sentence ? 3 : 0) - (hangs ? 2 : 0);
}
