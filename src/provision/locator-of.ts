import type { Document, Provision } from '../model/document.ts';
import type { Locator, OrdinalNoun } from '../model/locator.ts';
import { isDocumentWideLabel } from '../source/label.ts';
import { type Counted, countedIn } from './count-in-place.ts';
import { locate } from './locate.ts';
import { parseLocator } from './locator-grammar.ts';
import { frontMatterOf, ordinalTypes } from './ordinal-types.ts';
import { printNarrowing } from './print-locator.ts';
import { type Visit, walk } from './walk.ts';

/** Finds the locators of the provisions of one document. */
export interface LocatorFinder {
  /** The locator that names a provision and nothing else, as a drafter would name it; undefined where none does. */
  readonly of: (provision: Provision) => Locator | undefined;
  /** The provisions it stands in, outermost first. */
  readonly parentsOf: (provision: Provision) => readonly Provision[];
}

interface Finding {
  readonly document: Document;
  readonly visits: ReadonlyMap<Provision, Visit>;
  readonly found: Map<Provision, Locator | undefined>;
  /** What a holder counts of each type, tables and code blocks at any depth. */
  readonly counted: Counted;
}

/**
 * Makes the finder of a document. Each locator is looked up again before it is given, so that what it gives leads to the
 * provision and to nothing else: by its number; else by its heading, term or first cell; else by its place.
 */
export function findLocators(document: Document): LocatorFinder {
  const visits = new Map<Provision, Visit>();
  for (const visit of walk(document)) visits.set(visit.provision, visit);
  const head = frontMatterOf(document);
  if (head) visits.set(head, { provision: head, parents: [] });
  const finding: Finding = { document, visits, found: new Map(), counted: new Map() };
  return {
    of: (provision) => locatorOf(provision, finding),
    parentsOf: (provision) => visits.get(provision)?.parents ?? [],
  };
}

function locatorOf(provision: Provision, finding: Finding): Locator | undefined {
  if (finding.found.has(provision)) return finding.found.get(provision);
  const visit = finding.visits.get(provision);
  let locator: Locator | undefined;
  for (const candidate of visit ? candidates(visit, finding) : []) {
    // As it is read again: “Appendix E(c)” is how item c) there is named.
    const read = parseLocator(printNarrowing(candidate));
    if (!read.ok || !leadsTo(finding.document, read.locator, provision)) continue;
    locator = read.locator;
    break;
  }
  finding.found.set(provision, locator);
  return locator;
}

function leadsTo(document: Document, locator: Locator, provision: Provision): boolean {
  const target = locate(document, locator);
  if (target.type === 'document' || target.type === 'unlocated') return false;
  if (target.type === 'provision') return target.provision === provision;
  return locator.type === 'closing' && target.range.start === provision.words.start && provision.children.length === 0;
}

function* candidates(visit: Visit, finding: Finding): Generator<Locator> {
  const { provision } = visit;
  if (provision === frontMatterOf(finding.document)) yield { type: 'front-matter' };
  yield* labelled(visit, finding);
  yield* titled(visit, finding);
  const holder = holderOf(visit, finding);
  if (holder === undefined) return;
  const of = holder === finding.document ? undefined : locatorOf(holder as Provision, finding);
  if (of === undefined && holder !== finding.document) return;
  if (provision.type === 'paragraph' && of) yield { type: 'closing', of };
  yield* placed(provision, holder, of, finding);
}

