import type { Document, Provision } from '../model/document.ts';
import { nameProvision } from '../provision/name-provision.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';

/** The printed locator of the provision in which a place of a document stands. */
export type LocatorAt = (offset: number) => string;

const names = new WeakMap<Document, LocatorAt>();

/** Names the places of a document by the innermost provision that a citation would name; of a cell, its row. */
export function locatorAt(document: Document): LocatorAt {
  const known = names.get(document);
  if (known) return known;
  const printed = nameProvision(document);
  const at: LocatorAt = (offset) => {
    const provision = innermost(document.children, offset);
    return (provision && printed.get(provision)?.locator) ?? 'the document';
  };
  names.set(document, at);
  return at;
}

function innermost(top: readonly Provision[], offset: number): Provision | undefined {
  let found: Provision | undefined;
  for (let children = top; ; ) {
    const inside = children[lastStartingAt(children, offset)];
    if (!inside || inside.end < offset || inside.type === 'cell') return found;
    found = inside;
    children = inside.children;
  }
}
