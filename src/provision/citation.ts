import type { LabelLocator, Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { isCitedNumber } from './bare-number.ts';
import { readAppendixOf, readCitedTitle, readContainer, readPartBefore } from './citation-context.ts';
import { type CitedDocument, readCitedDocument, readCitedDocumentBefore } from './cited-document.ts';
import { type CitedLabels, readCitedLabels, readCitedNames } from './cited-labels.ts';
import { isItemLabel } from './label-path.ts';
import { namedNouns } from './provision-nouns.ts';

export type { CitedDocument } from './cited-document.ts';

/** A citation in running text: `paragraphs 5.5.1(a) and (c)` is one, with two locators. */
export interface Citation extends Range {
  readonly text: string;
  /** The document that the locators are of. */
  readonly document: CitedDocument;
  /** What it points at, in the order written. A first label that is an item's (`(b)`) is to be sought around the citation. */
  readonly locators: readonly Locator[];
  /** Where each locator's labels are written: one place for each locator. */
  readonly places: readonly Range[];
  /** The locators that end a range (`5.6.1 to 5.6.4`) begun by the one before, by index. */
  readonly through: readonly number[];
  /** No noun and no document says that it is a citation: `5.5.3.4` alone, `in (b)`. What does not resolve may be something else. */
  readonly bare?: true;
  /** The title of the target as the citation gives it in brackets: `Section 5.5 (Determining Authorised Subscriber status)`. */
  readonly title?: string;
}

const nouns = String.raw`\b(?:((?:sub-?)?(?:section|paragraph|clause|item|step))(s?)|(annex|appendix|schedule|part|chapter)(?:es|s)?|(appendices))\s+(?=[(A-Z\d]|[a-z]{1,4}\))`;
const afterWord = String.raw`\b(?:in|under|with|against|by|unless|if)\s+(?=\(?[a-z]{1,4}\)|\d{1,3}\.\d)`;
const severalItems = String.raw`(?<=[\p{L}\d,]\s)(?=\(?[a-z]{1,4}\),?\s+(?:(?:to|and|or)\s+)?\(?[a-z]{1,4}\))`;
const citingWord = String.raw`\b(?:see|also|to|of|per|notwithstanding)\s+(?=\d{1,2}[A-Z]{0,2}\.\d)`;
const bareNumber = String.raw`(?<![\p{L}\d.:/_£$€-]|\b(?:versions?|releases?|issue|revision|dated|TLS)\s)(?=\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]{0,2}){2,4}(?!\.?[\p{L}\d]))`;
const trigger = new RegExp(`${nouns}|${afterWord}|${citingWord}|${severalItems}|${bareNumber}`, 'giu');
const aloneAfter =
  /\s*(?:[.,;:)\]”’?]|$)|\s+(?:above|below|is|are|was|were|has|have|does|shall|must|may|applies|apply|that|which|and|or|to)\b/y;

/**
 * Finds the citations in running text, in order. `names` are the documents that may be cited by title or short name. Prose
 * that only looks like one (`section of the community`, `step 3`, `version 1.2`) is none. Time is linear in the text.
 */
export function citations(text: string, names: readonly string[] = []): readonly Citation[] {
  const found: Citation[] = [];
  let end = 0;
  for (const match of text.matchAll(trigger)) {
    if (match.index < end) continue;
    const head = { start: match.index, labelsAt: match.index + match[0].length };
    const read = readFrom(text, head, match, names);
    if (read.length === 0) continue;
    found.push(...read);
    end = read.at(-1)?.end ?? end;
  }
  return found;
}

interface Head {
  readonly start: number;
  readonly labelsAt: number;
}

