import type { Document, Provision } from '../model/document.ts';
import type { LabelLocator } from '../model/locator.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';
import { nearestLabels, outermostLabels } from './nearest.ts';
import { missing, named, only, type Target, type Unlocated } from './target.ts';
import type { Visit } from './walk.ts';

/** Looks a path of labels up: the first in the whole document or, where it is bare, around `from`; each next under the one before. */
export function locateLabel(document: Document, locator: LabelLocator, from?: Visit): Target | Unlocated {
  const [first = '', ...rest] = locator.labels;
  const heads = headVisits(document, first, from);
  const described = describe(locator);
  if (heads.length === 0) {
    const near = nearestLabels(document, first);
    const sections = outermostLabels(document);
    if (near.length === 0 && sections.length > 0) {
      const text = `there is no ${described} in ${named(document)}, nor one with a number like it`;
      return { ...missing(text, []), advice: `its sections are ${sections.join(', ')}` };
    }
    const nearest = labelIndex(document).labels.get(near[0] ?? '')?.[0]?.provision;
    const text = missing(`there is no ${described} in ${named(document)}`, near, nearest);
    const only = rest.length === 0 && nearest?.label !== undefined && fitsNoun(nearest, locator.noun);
    return only ? { ...text, instead: { of: locator, nearest: { ...locator, labels: [nearest.label] } } } : text;
  }
  const fitting = heads.length > 1 ? heads.filter(({ provision }) => fitsNoun(provision, locator.noun)) : heads;
  return descend(document, fitting.length > 0 ? fitting : heads, rest, locator);
}

/** Looks a path of labels up under one provision. */
export function locateUnder(document: Document, holder: Visit, locator: LabelLocator): Target | Unlocated {
  return descend(document, [holder], locator.labels, locator);
}

function descend(
  document: Document,
  from: readonly Visit[],
  labels: readonly string[],
  locator: LabelLocator,
): Target | Unlocated {
  const described = describe(locator);
  let found = from;
  for (const label of labels) {
    const holder = found[0];
    if (found.length !== 1 || !holder) break;
    found = labelledWithin(document, holder, label);
    if (found.length === 0) return notWithin(document, holder.provision, label, described);
  }
  return only(found, described, []);
}

function notWithin(document: Document, holder: Provision, label: string, described: string): Unlocated {
  const where = holder.label ?? 'the place named';
  const elsewhere = isDocumentWideLabel(label) && labelIndex(document).labels.has(labelCore(label));
  const text = elsewhere ? `${described} is not in ${where}` : `there is no ${described}: ${where} holds no ${label}`;
  const none = missing(text, labelsUnder(holder), holder);
  return elsewhere ? { ...none, advice: `It stands outside ${where}: amend it in an instruction of its own` } : none;
}

// A number of the document is found at any depth; an item in the nearest list.
function labelledWithin(document: Document, holder: Visit, label: string): readonly Visit[] {
  const found = childrenLabelled(holder, label);
  if (found.length > 0 || !isDocumentWideLabel(label)) return found;
  const all = labelIndex(document).labels.get(labelCore(label)) ?? [];
  return all.filter(({ parents }) => parents.includes(holder.provision));
}

function headVisits(document: Document, label: string, from?: Visit): readonly Visit[] {
  if (isDocumentWideLabel(label)) return labelIndex(document).labels.get(labelCore(label)) ?? [];
  // A bare `(b)` is looked for in the list it is cited in, then in each provision around it.
  const around = from ? [from, ...from.parents.map((_, index) => holderAt(from, index)).reverse()] : [];
  for (const holder of around) {
    const found = childrenLabelled(holder, label);
    if (found.length > 0) return found;
  }
  return from ? [] : childrenLabelled({ provision: rootOf(document), parents: [] }, label);
}

function holderAt(from: Visit, index: number): Visit {
  return { provision: from.parents[index] as Provision, parents: from.parents.slice(0, index) };
}

function rootOf(document: Document): Provision {
  const end = document.source.length;
  return { type: 'other', ordinal: 1, start: 0, end, words: { start: end, end }, children: document.children };
}

/** Items (or rows) under a provision that bear a label: the nearest level that has one. */
function childrenLabelled(holder: Visit, label: string): readonly Visit[] {
  const core = labelCore(label);
  const parents = [...holder.parents, holder.provision];
  const direct = holder.provision.children.filter(
    (child) => child.label !== undefined && labelCore(child.label) === core,
  );
  if (direct.length > 0) return direct.map((provision) => ({ provision, parents }));
  return holder.provision.children
    .filter((child) => child.label === undefined && child.type !== 'footnote')
    .flatMap((provision) => childrenLabelled({ provision, parents }, label));
}

function labelsUnder(provision: Provision): readonly string[] {
  const direct = provision.children.flatMap(({ label }) => (label === undefined ? [] : [label]));
  if (direct.length > 0) return direct.slice(0, 12);
  return provision.children
    .filter(({ type }) => type !== 'footnote')
    .flatMap(labelsUnder)
    .slice(0, 12);
}

function fitsNoun(provision: Provision, noun: string | undefined): boolean {
  if (noun === 'step') return provision.type === 'row';
  return provision.type !== 'row';
}

function describe({ noun, labels }: LabelLocator): string {
  const last = labels.findLastIndex(isDocumentWideLabel);
  const label = labels.slice(Math.max(0, last)).join('');
  return /^[A-Za-z]+ /.test(label) ? label : `${noun ?? 'provision'} ${label}`;
}
