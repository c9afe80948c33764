import type { Occurrence } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { descendants } from '../provision/walk.ts';
import { findWords, labelEndsAt, outsideLabels } from './find-words.ts';
import type { Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';
import { manyPlaces, noPlace, notAtEnd, otherCount } from './words-refusals.ts';

/** The places where quoted words occur in a target, as many as the instruction means; or why they are not as it says. */
export function occurrences(placed: Placed, words: string, occurrence: Occurrence): readonly Range[] | RefusalText {
  const bounds = boundsOf(placed);
  const searched = findWords(placed.document.source, bounds, words);
  const found = outsideLabels(placed.document, searched.whole);
  if (occurrence.type === 'beginning' || occurrence.type === 'end') {
    const { type } = occurrence;
    const last = wordsAtEnd(placed, type);
    const there = found.find(({ start, end }) => (type === 'end' ? end === last?.end : start === last?.start));
    return there ? [there] : notAtEnd(placed, words, type, last ?? bounds);
  }
  const wanted = occurrence.type === 'nth' ? occurrence.nth : 1;
  if (found.length < wanted) return noPlace(placed, words, { bounds, found, searched, wanted });
  if (occurrence.type === 'each')
    return occurrence.count === undefined || occurrence.count === found.length
      ? found
      : otherCount(placed, words, found, occurrence.count);
  if (occurrence.type === 'nth') return found.slice(wanted - 1, wanted);
  return found.length === 1 ? found : manyPlaces(placed, words, found);
}

/** The words with which a target begins or ends; undefined where it has none there, but a table or a block of code. */
export function wordsAtEnd({ target }: Placed, position: 'beginning' | 'end'): Range | undefined {
  const atEnd = position === 'end';
  if (target.type === 'document') return undefined;
  if (target.type === 'words') return target.range;
  const { provision } = target;
  if (provision.type === 'definition') return provision.children.at(atEnd ? -1 : 0)?.words;
  if (!atEnd || provision.children.length === 0) return worded(provision) ? provision.words : undefined;
  const last = [...descendants(provision)].at(-1);
  return last && worded(last) ? last.words : undefined;
}

function worded({ type }: Provision): boolean {
  return type === 'section' || type === 'paragraph' || type === 'item' || type === 'cell';
}

/** The one place where words occur in a range of a document; or why there is not exactly one. */
export function onlyPlace(placed: Placed, words: string, bounds: Range): Range | RefusalText {
  const searched = findWords(placed.document.source, bounds, words);
  const found = outsideLabels(placed.document, searched.whole);
  const [first] = found;
  if (!first) return noPlace(placed, words, { bounds, found, searched, wanted: 1 });
  return found.length === 1 ? first : manyPlaces(placed, words, found);
}

/** Where words are looked for: all of the target, but not its name where it is a footnote, nor the front matter. */
export function boundsOf({ document, target }: Placed): Range {
  if (target.type === 'words') return target.range;
  if (target.type === 'document') {
    const start = document.children[0]?.start ?? 0;
    return { start, end: document.source.length };
  }
  const { provision } = target;
  if (provision.type === 'footnote')
    return { start: provision.children[0]?.start ?? provision.end, end: provision.end };
  return provision.type === 'cell' ? provision.words : provision;
}

/**
 * A range with one of the spaces beside it, where two would be left without it, or one before punctuation. The space behind a
 * label stays: without it the label would be none.
 */
export function withAdjoiningSpace(document: Document, range: Range, bounds: Range): Range {
  const { source } = document;
  const before = range.start > bounds.start ? source.charAt(range.start - 1) : '';
  const after = range.end < bounds.end ? source.charAt(range.end) : '';
  const opens = before === '' || /[\s(“‘[]/.test(before);
  const closes = after === '' || /[\s.,;:)”’\]?!]/.test(after);
  const whole = { start: range.start - 1, end: range.end };
  if (before === ' ' && closes && !labelEndsAt(document, whole.start)) return whole;
  if (after === ' ' && opens) return { start: range.start, end: range.end + 1 };
  return range;
}
