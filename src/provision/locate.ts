import type { Document, Provision } from '../model/document.ts';
import type { LabelLocator, Locator, OrdinalLocator, PartLocator } from '../model/locator.ts';
import { labelIndex } from './label-index.ts';
import { locateLabel, locateUnder } from './locate-label.ts';
import { nearestLabels, nearestOf } from './nearest.ts';
import { frontMatterOf, ordinalTypes } from './ordinal-types.ts';
import { missing, named, only, type Target, type Unlocated } from './target.ts';
import type { Visit } from './walk.ts';

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
      return locateDefinition(document, locator.term);
    case 'heading':
      return headingOf(locate(document, locator.of, from));
    case 'opening':
    case 'closing':
      return wordsOf(locate(document, locator.of, from), locator.type);
    default:
      return locateWithin(document, locator, scopeOf(document, locator.of, from));
  }
}

function locateLabelled(document: Document, locator: LabelLocator, from?: Visit): Target | Unlocated {
  if (!locator.of) return locateLabel(document, locator, from);
  const holder = locate(document, locator.of, from);
  if (holder.type === 'unlocated') return holder;
  return holder.type === 'document' ? locateLabel(document, locator, from) : locateUnder(holder, locator);
}

type ScopedLocator = Extract<Locator, { type: 'part' | 'ordinal' | 'table' | 'row' | 'cell' }>;

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
      return locateOrdinal({ type: 'ordinal', noun: 'table', ordinal: locator.ordinal ?? 0 }, scope);
    case 'ordinal':
      return locateOrdinal(locator, scope);
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

function locateDefinition(document: Document, term: string): Target | Unlocated {
  const { terms } = labelIndex(document);
  const near = nearestOf([...terms.keys()], term).map((known) => `“${known}”`);
  return only(terms.get(term) ?? [], `a definition of “${term}” in ${named(document)}`, near);
}

function headingOf(target: Target | Unlocated): Target | Unlocated {
  if (target.type !== 'provision') return target;
  if (target.provision.type !== 'section') return missing('that provision has no heading', []);
  return { ...target, type: 'words', part: 'heading', range: target.provision.words };
}

function wordsOf(target: Target | Unlocated, part: 'opening' | 'closing'): Target | Unlocated {
  if (target.type !== 'provision') return target;
  const { provision } = target;
  const items = provision.children.findIndex((child) => child.type === 'item');
  if (items < 0) return missing(`it has no list, so it has no ${part} words`, []);
  if (part === 'opening' && provision.type !== 'section')
    return { ...target, type: 'words', part, range: provision.words };
  const last = provision.children.findLastIndex((child) => child.type === 'item');
  const candidates = part === 'opening' ? provision.children.slice(0, items) : provision.children.slice(last + 1);
  const words = candidates.filter((child) => child.type === 'paragraph' && child.label === undefined);
  const chosen = part === 'opening' ? words.at(-1) : words[0];
  if (!chosen) return missing(`it has no ${part} words`, []);
  return { ...target, type: 'words', part, range: chosen.words };
}

function locateOrdinal(locator: OrdinalLocator, scope: Scope): Target | Unlocated {
  const wanted = ordinalTypes[locator.noun];
  const parents = scope.of ? [...scope.of.parents, scope.of.provision] : [];
  // The words of a numbered paragraph are its first paragraph; what follows its list is its second.
  const holder = scope.of?.provision.type;
  const own = scope.of && wanted === 'paragraph' && (holder === 'paragraph' || holder === 'item') ? [scope.of] : [];
  const candidates =
    wanted === 'table' || wanted === 'code'
      ? within(scope)
      : scope.children.map((provision) => ({ provision, parents }));
  const inside = candidates.filter(
    ({ provision }) =>
      provision.type === wanted && !provision.header && (wanted !== 'section' || provision.label === undefined),
  );
  const all: readonly Visit[] = [...own, ...inside];
  if (locator.ordinal === 0)
    return only(all, `a ${locator.noun} there`, all.length > 1 ? [`the first ${locator.noun}`] : []);
  const visit = locator.ordinal < 0 ? all.at(locator.ordinal) : all[locator.ordinal - 1];
  if (!visit)
    return missing(`there are ${all.length} of that kind there (${locator.noun}), not ${locator.ordinal}`, []);
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

function within(scope: Scope): readonly Visit[] {
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
