import type { Occurrence, Operation } from '../model/change.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import type { TextChange } from './correspondence.ts';
import { isSmall, occurrencesIn, type Place, type Quotable, quotationsOf, wholeWords } from './quotable.ts';

/** One change of words, what stands in its place, and where and how it may be quoted. */
export interface WordsChange {
  readonly change: TextChange;
  readonly replacement: string;
  readonly quotable: Quotable;
  readonly places: readonly Place[];
}

const only: Occurrence = { type: 'only' };

/** The words around what is omitted that may be quoted to name its place; beyond them the place is counted. */
const mostContext = 3;

/** The operations that might make a change of words, the one a drafter would write first. Not all of them need be right. */
export function* wordsOperations(wanted: WordsChange): Generator<Operation> {
  const { change, replacement, quotable } = wanted;
  const words = joinLines(quotable.source.slice(change.before.start, change.before.end)).trim();
  if (words === '') {
    yield* insertions(wanted);
    yield* substitutions(wanted, 8);
  } else if (replacement.trim() === '' && !isOnlyMarks(words)) {
    const omit = (at: Locator, occurrence: Occurrence): Operation => ({ type: 'omit-words', at, words, occurrence });
    yield* bare(wanted, omit, false);
    yield* substitutions(wanted, mostContext);
    yield* bare(wanted, omit, true);
    yield* substitutions(wanted, 8);
  } else yield* substitutions(wanted, 8);
  yield* counted(wanted);
}

// The words that change and no others: as the only place, or as one that is counted.
function* bare(
  { change, quotable, places }: WordsChange,
  make: (at: Locator, occurrence: Occurrence) => Operation,
  mayCount: boolean,
): Generator<Operation> {
  const { document, source } = quotable;
  const range = trimmedRange(source, change.before);
  const words = source.slice(range.start, range.end);
  for (const place of places) {
    const found = occurrencesIn(document, place, words);
    const index = found.findIndex(({ start }) => start === range.start);
    if (index < 0) continue;
    if (found.length === 1) yield make(place.at, only);
    else if (mayCount && index < 999) yield make(place.at, { type: 'nth', nth: index + 1 });
  }
}

function* substitutions(wanted: WordsChange, most: number): Generator<Operation> {
  const { change, quotable, places } = wanted;
  let tried = 0;
  const least = wholeWords(quotable, change.before);
  for (const range of quotationsOf(quotable, change.before, 'both')) {
    if (wordsBeyond(quotable, range, least) > most) return;
    if (tried > 60) return;
    tried += 1;
    const quoted = trimmedRange(quotable.source, range);
    const words = joinLines(quotable.source.slice(quoted.start, quoted.end));
    const replacement = replacedIn(wanted, quoted);
    if (replacement.trim() === '' || !isQuotable(words, replacement)) continue;
    for (const { at } of placesOfOne(quotable, places, words))
      yield { type: 'substitute-words', at, words, replacement, occurrence: only };
  }
}

// Where no words around it are enough, the place is counted.
function* counted(wanted: WordsChange): Generator<Operation> {
  const { quotable, change } = wanted;
  const range = wholeWords(quotable, trimmedRange(quotable.source, change.before));
  if (range.start === range.end) return;
  const quoted = trimmedRange(quotable.source, range);
  const words = joinLines(quotable.source.slice(quoted.start, quoted.end));
  const replacement = replacedIn(wanted, quoted);
  if (replacement.trim() === '' || !isQuotable(words, replacement)) return;
  const counting: WordsChange = { ...wanted, change: { ...change, before: quoted } };
  yield* bare(counting, (at, occurrence) => ({ type: 'substitute-words', at, words, replacement, occurrence }), true);
}

function* insertions(wanted: WordsChange): Generator<Operation> {
  const { change, replacement, quotable, places } = wanted;
  const { source, range } = quotable;
  const words = replacement.trim();
  if (words === '' || /\n/.test(words)) return;
  const [left, right] = [startOfGap(source, change.before.start), endOfGap(source, change.before.end)];
  const narrowest = places.at(-1);
  if (narrowest?.at.type === 'front-matter' && source.charAt(left) === '\n') {
    const anchor = source.slice(source.lastIndexOf('\n', left - 1) + 1, left);
    yield { type: 'insert-words', at: narrowest.at, words, position: 'after', anchor, occurrence: only };
  }
  for (const place of places) {
    if (left >= range.end) yield { type: 'insert-words', at: place.at, words, position: 'end', occurrence: only };
  }
  if (right <= (narrowest?.bounds.start ?? range.start) && narrowest)
    yield { type: 'insert-words', at: narrowest.at, words, position: 'beginning', occurrence: only };
  for (const least of [false, true]) {
    for (const { position, range: quoted } of anchorsOf(quotable, left, right)) {
      const anchor = joinLines(source.slice(quoted.start, quoted.end)).trim();
      if (anchor === '' || isOnlyMarks(anchor) || (isSmall(anchor) && !least)) continue;
      for (const { at } of placesOfOne(quotable, places, anchor))
        yield { type: 'insert-words', at, words, position, anchor, occurrence: only };
    }
  }
}

interface Anchor {
  readonly position: 'after' | 'before';
  readonly range: Range;
}

// The shortest first, and after words rather than before them.
function anchorsOf(quotable: Quotable, left: number, right: number): readonly Anchor[] {
  const before = [...quotationsOf(quotable, { start: left, end: left }, 'left')];
  const after = [...quotationsOf(quotable, { start: right, end: right }, 'right')];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index): readonly Anchor[] => [
    ...before.slice(index, index + 1).map((range): Anchor => ({ position: 'after', range })),
    ...after.slice(index, index + 1).map((range): Anchor => ({ position: 'before', range })),
  ]).flat();
}

function placesOfOne({ document }: Quotable, places: readonly Place[], words: string): readonly Place[] {
  return places.filter((place) => occurrencesIn(document, place, words).length === 1);
}

function replacedIn({ change, replacement, quotable }: WordsChange, quoted: Range): string {
  const { source } = quotable;
  const inside = source.slice(Math.min(quoted.start, change.before.start), change.before.start);
  const text = `${inside}${replacement}${source.slice(change.before.end, Math.max(quoted.end, change.before.end))}`;
  return quoted.start > change.before.start || quoted.end < change.before.end ? text.trim() : text;
}

// A line break cannot be quoted: it may stand in what is found, and never in what is put in. Marks alone name no place.
function isQuotable(words: string, replacement: string): boolean {
  if (words === '' || words === replacement || /[\r\n]/.test(replacement)) return false;
  return replacement === replacement.trim() && !isOnlyMarks(words);
}

function isOnlyMarks(words: string): boolean {
  return !/[\p{L}\p{N}]/u.test(words);
}

function trimmedRange(source: string, { start, end }: Range): Range {
  const text = source.slice(start, end);
  if (text.trim() === '') return { start, end: start };
  return { start: start + text.length - text.trimStart().length, end: end - text.length + text.trimEnd().length };
}

function startOfGap(source: string, offset: number): number {
  let at = offset;
  while (at > 0 && source.charAt(at - 1) === ' ') at -= 1;
  return at;
}

function endOfGap(source: string, offset: number): number {
  let at = offset;
  while (source.charAt(at) === ' ') at += 1;
  return at;
}

function wordsBeyond({ starts, source }: Quotable, range: Range, least: Range): number {
  const text = `${source.slice(range.start, least.start)} ${source.slice(least.end, range.end)}`;
  return starts.length === 0 ? 0 : (text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0);
}
