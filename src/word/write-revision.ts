import type { Unit } from './map-words.ts';
import type { Revision } from './word-document.ts';
import type { PackageState } from './write-part.ts';
import { type Attributes, element } from './write-xml.ts';

/** Who and when, as every revision says it. */
export type Authorship = { readonly author: string; readonly date?: string };

/** The attributes of a revision, with an id of its own (17.13.1). */
export function authorship({ author, date }: Authorship, state: PackageState): Attributes {
  return { 'w:id': state.nextId(), 'w:author': author, 'w:date': date };
}

/** The element that says each type of revision, round runs and in the properties of a paragraph mark (17.13.5). */
export const revisionElements = {
  inserted: 'w:ins',
  deleted: 'w:del',
  'moved-from': 'w:moveFrom',
  'moved-to': 'w:moveTo',
} as const satisfies Record<Revision['type'], string>;

/** A revision that holds nothing: of a paragraph mark or a row. */
export function revisionMark(revision: Revision, state: PackageState): string {
  return element(revisionElements[revision.type], authorship(revision, state));
}

/** Whether accepting the revision takes away what it marks; else rejecting it does. */
export function isRemoval(revision: Revision): boolean {
  return revision.type === 'deleted' || revision.type === 'moved-from';
}

/** Whether two revisions can be written as one. */
export function sameRevision(one: Revision | undefined, other: Revision | undefined): boolean {
  return (
    one?.type === other?.type && one?.author === other?.author && one?.date === other?.date && one?.move === other?.move
  );
}

/** The revision of a unit. */
export function revisionOf(unit: Unit): Revision | undefined {
  return unit.type === 'paragraph' ? unit.mark : unit.revision;
}

/** A unit with another revision. */
export function withRevision<T extends Unit>(unit: T, revision: Revision): T {
  return unit.type === 'paragraph' ? { ...unit, mark: revision } : { ...unit, revision };
}
