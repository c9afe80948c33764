import type { Document, Provision } from '../model/document.ts';
import type { LabelLocator, Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { labelCore } from '../source/label.ts';
import { type Citation, citations } from './citation.ts';
import { type DocumentFinder, findDocuments } from './find-document.ts';
import { isForeign } from './foreign-reference.ts';
import { keptForDocuments } from './kept-for-documents.ts';
import { labelIndex } from './label-index.ts';
import { isItemLabel } from './label-path.ts';
import { locate } from './locate.ts';
import { type Passage, passages } from './passages.ts';
import type { Target, Unlocated } from './target.ts';
import type { Visit } from './walk.ts';

/** One thing that a citation points at; `paragraphs 5.5.1(a) and (c)` makes two. The range is where its labels are written. */
export interface Reference extends Range {
  readonly type: 'reference';
  readonly document: Document;
  /** The provision whose words cite. */
  readonly visit: Visit;
  /** The whole citation: its words as written, and where. */
  readonly citation: Range & { readonly text: string };
  readonly locator: Locator;
  /** The document it points into; absent where that is none of those given, and then nothing is looked up. */
  readonly cited?: Document;
  readonly target?: Target | Unlocated;
  /** The title of the target, where the citation gives it in brackets. */
  readonly title?: string;
}

/**
 * The references in documents that belong together, in reading order. Citations in running text are references, and so are
 * the step numbers in a column headed “Next step”; what stands in code is not. An appendix is sought among the document's
 * own where it has such a one and the text does not say that it is of the Code. A bare `(b)` is sought in the list it is
 * cited in, else in the last list before it; a number that several annexes have, in the annex it is cited in. What is not
 * found, and need not be of these documents (see `isForeign`), points outside.
 */
export const references = keptForDocuments(readReferences);

function readReferences(documents: readonly Document[]): readonly Reference[] {
  const finder = findDocuments(documents);
  return documents.flatMap((document) =>
    passages(document).flatMap((passage) =>
      citedIn(passage, finder.names).flatMap((citation) => referencesOf(document, passage, citation, finder)),
    ),
  );
}

function citedIn(passage: Passage, names: readonly string[]): readonly Citation[] {
  if (isOwnNumber(passage)) return [];
  const found = /\d|\(|\b[A-Z]\b|[a-z]\)/.test(passage.text) ? citations(passage.text, names) : [];
  const { type, title = '' } = passage.visit.provision;
  if (type !== 'cell') return found;
  if (/^next step/i.test(title))
    return [...found, ...numbersIn(passage, found, { type: 'label', noun: 'step', labels: [] })];
  return isOfCitations(title, passage.text)
    ? [...found, ...numbersIn(passage, found, { type: 'label', labels: [] })]
    : found;
}

const dottedNumbers = /(?<![\d.])\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+(?![\d.]*\d)/g;

// A cell of a column headed “Section(s)” or “Paragraph” that holds numbers and nothing else.
function isOfCitations(title: string, text: string): boolean {
  if (!/^[*_]*(?:sections?|paragraphs?|clauses?|provisions?)(?:\(s\))?[*_]*$/i.test(title)) return false;
  return /^[\s,;]*$/.test(text.replace(dottedNumbers, '').replace(/\b(?:and|or|to)\b/g, ''));
}

// The first cell of a numbered row is its label.
function isOwnNumber({ visit: { provision, parents } }: Passage): boolean {
  const row = parents.at(-1);
  return provision.type === 'cell' && provision.ordinal === 1 && row?.type === 'row' && row.label !== undefined;
}

function numbersIn({ text }: Passage, found: readonly Citation[], as: LabelLocator): readonly Citation[] {
  return [...text.matchAll(dottedNumbers)].flatMap(({ index, 0: label }) => {
    const range = { start: index, end: index + label.length };
    if (found.some(({ start, end }) => start < range.end && range.start < end)) return [];
    const locators = [{ ...as, labels: [label] }];
    const own = {
      ...range,
      text: label,
      document: { type: 'this' } as const,
      locators,
      places: [range],
      through: [],
    };
    return [as.noun === undefined ? { ...own, bare: true as const } : own];
  });
}

function referencesOf(
  document: Document,
  passage: Passage,
  citation: Citation,
  finder: DocumentFinder,
): readonly Reference[] {
  const { visit, start } = passage;
  const cited = finder.find(citation.document, document);
  const whole = { text: citation.text, start: start + citation.start, end: start + citation.end };
  return citation.locators.map((locator, index): Reference => {
    const place = citation.places[index] ?? citation;
    const own = { start: start + place.start, end: start + place.end };
    const reference = { type: 'reference' as const, ...own, document, visit, citation: whole };
    if (!cited) return { ...reference, locator };
    const sought = cited.within === undefined ? locator : withinAppendix(locator, cited.within);
    const target = resolve(cited.document, sought, cited.document === document ? visit : undefined);
    if (target.type === 'unlocated' && isForeign(sought, cited.document, passage, citation)) {
      return { ...reference, locator };
    }
    const pointed = { ...reference, locator: sought, cited: cited.document, target };
    const titled = citation.title !== undefined && citation.locators.length === 1;
    return titled ? { ...pointed, title: citation.title as string } : pointed;
  });
}

function withinAppendix(locator: Locator, appendix: string): Locator {
  if (locator.type === 'document') return { type: 'label', noun: 'appendix', labels: [appendix] };
  if (locator.type !== 'label') return locator;
  return { ...locator, labels: [appendix, ...locator.labels] };
}

function resolve(document: Document, locator: Locator, from: Visit | undefined): Target | Unlocated {
  const target = locate(document, locator, from);
  if (target.type !== 'unlocated' || target.reason !== 'ambiguous' || locator.type !== 'label' || !from) return target;
  const head = nearestHead(document, locator, from);
  const [, ...rest] = locator.labels;
  if (!head) return target;
  return rest.length === 0 ? { type: 'provision', ...head } : locate(document, { ...locator, labels: rest }, head);
}

function nearestHead(document: Document, { labels: [first = ''] }: LabelLocator, from: Visit): Visit | undefined {
  if (isItemLabel(first)) return nearestItem(labelCore(first), from);
  const heads = labelIndex(document).labels.get(labelCore(first)) ?? [];
  const same = heads.filter((head) => annexOf(head) === annexOf(from));
  return same.length === 1 ? same[0] : undefined;
}

/** The annex, appendix or schedule that a provision stands in, or is. */
export function annexOf({ parents, provision }: Visit): Provision | undefined {
  return [...parents, provision].findLast(({ label }) => /^(?:annex|appendix|schedule) /i.test(label ?? ''));
}

// The list that the citation stands in or under comes before it; where none does, the first that follows.
function nearestItem(core: string, { provision, parents }: Visit): Visit | undefined {
  const holder = parents.findLast(({ children }) => children.some((child) => isItem(child, core)));
  if (!holder) return undefined;
  const items = holder.children.filter((child) => isItem(child, core));
  const nearest = sameList(holder, items, provision) ?? items.findLast(({ start }) => start <= provision.start);
  const chosen = nearest ?? items[0];
  return chosen && { provision: chosen, parents: parents.slice(0, parents.indexOf(holder) + 1) };
}

function sameList(holder: Provision, items: readonly Provision[], from: Provision): Provision | undefined {
  const own = holder.children.findIndex(({ start, end }) => start <= from.start && from.end <= end);
  if (holder.children[own]?.type !== 'item') return undefined;
  let first = own;
  let last = own;
  while (holder.children[first - 1]?.type === 'item') first -= 1;
  while (holder.children[last + 1]?.type === 'item') last += 1;
  const list = new Set(holder.children.slice(first, last + 1));
  return items.find((item) => list.has(item));
}

function isItem({ type, label }: Provision, core: string): boolean {
  return type === 'item' && label !== undefined && labelCore(label) === core;
}
