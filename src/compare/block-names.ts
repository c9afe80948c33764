import type { Document, Provision, ProvisionType } from '../model/document.ts';
import type { RedlineBlock } from '../model/redline.ts';
import { nameProvision, type ProvisionName } from '../provision/name-provision.ts';

/** The provision that opens with a block, and how it is cited. */
export interface OpenedProvision extends ProvisionName {
  readonly provision: Provision;
}

/** Finds the provision of one document that opens with a block of that document. */
export type OpenedBy = (type: RedlineBlock['type'], start: number) => OpenedProvision | undefined;

/** What the blocks of both texts open, and the fragment names already given on the page. */
export interface BlockNames {
  readonly before: OpenedBy;
  readonly after: OpenedBy;
  /** The fragment name of a provision that only the text before has: its own, or one made unique. */
  readonly freeId: (id: string) => string;
}

const openers: Readonly<Record<ProvisionType, number>> = {
  section: 0,
  paragraph: 1,
  item: 2,
  table: 3,
  definition: 4,
  row: 4,
  cell: 5,
  code: 6,
  quote: 7,
  footnote: 8,
  other: 9,
};

const opened: Readonly<Partial<Record<RedlineBlock['type'], ProvisionType>>> = {
  heading: 'section',
  paragraph: 'paragraph',
  item: 'item',
  table: 'table',
  row: 'row',
  cell: 'cell',
  code: 'code',
  quote: 'quote',
  footnote: 'footnote',
  html: 'other',
  rule: 'other',
  'link-definition': 'other',
};

/** Names the provisions of two documents for the tree that joins them. */
export function nameBlocks(before: Document, after: Document): BlockNames {
  const namesAfter = nameProvision(after);
  const taken = new Set<string>();
  for (const { id } of namesAfter.values()) taken.add(id);
  const freeId = (id: string): string => {
    let free = id;
    for (let number = 1; taken.has(free); number += 1) free = number === 1 ? `${id}-before` : `${id}-before-${number}`;
    taken.add(free);
    return free;
  };
  return { before: openedBy(before, nameProvision(before)), after: openedBy(after, namesAfter), freeId };
}

// A table, its first row and that row's first cell start in one place, so a place is looked up with what opens there.
function openedBy(document: Document, names: ReadonlyMap<Provision, ProvisionName>): OpenedBy {
  const provisions = new Map<number, Provision>();
  const collect = (children: readonly Provision[]): void => {
    for (const provision of children) {
      provisions.set(placeKey(provision.start, provision.type), provision);
      // What was an item and is none any more is looked up by where its words begin.
      const { labelRange, words } = provision;
      if (provision.type === 'item') provisions.set(placeKey((labelRange ?? words).start, 'item'), provision);
      collect(provision.children);
    }
  };
  collect(document.children);
  return (type, start) => {
    const opening = opened[type];
    const provision = opening && provisions.get(placeKey(start, opening));
    const name = provision && names.get(provision);
    return provision && name && { locator: name.locator, id: name.id, provision };
  };
}

function placeKey(start: number, type: ProvisionType): number {
  return start * 10 + openers[type];
}
