import type { Document, Provision } from '../model/document.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import { fragmentName, uniqueFragment } from './fragment-name.ts';
import { printLabelPath } from './label-path.ts';
import { printOrdinal } from './ordinal.ts';
import { printQuotation } from './quotation.ts';

/** How a provision is cited, and the name of the fragment of a page where it stands. */
export interface ProvisionName {
  /** The printed locator: `paragraph 5.5.2(b)`. Readers find the place by it; it need not be unique. */
  readonly locator: string;
  /** Unique among the provisions of the document: `p-5.5.2-b`. */
  readonly id: string;
}

/** What the name of a provision takes from what it stands in. */
interface Around {
  /** The provision it stands in, as it reads after “of”; absent at the top of a document. */
  readonly of?: string;
  readonly id: string;
  /** The labels that its own label is joined to, outermost first. */
  readonly labels: readonly string[];
  readonly parent?: Provision;
  /** How many provisions of each type stand beside it. */
  readonly siblings: ReadonlyMap<Provision['type'], number>;
}

/** Prints the locator and the fragment name of every provision of a document. Names what has no label by its place. */
export function nameProvision(document: Document): ReadonlyMap<Provision, ProvisionName> {
  const found = known.get(document) ?? nameAllIn(document);
  known.set(document, found);
  return found;
}

// A document never changes, so its provisions are named once.
const known = new WeakMap<Document, ReadonlyMap<Provision, ProvisionName>>();

function nameAllIn(document: Document): ReadonlyMap<Provision, ProvisionName> {
  const names = new Map<Provision, ProvisionName>();
  const taken = new Map<string, number>();
  const title = titleSection(document);
  const nameAll = (provisions: readonly Provision[], around: Omit<Around, 'siblings'>): void => {
    const place = { ...around, siblings: countTypes(provisions) };
    for (const provision of provisions) {
      const locator = locatorOf(provision, place);
      const id = uniqueFragment(fragmentName(provision, around.id), taken);
      names.set(provision, { locator, id });
      if (provision.children.length === 0) continue;
      if (provision === title) nameAll(provision.children, around);
      else {
        const labels = labelsOf(provision, around.labels);
        nameAll(provision.children, { of: inSentence(locator), id, labels, parent: provision });
      }
    }
  };
  nameAll(document.children, { id: 'p', labels: [] });
  return names;
}

/** A locator as it reads in a sentence: `the heading of section 5`. */
export function inSentence(locator: string): string {
  return locator.startsWith('Section ') ? `section ${locator.slice('Section '.length)}` : locator;
}

// The one section that holds the whole document is its title: nothing is cited as standing in it.
function titleSection(document: Document): Provision | undefined {
  const sections = document.children.filter(({ type }) => type === 'section');
  const [first] = sections;
  if (sections.length !== 1 || !first?.children.some(({ type }) => type === 'section')) return undefined;
  const own = `appendix ${document.frontMatter.appendix ?? ''}`;
  return first.label === undefined || labelCore(first.label) === own ? first : undefined;
}

function countTypes(provisions: readonly Provision[]): ReadonlyMap<Provision['type'], number> {
  const counts = new Map<Provision['type'], number>();
  for (const { type, header } of provisions) if (!header) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

function labelsOf(provision: Provision, around: readonly string[]): readonly string[] {
  const { label, type } = provision;
  // Below a heading without a label, the labels above do not lead to an item by themselves.
  if (label === undefined || type === 'footnote') return type === 'section' ? [] : around;
  return isDocumentWideLabel(label) ? [label] : [...around, label];
}

function locatorOf(provision: Provision, around: Around): string {
  const of = around.of === undefined ? '' : ` of ${around.of}`;
  const { label, title, type } = provision;
  if (label !== undefined && type !== 'footnote') return labelled(provision, label, around);
  switch (type) {
    case 'section':
      return title === undefined ? `an unnamed part${of}` : `the ${quoted(title)} part${of}`;
    case 'paragraph':
      return paragraphLocator(provision, around);
    case 'table':
      return `the ${numbered(provision, around, 'table')}${around.of === undefined ? '' : ` in ${around.of}`}`;
    case 'definition':
      return `the definition of ${quoted(title ?? '')}`;
    case 'row':
      return provision.header ? `the head row${of}` : rowLocator(provision, around);
    case 'cell':
      return cellLocator(provision, around);
    case 'footnote':
      return `footnote ${(label ?? '').replace(/^\[\^|\]$/g, '')}`;
    case 'code':
      return `the ${numbered(provision, around, 'code block')}${of}`;
    case 'quote':
      return `the ${numbered(provision, around, 'block quote')}${of}`;
    case 'item':
      return `the ${printOrdinal(provision.ordinal)} item${of}`;
    case 'other':
      return `the ${printOrdinal(provision.ordinal)} other block${of}`;
  }
}

function labelled({ type }: Provision, label: string, { labels, of }: Around): string {
  if (namesItself(label)) return label;
  if (type === 'row') return `step ${label}`;
  const noun = type === 'section' ? 'Section' : 'paragraph';
  if (isDocumentWideLabel(label)) return `${noun} ${label}`;
  if (labels[0] !== undefined && !namesItself(labels[0])) return `${noun} ${printLabelPath([...labels, label])}`;
  return `${noun} ${printLabelPath([label])}${of === undefined ? '' : ` of ${of}`}`;
}

// `Annex A` has its noun in it, and nothing can be joined to it.
function namesItself(label: string): boolean {
  return /^\p{L}+ /u.test(label);
}

function paragraphLocator(provision: Provision, around: Around): string {
  const { parent } = around;
  if (!parent || parent.type === 'section' || parent.type === 'quote' || parent.type === 'footnote') {
    const of = around.of === undefined ? '' : ` of ${around.of}`;
    return `the ${printOrdinal(provision.ordinal)} paragraph${of}`;
  }
  const items = parent.children.findLastIndex(({ type }) => type === 'item');
  if (items >= 0 && parent.children[items + 1] === provision) return `the closing words of ${around.of}`;
  // The words of a numbered paragraph are its first paragraph.
  return `the ${printOrdinal(provision.ordinal + 1)} paragraph of ${around.of}`;
}

function rowLocator({ title, ordinal }: Provision, { of, parent }: Around): string {
  const table = of === undefined ? '' : ` in ${of}`;
  // The head row is none of the rows that are counted.
  const place = parent?.children[0]?.header ? ordinal - 1 : ordinal;
  const long = title === undefined || title === '' || title.length > 80;
  return long ? `the ${printOrdinal(place)} row${table}` : `the row for ${quoted(title)}${table}`;
}

// A definition has one meaning: its cells are cited as the definition.
function cellLocator({ title, ordinal: place }: Provision, { of, parent }: Around): string {
  const row = of ?? 'the row';
  if (parent?.type === 'definition') return row;
  return title === undefined ? `the ${printOrdinal(place)} cell of ${row}` : `the column ${quoted(title)} of ${row}`;
}

function numbered(provision: Provision, around: Around, noun: string): string {
  const alone = (around.siblings.get(provision.type) ?? 1) === 1;
  return alone ? noun : `${printOrdinal(provision.ordinal)} ${noun}`;
}

function quoted(words: string): string {
  if (words.length <= 80) return printQuotation(words);
  const letters = [...words.slice(0, 160)];
  return printQuotation(letters.length <= 80 ? words : `${letters.slice(0, 79).join('')}…`);
}
