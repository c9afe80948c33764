import type { Document, Provision } from '../model/document.ts';
import type { DefinitionLocator, LabelLocator, Locator, OrdinalLocator, PartLocator } from '../model/locator.ts';
import { labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';
import { locateLabel, locateUnder } from './locate-label.ts';
import { locateSentence } from './locate-sentence.ts';
import { headingOf, wordsOf } from './locate-words.ts';
import { nearestLabels, nearestOf } from './nearest.ts';
import { frontMatterOf, ordinalTypes } from './ordinal-types.ts';
import { missing, named, only, type Target, type Unlocated } from './target.ts';
import { type Visit, walk } from './walk.ts';

/**
 * Looks a locator up in a document. It must fit exactly one place; nothing similar is ever taken.
 * `from`: the provision in which a bare `(b)` is cited, for references; an instruction has none.
 */
export function locate(document: Document, locator: Locator, from?: Visit): Target | Unlocated {
  switch (locator.type) {
    case 'document':
      return { type: 'document' };
    case 'front-matter':
      return locateFrontMatter(document);
    case 'label':
      return locateLabelled(document, locator, from);
    case 'definition':
      return locateDefinition(document, locator);
    case 'heading':
      return headingOf(document, locate(document, locator.of, from));
    case 'sentence':
      return locateSentence(document, locator.ordinal, locate(document, locator.of, from));
    case 'footnote':
      return locateFootnote(document, locator.name);
    case 'opening':
    case 'closing':
      return wordsOf(locate(document, locator.of, from), locator.type);
    default:
      return locateWithin(document, locator, scopeOf(document, locator.of, from));
  }
}

function locateLabelled(document: Document, locator: LabelLocator, from?: Visit): Target | Unlocated {
  if (!locator.of) return (from ? undefined : wholeDocument(document, locator)) ?? locateLabel(document, locator, from);
  const holder = locate(document, locator.of, from);
  if (holder.type === 'unlocated') return holder;
  return holder.type === 'document' ? locateLabel(document, locator, from) : locateUnder(document, holder, locator);
}

// “Appendix K” in Appendix K itself, where no provision in it is numbered so.
function wholeDocument(document: Document, { labels }: LabelLocator): Target | undefined {
  const [first = '', ...rest] = labels;
  if (rest.length > 0 || first !== `Appendix ${document.key}`) return undefined;
  return labelIndex(document).labels.has(labelCore(first)) ? undefined : { type: 'document' };
}

type ScopedLocator = Extract<Locator, { type: 'part' | 'ordinal' | 'table' | 'row' | 'head-row' | 'cell' }>;

type Scope = { readonly type: 'scope'; readonly children: readonly Provision[]; readonly of?: Visit };

function scopeOf(document: Document, of: Locator | undefined, from?: Visit): Scope | Unlocated {
  const target: Target | Unlocated = of ? locate(document, of, from) : { type: 'document' };
  if (target.type === 'unlocated') return target;
  if (target.type === 'document') return { type: 'scope', children: bodyOf(document) };
  return { type: 'scope', children: target.provision.children, of: target };
}

// Where one heading is the title of all, what stands under it is the body of the document.
function bodyOf({ children }: Document): readonly Provision[] {
  const [title] = children;
  return title && children.length === 1 && title.type === 'section' ? title.children : children;
}

function locateWithin(document: Document, locator: ScopedLocator, scope: Scope | Unlocated): Target | Unlocated {
  if (scope.type === 'unlocated') return scope;
  if (locator.type === 'cell') return locateCell(locator.column, scope);
  const visits = within(scope);
  switch (locator.type) {
    case 'part':
      return locatePart(document, locator, visits);
    case 'table':
      return locateOrdinal({ ...locator, type: 'ordinal', noun: 'table' }, scope);
    case 'ordinal':
      return locateOrdinal(locator, scope);
    case 'head-row':
      return only(
        visits.filter(({ provision }) => provision.header === true),
        'the head row of a table',
        [],
      );
    case 'row':
      return locateRow(document, locator.key, visits);
  }
}

function locatePart(document: Document, { title, of }: PartLocator, visits: readonly Visit[]): Target | Unlocated {
  const headed = (visit: Visit) => visit.provision.type === 'section' && sameWords(visit.provision.title, title);
  const found = visits.filter(headed);
  // The title of the whole document is itself a part that can be named.
  const [whole] = document.children;
  const all =
    found.length === 0 && of === undefined && whole ? [{ provision: whole, parents: [] }].filter(headed) : found;
  const titles = visits.flatMap(({ provision }) =>
    provision.type === 'section' && !provision.label ? [provision.title ?? ''] : [],
  );
  return only(all, `a part headed “${title}”`, titles);
}

function locateFrontMatter(document: Document): Target | Unlocated {
  const provision = frontMatterOf(document);
  return provision
    ? { type: 'provision', provision, parents: [] }
    : missing(`${named(document)} has no front matter`, []);
}

function locateDefinition(document: Document, locator: DefinitionLocator): Target | Unlocated {
  const { term } = locator;
  const { terms } = labelIndex(document);
  const [own, ...more] = terms.get(term) ?? [];
  // What is near is asked only where nothing fits: finding it means looking at every term.
  if (own && more.length === 0) return { ...own, type: 'provision' };
  const [nearest, ...others] = nearestOf([...terms.keys()], term);
  const near = [...(nearest === undefined ? [] : [nearest]), ...others].map((known) => `“${known}”`);
  const found = only(terms.get(term) ?? [], `a definition of “${term}” in ${named(document)}`, near);
  if (found.type !== 'unlocated' || found.reason !== 'missing' || nearest === undefined) return found;
  return { ...found, instead: { of: locator, nearest: { ...locator, term: nearest } } };
}

function locateFootnote(document: Document, name: string): Target | Unlocated {
  const footnotes = [...walk(document)].filter(({ provision }) => provision.type === 'footnote');
  const found = footnotes.filter(({ provision }) => provision.label === `[^${name}]`);
  const names = footnotes.map(({ provision }) => `“${provision.label?.slice(2, -1) ?? ''}”`);
  return only(found, `a footnote “${name}” in ${named(document)}`, names.slice(0, 12));
}

function locateOrdinal({ noun, ordinal }: Omit<OrdinalLocator, 'of'>, scope: Scope): Target | Unlocated {
  const wanted = ordinalTypes[noun];
  const parents = scope.of ? [...scope.of.parents, scope.of.provision] : [];
  // The words of a numbered paragraph are its first paragraph; what follows its list is its second.
  const holder = scope.of?.provision.type;
  const own = scope.of && wanted === 'paragraph' && (holder === 'paragraph' || holder === 'item') ? [scope.of] : [];
  const anywhere = wanted === 'table' || wanted === 'code';
  const candidates = anywhere ? within(scope) : scope.children.map((provision) => ({ provision, parents }));
  const inside = candidates.filter(
    ({ provision }) =>
      provision.type === wanted && !provision.header && (wanted !== 'section' || provision.label === undefined),
  );
  const all: readonly Visit[] = [...own, ...inside];
  if (ordinal === undefined) return only(all, `a ${noun} there`, all.length > 1 ? [`the first ${noun}`] : []);
  const visit = ordinal < 0 ? all.at(ordinal) : all[ordinal - 1];
  if (!visit)
    return missing(
      `there ${all.length === 1 ? 'is 1' : `are ${all.length}`} of that kind there (${noun}), not ${ordinal}`,
      [],
    );
  if (visit === scope.of) return { ...visit, type: 'words', part: 'opening', range: visit.provision.words };
  return { ...visit, type: 'provision' };
}

function locateRow(document: Document, key: string, visits: readonly Visit[]): Target | Unlocated {
  const rows = visits.filter(({ provision }) => provision.type === 'row' || provision.type === 'definition');
  const found = rows.filter(({ provision }) => sameWords(provision.title, key));
  const keys = rows.filter(({ provision }) => !provision.header).map(({ provision }) => provision.title ?? '');
  const near = keys.length <= 12 ? keys : nearestLabels(document, key);
  return only(found, `a row for “${key}”`, near);
}

function locateCell(column: string, scope: Scope): Target | Unlocated {
  const parents = scope.of ? [...scope.of.parents, scope.of.provision] : [];
  const cells = scope.children.map((provision): Visit => ({ provision, parents }));
  const found = cells.filter(({ provision }) => provision.type === 'cell' && sameWords(provision.title, column));
  const titles = cells.map(({ provision }) => `“${provision.title ?? ''}”`);
  return only(found, `a column “${column}”`, titles);
}

// A document never changes, and all that stands in it is asked for again and again.
const bodies = new WeakMap<readonly Provision[], readonly Visit[]>();

function within(scope: Scope): readonly Visit[] {
  const known = scope.of ? undefined : bodies.get(scope.children);
  const visits = known ?? collectWithin(scope);
  if (!scope.of) bodies.set(scope.children, visits);
  return visits;
}

function collectWithin(scope: Scope): readonly Visit[] {
  const parents = scope.of ? [...scope.of.parents, scope.of.provision] : [];
  const visits: Visit[] = [];
  const collect = (provisions: readonly Provision[], around: readonly Provision[]): void => {
    for (const provision of provisions) {
      visits.push({ provision, parents: around });
      if (provision.type !== 'row' && provision.type !== 'definition')
        collect(provision.children, [...around, provision]);
    }
  };
  collect(scope.of?.provision.type === 'table' ? scope.of.provision.children : scope.children, parents);
  return visits;
}

function sameWords(a: string | undefined, b: string): boolean {
  return a !== undefined && a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}
