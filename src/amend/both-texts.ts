import type { Document, Provision } from '../model/document.ts';
import { type Reference, references } from '../provision/references.ts';
import { walk } from '../provision/walk.ts';
import type { AmendedDocument } from './amend.ts';
import { provisionPairs } from './provision-pairs.ts';
import { type AfterOf, afterOf } from './text-correspondence.ts';

/** A code before a change and after it, and what became of each place and provision. */
export interface BothTexts {
  readonly before: readonly Document[];
  readonly after: readonly Document[];
  readonly referencesBefore: readonly Reference[];
  readonly referencesAfter: readonly Reference[];
  /** A document before, as it is after. */
  readonly documentAfter: (document: Document) => Document;
  /** Where a place of a document before stands after; undefined where it is deleted. */
  readonly placeAfter: (document: Document, offset: number) => number | undefined;
  /** A provision of the text before, as it is after, whatever its label and place; undefined where it is gone. */
  readonly later: (provision: Provision) => Provision | undefined;
  /** A provision of the text after, as it was before; undefined where it is new. */
  readonly earlier: (provision: Provision) => Provision | undefined;
}

/** Joins the texts of a code before and after a change, by the redlines of the documents that it amends. */
export function bothTexts(
  before: readonly Document[],
  after: readonly Document[],
  amended: readonly AmendedDocument[],
): BothTexts {
  const versions = new Map(before.map((document, index) => [document, after[index] ?? document]));
  const places = new Map<Document, AfterOf>();
  const [later, earlier] = [new Map<Provision, Provision | undefined>(), new Map<Provision, Provision | undefined>()];
  for (const one of amended) {
    places.set(one.before, afterOf(one.redline.source));
    for (const { provision } of walk(one.before)) later.set(provision, undefined);
    for (const { provision } of walk(one.after)) earlier.set(provision, undefined);
    for (const { before: old, after: fresh } of provisionPairs(one)) {
      if (!old || !fresh) continue;
      later.set(old.provision, fresh.provision);
      earlier.set(fresh.provision, old.provision);
    }
  }
  const all = { before: references(before), after: references(after) };
  return {
    before,
    after,
    referencesBefore: all.before,
    referencesAfter: all.after,
    documentAfter: (document) => versions.get(document) ?? document,
    placeAfter: (document, offset) => {
      const map = places.get(document);
      return map ? map(offset) : offset;
    },
    later: (provision) => (later.has(provision) ? later.get(provision) : provision),
    earlier: (provision) => (earlier.has(provision) ? earlier.get(provision) : provision),
  };
}