function readFrom(text: string, head: Head, match: RegExpMatchArray, names: readonly string[]): readonly Citation[] {
  const [written, numbered, plural, named, plurals] = match;
  if (named !== undefined || plurals !== undefined) {
    const noun = plurals === undefined ? (named ?? '').toLowerCase() : 'appendix';
    // “part 2” and “chapter 1” are everyday words; a title has a capital.
    if (!/^\p{Lu}/u.test(written) && noun !== 'annex' && noun !== 'appendix') return [];
    const labels = readCitedNames(text, head.labelsAt, noun);
    if (!labels) return [];
    return noun === 'appendix'
      ? appendixCitations(text, head, labels, names)
      : [ownCitation(text, head, labels, noun, names)];
  }
  if (numbered === undefined) return bareCitation(text, head);
  const noun = numbered.toLowerCase();
  const labels = readCitedLabels(text, head.labelsAt, plural !== '');
  return labels && isLikely(noun, labels) ? [ownCitation(text, head, labels, noun, names)] : [];
}

// Steps and items are counted in everyday prose too: “step 3”, “item 2 of the agenda”.
function isLikely(noun: string, { paths }: CitedLabels): boolean {
  const [first = ''] = paths[0] ?? [];
  if (noun === 'step' || noun === 'item') return isItemLabel(first) || first.includes('.');
  return !/^[A-Z]/.test(first) || noun === 'section';
}

function ownCitation(text: string, head: Head, labels: CitedLabels, noun: string, names: readonly string[]): Citation {
  const container = readContainer(text, labels);
  const paths = container ? labels.paths.map((path) => [...container.labels, ...path]) : labels.paths;
  const title = readCitedTitle(text, container?.end ?? labels.end);
  const end = title?.end ?? container?.end ?? labels.end;
  const annexed = container?.annexed ?? isNamed(noun);
  const read =
    readCitedDocument(text, end, names, annexed) ?? (container ? undefined : readAppendixOf(text, end, names));
  const before = read ? undefined : readCitedDocumentBefore(text, head.start, names);
  const ofCode = !isNamed(noun) && /^[A-Z]/.test(labels.paths[0]?.[0] ?? '');
  const document = read?.document ?? before?.document ?? (ofCode ? { type: 'code' } : { type: 'this' });
  const locators = paths.map((path): LabelLocator => ({ type: 'label', noun, labels: path }));
  const part = readPartBefore(text, before?.start ?? head.start);
  const range = { start: part?.start ?? before?.start ?? head.start, end: read?.end ?? end };
  const parts = part && locators.map((of): Locator => ({ type: 'part', title: part.title, of }));
  return citation(text, range, document, { locators: parts ?? locators, labels, title: title?.title });
}

// Each appendix of the Code is a document, so each is a citation; a document's own appendices are its provisions.
function appendixCitations(
  text: string,
  head: Head,
  labels: CitedLabels,
  names: readonly string[],
): readonly Citation[] {
  const title = readCitedTitle(text, labels.end);
  const end = title?.end ?? labels.end;
  const read =
    readCitedDocument(text, end, names, true)?.document ?? readCitedDocumentBefore(text, head.start, names)?.document;
  if (read && read.type !== 'code') return [ownCitation(text, head, labels, 'appendix', names)];
  const inside = title ? undefined : citationInside(text, head, labels, names);
  if (inside) return [inside];
  const endOfAll = readCitedDocument(text, end, names, true)?.end ?? end;
  return labels.paths.map(([name = '', ...items], index) => {
    const place = labels.places[index] ?? { start: head.start, end };
    const last = index === labels.paths.length - 1;
    const range = { start: index === 0 ? head.start : place.start, end: last ? endOfAll : place.end };
    const locator: Locator = items.length > 0 ? { type: 'label', labels: items } : { type: 'document' };
    const own = { paths: [], places: [place], through: labels.through.includes(index) ? [0] : [], end: place.end };
    const letter = name.slice('Appendix '.length);
    const cited = { type: 'appendix', letter, of: read ? 'code' : 'unknown' } as const;
    return citation(text, range, cited, { locators: [locator], labels: own, title: last ? title?.title : undefined });
  });
}

