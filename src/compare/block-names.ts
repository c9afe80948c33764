import type { Document, Provision, ProvisionType } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock } from '../model/redline.ts';
import { nameProvision, type ProvisionName } from '../provision/name-provision.ts';

/** The provision that opens with a block, and how it is cited. */
export interface OpenedProvision extends ProvisionName {
  readonly provision: Provision;
}

/** Finds the provision of one document that opens with a block of that document. */
export type OpenedBy = (type: RedlineBlock['type'], range: Range) => OpenedProvision | undefined;

/** What the blocks of both texts open, and the fragment names already given on the page. */
export interface BlockNames {
  readonly before: OpenedBy;
  readonly after: OpenedBy;
  /** The fragment name of a provision that only the text before has: its own, or one made unique. */
  readonly freeId: (id: string) => string;
}

const openers: Readonly<Record<ProvisionType, RedlineBlock['type'] | 'other'>> = {
  section: 'heading',
  paragraph: 'paragraph',
  item: 'item',
  table: 'table',
  definition: 'row',
  row: 'row',
  cell: 'cell',
  code: 'code',
  quote: 'quote',
  footnote: 'footnote',
  other: 'other',
};

const others: ReadonlySet<RedlineBlock['type']> = new Set(['html', 'rule', 'link-definition']);

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

function openedBy(document: Document, names: ReadonlyMap<Provision, ProvisionName>): OpenedBy {
  const opened = new Map<string, OpenedProvision>();
  const collect = (provisions: readonly Provision[]): void => {
    for (const provision of provisions) {
      const name = names.get(provision);
      if (name) opened.set(`${openers[provision.type]} ${provision.start}`, { ...name, provision });
      collect(provision.children);
    }
  };
  collect(document.children);
  return (type, range) => opened.get(`${others.has(type) ? 'other' : type} ${range.start}`);
}
