import type { Document } from '../model/document.ts';
import type { Place } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import { placeOf } from '../source/place.ts';
import { keptForDocuments } from './kept-for-documents.ts';
import { nameProvision } from './name-provision.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { runningWords } from './running-words.ts';
import { indexTerms, namesFound, type TermIndex } from './term-index.ts';
import { definedTerms, namesOf } from './terms.ts';

/** A provision that mentions every term asked for. Its range is that of the provision. */
export interface Mention extends Range {
  readonly type: 'mention';
  /** The key of the document. */
  readonly document: string;
  /** As printed: `paragraph 5.5.2(b)`. */
  readonly locator: string;
  /** The name of its fragment on a page. */
  readonly id: string;
  readonly place: Place;
  /** Where the terms are mentioned, in its own words and those it is read with, in the order of the source. */
  readonly words: readonly MentionedWords[];
}

/** One place where a term is mentioned. */
interface MentionedWords extends Range {
  /** The term as asked for. */
  readonly term: string;
  /** The words as written, which may be another name of it, or a plural. */
  readonly text: string;
}

/** What counts as a mention, besides what the definitions say. */
export interface MentionOptions {
  /** Words that a change declares to mean the same. */
  readonly synonyms?: readonly { readonly names: readonly string[] }[];
  /** Count a term also where it only begins, or stands inside, a longer defined term. */
  readonly within?: boolean;
}

/**
 * Finds the provisions that mention all the terms together. A provision mentions a term when the words that `ownWords`
 * gives it do, as whole words: by any name that the definitions of the documents or the `synonyms` give it, in singular or
 * plural, with spaces or hyphens between words; an abbreviation in capitals as it is written, all else in any case. A provision
 * whose context alone mentions all of them is not listed: the provision that says it is. So is one that adds no mention.
 *
 * The longest defined term counts: “Device CSR” in “Ad Hoc Device CSR Web Service”, where that is defined, names a service and no
 * CSR. But a longer term that ends with it names a kind of it: an “Ad Hoc Device CSR” is a Device CSR.
 */
export function findMentions(
  documents: readonly Document[],
  terms: readonly string[],
  { synonyms = [], within: inside = false }: MentionOptions = {},
): readonly Mention[] {
  if (terms.length === 0) return [];
  const { patternFor, termsIn } = termReader(documents);
  const patterns = terms.map((term) => ({ term, pattern: patternFor(term, synonyms) }));
  return documents.flatMap((document) => {
    const places = patterns.map(({ term, pattern }) => findTerm(document.source, term, pattern));
    if (places.some((own) => own.length === 0)) return [];
    const longer = inside ? [] : termsIn(document);
    const found = places.map((own) => own.filter((place) => !isCutShort(place, longer)));
    if (found.some((places) => places.length === 0)) return [];
    return mentionsIn(document, found);
  });
}

/** What counts as each term: every name that `findMentions` takes for it, its own first. */
export function namesCounted(
  documents: readonly Document[],
  terms: readonly string[],
  { synonyms = [] }: MentionOptions = {},
): readonly { readonly term: string; readonly names: readonly string[] }[] {
  const defined = definedTerms(documents);
  return terms.map((term) => ({ term, names: namesOf(defined, term, synonyms) }));
}

/** Which of the terms stand nowhere in the documents, by any of their names: a sentence about them says less than it seems to. */
export function mentionedNowhere(
  documents: readonly Document[],
  terms: readonly string[],
  { synonyms = [] }: MentionOptions = {},
): readonly string[] {
  const { patternFor } = termReader(documents);
  return terms.filter((term) => {
    const pattern = patternFor(term, synonyms);
    return documents.every(({ source }) => source.search(pattern) < 0);
  });
}

/** What is asked again and again of the same documents. */
interface TermReader {
  /** The pattern of every name that a term goes by. */
  readonly patternFor: (term: string, synonyms: NonNullable<MentionOptions['synonyms']>) => RegExp;
  /** Where defined terms stand in one of the documents, the longest at each place, in order and without overlap. */
  readonly termsIn: (document: Document) => readonly Range[];
}

