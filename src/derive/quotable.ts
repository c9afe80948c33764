import { findWords, outsideLabels } from '../change/find-words.ts';
import { leafAt, tokensOf } from '../compare/side.ts';
import type { Document } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { type Enclosure, enclosuresIn, wholeEnclosures } from './enclosures.ts';
import type { Deriving } from './proposal.ts';

/** A place whose words an instruction may quote: how it is named, and where the words are looked for. */
export interface Place {
  readonly at: Locator;
  readonly bounds: Range;
  /** Where labels stand in the bounds: they are not words. */
}

/** The words of a range, cut where a quotation may begin and end. */
export interface Quotable {
  readonly document: Document;
  readonly source: string;
  readonly range: Range;
  /** Where words start and where they end, ascending. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly enclosures: readonly Enclosure[];
  /** The words are lines of code. */
  readonly isCode: boolean;
}

/** Where the words of a place occur, as an instruction would find them. */
export function occurrencesIn(document: Document, { bounds }: Place, words: string): readonly Range[] {
  return outsideLabels(document, findWords(document.source, bounds, words).whole);
}

/** Cuts the words of a range: links, emphasis and code are cut only inside, footnote calls, addresses and tags never. */
export function quotableIn({ correspondence }: Deriving, range: Range): Quotable {
  const { side, before } = correspondence;
  const { source } = before;
  const leaf = leafAt(side, range.end);
  const words = side.outline.leaves[leaf]?.words;
  const inLeaf = words && words.start >= range.start && words.end <= range.end;
  const tokens = inLeaf ? tokensOf(side, leaf) : [];
  const plain = tokens.filter((token) => token.words > 0 && token.type !== 'line');
  const loose = [
    ...plainWords(source, { start: range.start, end: inLeaf ? words.start : range.end }),
    ...(inLeaf && tokens.some(({ type }) => type === 'line') ? plainWords(source, words) : []),
  ];
  const enclosures = enclosuresIn(side, range);
  const within = enclosures.flatMap(({ inside }) => (inside ? plainWords(source, inside) : []));
  const all = [...loose, ...plain, ...within];
  return {
    ...{ document: before, source, range, enclosures },
    isCode: side.outline.leaves[leaf]?.type === 'code',
    starts: ascending(all.map(({ start }) => start)),
    ends: ascending(all.map(({ end }) => end)),
  };
}

function plainWords(source: string, { start, end }: Range): readonly Range[] {
  return [...source.slice(start, end).matchAll(/[\p{L}\p{N}_][^\s<>"=]*/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function ascending(offsets: readonly number[]): readonly number[] {
  return [...new Set(offsets)].sort((one, other) => one - other);
}

/** A range grown so that it cuts no word, and nothing that is written with marks at both ends. */
export function wholeWords(quotable: Quotable, range: Range): Range {
  let { start, end } = range;
  const { source } = quotable;
  const inWord = (offset: number) =>
    /[\p{L}\p{N}_]/u.test(source.charAt(offset - 1)) && /[\p{L}\p{N}_]/u.test(source.charAt(offset));
  while (start > quotable.range.start && inWord(start)) start -= 1;
  while (end < quotable.range.end && inWord(end)) end += 1;
  const whole = wholeEnclosures(quotable.enclosures, { start, end });
  return quotable.isCode ? wholeTags(quotable, whole) : whole;
}

// In code, what begins or ends within a tag begins or ends with it, where that stands on the same line.
function wholeTags({ source, range }: Quotable, { start, end }: Range): Range {
  const text = source.slice(start, end);
  const [opens, closes] = [text.indexOf('<'), text.indexOf('>')];
  const isParted = closes >= 0 && (opens < 0 || closes < opens);
  const lead = isParted ? source.slice(range.start, start).match(/<[^<>\n]*$/)?.[0].length : 0;
  const isOpen = text.lastIndexOf('<') > text.lastIndexOf('>');
  const trail = isOpen ? source.slice(end, range.end).match(/^[^<>\n]*>/)?.[0].length : 0;
  return { start: start - (lead ?? 0), end: end + (trail ?? 0) };
}

/** The words that a quotation may grow by before the place is named by its count instead. */
const mostWords = 8;

/** The quotations that hold a range, the shortest first; of those with as many words, the one with the better edges. */
export function* quotationsOf(quotable: Quotable, range: Range, sides: 'left' | 'right' | 'both'): Generator<Range> {
  const own = wholeWords(quotable, range);
  if (own.start < own.end) yield own;
  const left = sides === 'right' ? [] : quotable.starts.slice(0, firstFrom(quotable.starts, own.start)).reverse();
  const right = sides === 'left' ? [] : quotable.ends.slice(firstFrom(quotable.ends, own.end + 1));
  for (let more = 1; more <= mostWords; more += 1) {
    const grown: Range[] = [];
    for (let before = 0; before <= more; before += 1) {
      const start = before === 0 ? own.start : left[before - 1];
      const end = before === more ? own.end : right[more - before - 1];
      if (start !== undefined && end !== undefined) grown.push(wholeWords(quotable, { start, end }));
    }
    yield* grown.sort((one, other) => edgePenalty(quotable, one) - edgePenalty(quotable, other));
  }
}

function firstFrom(offsets: readonly number[], from: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

const smallWord = /^(?:a|an|the|of|to|in|or|and|by|for|on|at|is|be|as|its?|that|with)$/i;

// A quotation reads best from a mark of punctuation to the next, and worst where it hangs on “the” or “of”, or begins with a mark that
// belongs to the word before it.
function edgePenalty({ source, range }: Quotable, { start, end }: Range): number {
  const opens = start === range.start || /[.,;:(“—]\s*$/.test(source.slice(Math.max(0, start - 3), start));
  const closes = end === range.end || /^\s*[.,;:)”—]/.test(source.slice(end, end + 3));
  const words = source.slice(start, end).trim().split(/\s+/);
  const hangs = smallWord.test(words.at(-1) ?? '') && !closes;
  const torn = /[\p{L}\p{N}]/u.test(source.charAt(start - 1)) && /[^\s\p{L}\p{N}]/u.test(source.charAt(start));
  return (opens ? 0 : 1) + (closes ? 0 : 1) + (hangs ? 2 : 0) + (torn ? 3 : 0);
}

/** Whether words are only such as “the” or “of”, by which no reader finds a place. */
export function isSmall(words: string): boolean {
  return words.split(/\s+/).every((word) => smallWord.test(word) || !/[\p{L}\p{N}]/u.test(word));
}
