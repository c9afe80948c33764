import type { Document, Provision } from '../model/document.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { walk } from '../provision/walk.ts';
import { type ItemList, livingItems } from './item-lists.ts';
import { isOmitted } from './omitted.ts';

/** A list or a table with the words that open it, and how many things it has. */
export interface CountedThings {
  readonly document: Document;
  readonly opening: Passage;
  readonly living: number;
  readonly kind: 'list' | 'table';
}

/** The lists that words open. Items of which only the label is left do not count. */
export function countedLists(lists: readonly ItemList[]): readonly CountedThings[] {
  return lists.flatMap((list): readonly CountedThings[] => {
    const { document, opening } = list;
    return opening ? [{ document, opening, living: livingItems(list).length, kind: 'list' }] : [];
  });
}

/**
 * The tables of a document that the words directly above them open, with their rows. Where a first cell is empty or comes twice, several rows may be
 * one thing, and such a table is left out.
 */
export function countedTables(document: Document): readonly CountedThings[] {
  let passageOf: ReadonlyMap<Provision, Passage> | undefined;
  const within = (holder: Provision | undefined, siblings: readonly Provision[]) =>
    siblings.flatMap((table, at): readonly CountedThings[] => {
      const before = at === 0 ? holder : siblings[at - 1];
      if (table.type !== 'table' || !before || (before.type !== 'paragraph' && before !== holder)) return [];
      passageOf ??= new Map(passages(document).map((passage) => [passage.visit.provision, passage]));
      const opening = before.type === 'section' ? undefined : passageOf.get(before);
      const living = opening && livingRows(document, table);
      return living === undefined ? [] : [{ document, opening: opening as Passage, living, kind: 'table' }];
    });
  return [
    ...within(undefined, document.children),
    ...[...walk(document)].flatMap(({ provision }) => within(provision, provision.children)),
  ];
}

function livingRows(document: Document, table: Provision): number | undefined {
  const rows = table.children.filter((row) => !row.header && !isOmitted(document, row));
  const firsts = rows.map(({ title }) => title ?? '');
  return firsts.includes('') || new Set(firsts).size < firsts.length ? undefined : rows.length;
}