const termReader = keptForDocuments((documents): TermReader => {
  const defined = definedTerms(documents);
  const index = indexTerms(defined.flatMap(({ names }) => names));
  const patterns = new Map<string, RegExp>();
  const places = new Map<Document, readonly Range[]>();
  return {
    patternFor: (term, synonyms) => {
      const names = namesOf(defined, term, synonyms);
      const key = names.join('\n');
      const pattern = patterns.get(key) ?? patternOf(names);
      patterns.set(key, pattern);
      return pattern;
    },
    termsIn: (document) => {
      const found = places.get(document) ?? namesIn(document.source, index);
      places.set(document, found);
      return found;
    },
  };
});

function namesIn(source: string, index: TermIndex): readonly Range[] {
  const words = runningWords(source);
  return namesFound(index, words).map(({ at, length }) => ({
    start: words[at]?.start ?? 0,
    end: words[at + length - 1]?.end ?? 0,
  }));
}

// Whether a longer term goes on where these words end, so that they are not the thing that it names.
function isCutShort({ start, end }: Range, longer: readonly Range[]): boolean {
  const term = longer[firstEndingAfter(longer, start)];
  return term !== undefined && term.start <= start && term.end > end;
}

function mentionsIn(document: Document, found: readonly (readonly MentionedWords[])[]): readonly Mention[] {
  const mentioning = ownWords(document).flatMap((words) => {
    const own = found.map((places) => within(places, words.own));
    const context = found.map((places) => words.context.flatMap((range) => within(places, range)));
    const together = own.map((places, index) => [...places, ...(context[index] ?? [])]);
    const listed =
      together.every((places) => places.length > 0) &&
      context.some((places) => places.length === 0) &&
      own.some((places) => places.length > 0);
    return listed ? [{ visit: words.visit, places: together.flat() }] : [];
  });
  if (mentioning.length === 0) return [];
  const names = nameProvision(document);
  return mentioning.map(({ visit: { provision }, places }) => ({
    type: 'mention',
    document: document.key,
    start: provision.start,
    end: provision.end,
    locator: names.get(provision)?.locator ?? '',
    id: names.get(provision)?.id ?? '',
    place: placeOf(document.source, document.path, firstOwn(provision, places)),
    words: places.toSorted((a, b) => a.start - b.start || a.end - b.end),
  }));
}

// An editor should go to the words, not to the start of a long provision.
function firstOwn({ words }: OwnWords['visit']['provision'], places: readonly MentionedWords[]): Range {
  const own = places.filter(({ start, end }) => start >= words.start && end <= words.end);
  return own.reduce((first, place) => (place.start < first.start ? place : first), own[0] ?? words);
}

function findTerm(source: string, term: string, pattern: RegExp): readonly MentionedWords[] {
  return [...source.matchAll(pattern)].map((match) => ({
    term,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// Places are in order, and so a range takes a run of them.
function within(places: readonly MentionedWords[], { start, end }: Range): readonly MentionedWords[] {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let after = low;
  while ((places[after]?.end ?? Number.POSITIVE_INFINITY) <= end) after += 1;
  return places.slice(low, after);
}

/** A pattern for any of some names, the longest first, so that `Device CSR` is found before `CSR`. */
function patternOf(names: readonly string[]): RegExp {
  const longest = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longest.map(namePattern).join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}

function namePattern(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '');
  const last = words.pop() ?? '';
  const isAbbreviation = words.length === 0 && /^[A-Z][A-Z0-9]+$/.test(last);
  const written = (word: string) => (isAbbreviation ? literal(word) : anyCase(word));
  return [...words.map(written), pluralPattern(last, written)].join('(?:\\s+|-)');
}

function pluralPattern(word: string, written: (word: string) => string): string {
  const plural = `${written(word)}(?:s|es)?`;
  return /[^aeiou]y$/i.test(word) ? `(?:${plural}|${written(word.slice(0, -1))}ies)` : plural;
}

function literal(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function anyCase(word: string): string {
  return [...word]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const upper = letter.toUpperCase();
      return lower === upper ? literal(letter) : `[${lower}${upper.length === 1 ? upper : letter}]`;
    })
    .join('');
}