function* labelled({ provision, parents }: Visit, finding: Finding): Generator<Locator> {
  const { label, type } = provision;
  if (label === undefined) return;
  if (type === 'footnote') {
    yield { type: 'footnote', name: label.slice('[^'.length, -']'.length) };
    return;
  }
  const name = nameIn(label);
  if (name !== undefined) yield { type: 'label', noun: name, labels: [label] };
  if (isDocumentWideLabel(label)) {
    yield { type: 'label', noun: nounOf(provision), labels: [label] };
    // A number that stands twice in the document may stand once in what it is under.
    const above = parents.findLast((parent) => parent.label !== undefined && isDocumentWideLabel(parent.label));
    if (above?.label !== undefined) yield { type: 'label', noun: nounOf(provision), labels: [above.label, label] };
    return;
  }
  if (type === 'row') return;
  const labels = [label];
  for (const parent of [...parents].reverse()) {
    if (parent.label === undefined || parent.type === 'footnote') {
      if (parent.type !== 'section') continue;
      const of = locatorOf(parent, finding);
      if (of) yield { type: 'label', noun: 'paragraph', labels, of };
      return;
    }
    labels.unshift(parent.label);
    if (isDocumentWideLabel(parent.label)) break;
  }
  const named = nameIn(labels[0] ?? '');
  yield { type: 'label', noun: named ?? 'paragraph', labels };
}

// `Annex A` has its noun in it.
function nameIn(label: string): string | undefined {
  return /^(\p{L}+) /u.exec(label)?.[1]?.toLowerCase();
}

function nounOf({ type }: Provision): string {
  if (type === 'row') return 'step';
  return type === 'section' ? 'section' : 'paragraph';
}

// Headings, terms and first cells that are longer than this are named by their place.
const longest = 80;

function* titled({ provision, parents }: Visit, finding: Finding): Generator<Locator> {
  const { type, title } = provision;
  if (title === undefined || title === '' || title.length > longest) return;
  if (provision.label !== undefined && type !== 'section') return;
  const near = parents.at(-1);
  if (type === 'section') {
    const numbered = parents.findLast((parent) => parent.label !== undefined);
    for (const parent of new Set([numbered, near])) {
      const of = parent && locatorOf(parent, finding);
      if (of) yield { type: 'part', title, of };
    }
    yield { type: 'part', title };
  }
  if (type === 'definition') {
    const section = parents.findLast((parent) => parent.type === 'section' && parent.label !== undefined);
    const of = section && locatorOf(section, finding);
    yield of ? { type: 'definition', term: title, of } : { type: 'definition', term: title };
  }
  const of = near && locatorOf(near, finding);
  if (provision.header && of) yield { type: 'head-row', of };
  if (type === 'row' && of) yield { type: 'row', key: title, step: false, of };
  if (type === 'cell' && near) yield* cellOf(title, near, of, finding);
}

function* cellOf(column: string, row: Provision, of: Locator | undefined, finding: Finding): Generator<Locator> {
  const table = finding.visits.get(row)?.parents.at(-1);
  const inTable = table && locatorOf(table, finding);
  // A step is named in its table where one of its cells is.
  if (row.label !== undefined && inTable)
    yield { type: 'cell', column, of: { type: 'row', key: row.label, step: true, of: inTable } };
  if (of) yield { type: 'cell', column, of };
}

// What stands under the title of the whole document stands in the document.
function holderOf({ parents }: Visit, { document }: Finding): Provision | Document | undefined {
  const parent = parents.at(-1);
  const [title] = document.children;
  const whole = document.children.length === 1 && title?.type === 'section';
  if (whole) return parent === title ? document : parent;
  return parent ?? document;
}

function* placed(
  provision: Provision,
  holder: Provision | Document,
  of: Locator | undefined,
  finding: Finding,
): Generator<Locator> {
  const ordinal = countedIn(holder, finding.document, finding.counted).get(provision);
  if (ordinal === undefined || ordinal > 999) return;
  if (provision.type === 'table') {
    yield { type: 'table', of: of ?? { type: 'document' } };
    yield { type: 'table', ordinal, of: of ?? { type: 'document' } };
    return;
  }
  const noun = (Object.keys(ordinalTypes) as OrdinalNoun[]).find((name) => ordinalTypes[name] === provision.type);
  if (noun) yield of ? { type: 'ordinal', noun, ordinal, of } : { type: 'ordinal', noun, ordinal };
}