// “Appendix D, paragraphs 1.1 to 1.4”: the appendix is named first. Where another document is named after the numbers, they are of that one.
function citationInside(
  text: string,
  head: Head,
  { paths, end }: CitedLabels,
  names: readonly string[],
): Citation | undefined {
  const noun = match(/,?\s+(?:sub-?)?(?:section|paragraph|clause)s?\s+(?=\d)/iy, text, end);
  const [[name = '', ...items] = []] = paths;
  if (noun === undefined || paths.length !== 1 || items.length > 0) return undefined;
  const labels = readCitedLabels(text, end + noun.length, /s\s+$/i.test(noun));
  if (!labels || readContainer(text, labels)) return undefined;
  const title = readCitedTitle(text, labels.end);
  const endOfAll = title?.end ?? labels.end;
  if (readCitedDocument(text, endOfAll, names) ?? readAppendixOf(text, endOfAll, names)) return undefined;
  const plain = noun.toLowerCase().replace(/[,\s]/g, '').replace(/s$/, '');
  const locators = labels.paths.map((path): LabelLocator => ({ type: 'label', noun: plain, labels: path }));
  const document = { type: 'appendix', letter: name.slice('Appendix '.length), of: 'unknown' } as const;
  return citation(text, { start: head.start, end: endOfAll }, document, { locators, labels, title: title?.title });
}

// “in b)”, “against (a) to (d)”, “5.5.3.4”. One item alone may begin an enumeration: what follows it must show that it does not.
function bareCitation(text: string, head: Head): readonly Citation[] {
  const labels = opensLine(text, head.labelsAt) ? undefined : readCitedLabels(text, head.labelsAt, true);
  const path = labels?.paths[0];
  if (!labels || !path) return [];
  const end = labels.places.at(-1)?.end ?? labels.end;
  const certain = isItemLabel(path[0] ?? '')
    ? labels.paths.length > 1 || match(aloneAfter, text, labels.end) !== undefined
    : isCertainNumber(text, path, { start: head.labelsAt, end });
  if (!certain) return [];
  const locators = labels.paths.map((path): LabelLocator => ({ type: 'label', labels: path }));
  const range = { start: head.labelsAt, end };
  return [{ ...citation(text, range, { type: 'this' }, { locators, labels }), bare: true }];
}

// “3.2m” may be a length, but “3.2(b)” and “5.5.3b” are none.
function isCertainNumber(text: string, [number = '', item = '']: readonly string[], range: Range): boolean {
  if (number.split('.').length > 2) return item !== '' || isLongNumber(number);
  return item.startsWith('(') || isCitedNumber(text, range.start, range.end);
}

// A label that opens a line of the source is the provision's own; at the very start of the text, it is a cell's content.
function opensLine(text: string, at: number): boolean {
  return /[\r\n][ \t>#*+-]*$/.test(text.slice(Math.max(0, at - 40), at));
}

// Three to five parts, as labels have; not the address of a machine, nor the number of an object class.
function isLongNumber(label: string): boolean {
  const parts = label.split('.').map((part) => Number.parseInt(part, 10));
  const isObjectClass = /^(?:1\.3\.6|1\.2\.840|2\.5\.29|2\.5\.4)\b/.test(label);
  return parts.length > 2 && parts.every((part) => part > 0 && part < 100) && !isObjectClass;
}

function isNamed(noun: string): boolean {
  return (namedNouns as readonly string[]).includes(noun);
}

interface Cited {
  readonly locators: readonly Locator[];
  readonly labels: CitedLabels;
  readonly title?: string | undefined;
}

function citation(text: string, { start, end }: Range, document: CitedDocument, cited: Cited): Citation {
  const { locators, labels, title } = cited;
  const { places, through } = labels;
  const own = { start, end, text: text.slice(start, end), document, locators, places, through };
  return title === undefined ? own : { ...own, title };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
