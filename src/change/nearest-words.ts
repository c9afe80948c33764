import type { Range } from '../model/range.ts';

const mostWords = 60;
/** Which part of the words quoted must stand in what is said to be nearest. */
const leastShared = 0.5;

interface Word extends Range {
  readonly key: string;
}

/**
 * The words of a range that come nearest to words that are not there: the same in other letters or punctuation, else as many whole words
 * of one line that share most with them. Undefined where nothing comes near.
 */
export function nearestWords(source: string, bounds: Range, words: string): string | undefined {
  const wanted = wordsIn(words, { start: 0, end: words.length });
  if (wanted.length === 0 || wanted.length > mostWords) return undefined;
  const loose = wanted.map(({ key }) => key).join('[^\\p{L}\\p{N}]{1,4}');
  const same = new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])`, 'iu');
  const alike = same.exec(source.slice(bounds.start, bounds.end));
  const start = bounds.start + (alike?.index ?? 0);
  const near = alike ? { start, end: start + alike[0].length } : likestStretch(source, bounds, wanted);
  return near && withPairedMarks(source, near);
}

// Emphasis or code that begins or ends within the words goes with them whole, so that they can be quoted.
function withPairedMarks(source: string, { start, end }: Range): string {
  let range = { start, end };
  for (const mark of ['**', '__', '*', '`']) {
    const text = source.slice(range.start, range.end);
    if (text.split(mark).length % 2 === 1) continue;
    if (source.startsWith(mark, range.end)) range = { ...range, end: range.end + mark.length };
    else if (source.endsWith(mark, range.start)) range = { ...range, start: range.start - mark.length };
  }
  return source.slice(range.start, range.end);
}

function likestStretch(source: string, bounds: Range, wanted: readonly Word[]): Range | undefined {
  const found = wordsIn(source, bounds);
  const [opening, closing] = [wanted[0]?.key, wanted.at(-1)?.key];
  const missing = new Map<string, number>();
  for (const { key } of wanted) missing.set(key, (missing.get(key) ?? 0) + 1);
  let shared = 0;
  let best: { readonly score: number; readonly range: Range } | undefined;
  // A word counts as often as it is wanted; what leaves the stretch is wanted again.
  const take = (key: string | undefined, by: 1 | -1): void => {
    const left = key === undefined ? undefined : missing.get(key);
    if (key === undefined || left === undefined) return;
    if (by === 1 ? left > 0 : left >= 0) shared += by;
    missing.set(key, left - by);
  };
  for (const [index, last] of found.entries()) {
    take(last.key, 1);
    const from = index - wanted.length + 1;
    if (from > 0) take(found[from - 1]?.key, -1);
    const first = found[Math.max(0, from)];
    if (!first || shared < leastShared * wanted.length) continue;
    const score = shared + (first.key === opening ? 0.2 : 0) + (last.key === closing ? 0.2 : 0);
    if (best && score <= best.score) continue;
    const range = { start: first.start, end: last.end };
    if (!/[\r\n]/.test(source.slice(range.start, range.end))) best = { score, range };
  }
  return best?.range;
}

function wordsIn(source: string, { start, end }: Range): readonly Word[] {
  return [...source.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
    key: word.toLowerCase(),
  }));
}
