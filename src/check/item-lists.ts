import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Passage } from '../provision/passages.ts';
import { isOmitted } from './omitted.ts';

/** Items that follow one another under one provision, with the words around them. */
export interface ItemList {
  readonly document: Document;
  /** The words that open the list, directly above it; absent where it stands under a heading or at the top. */
  readonly opening?: Passage;
  readonly items: readonly ListedItem[];
  /** The item that the list is in, where it is an inner list. */
  readonly outer?: Provision;
  /** The unnumbered paragraph directly after the list. */
  readonly closing?: Passage;
}

/** One item of a list. */
export interface ListedItem {
  readonly provision: Provision;
  /** Only its label is left. */
  readonly omitted: boolean;
  /** The words it ends with: its own, or the last of what is in it. Absent where it ends with a table or code. */
  readonly last?: Passage;
}

/**
 * Every list of a document but those with no words between them and the next: of these nobody can tell which items belong
 * together. `all` are the passages of the document, in reading order.
 */
export function itemLists(document: Document, all: readonly Passage[]): readonly ItemList[] {
  const passageOf = new Map(all.map((passage) => [passage.visit.provision, passage]));
  const lists: ItemList[] = [];
  const open: { readonly holder?: Provision; readonly children: readonly Provision[] }[] = [document];
  for (let next = open.pop(); next; next = open.pop()) {
    lists.push(...listsAmong(document, next.holder, next.children, passageOf));
    for (const child of next.children) {
      if (child.children.length > 0 && child.type !== 'table') open.push({ holder: child, children: child.children });
    }
  }
  return lists;
}

function listsAmong(
  document: Document,
  holder: Provision | undefined,
  siblings: readonly Provision[],
  passageOf: ReadonlyMap<Provision, Passage>,
): readonly ItemList[] {
  return runsOfItems(document, siblings).map(({ start, end }) => {
    const before = start === 0 ? holder : siblings[start - 1];
    const opens = before && (start === 0 ? isWorded(before) : before.type === 'paragraph');
    const opening = opens ? passageOf.get(before) : undefined;
    const after = siblings[end];
    const closing = after?.type === 'paragraph' && after.label === undefined ? passageOf.get(after) : undefined;
    return {
      document,
      items: siblings.slice(start, end).map((provision) => listed(document, provision, passageOf)),
      ...(opening && { opening }),
      ...(holder?.type === 'item' && { outer: holder }),
      ...(closing && { closing }),
    };
  });
}

function runsOfItems(document: Document, siblings: readonly Provision[]): readonly Range[] {
  const runs: Range[] = [];
  for (let start = 0; start < siblings.length; start += 1) {
    if (siblings[start]?.type !== 'item') continue;
    let end = start + 1;
    while (siblings[end]?.type === 'item' && !beginsAnew(document, siblings[start], siblings[end])) end += 1;
    if (siblings[start - 1]?.type !== 'item' && siblings[end]?.type !== 'item') runs.push({ start, end });
    start = end - 1;
  }
  return runs;
}

// Lists with nothing between them are told apart by the marks before their items, and by a label that comes again.
function beginsAnew({ source }: Document, first: Provision | undefined, item: Provision | undefined): boolean {
  if (!first || !item) return true;
  if (first.label !== undefined && first.label === item.label) return true;
  return mark(source, first) !== mark(source, item);
}

function mark(source: string, { start }: Provision): string {
  const character = source.charAt(start);
  return /\d/.test(character) ? '1' : character;
}

function isWorded({ type }: Provision): boolean {
  return type === 'paragraph' || type === 'item';
}

function listed(document: Document, provision: Provision, passageOf: ReadonlyMap<Provision, Passage>): ListedItem {
  let end = provision;
  const living = (child: Provision) => !isOmitted(document, child);
  for (let last = end.children.findLast(living); last; last = end.children.findLast(living)) end = last;
  const last = isWorded(end) ? passageOf.get(end) : undefined;
  return { provision, omitted: isOmitted(document, provision), ...(last && { last }) };
}

/** The items of a list that still say something. */
export function livingItems({ items }: ItemList): readonly ListedItem[] {
  return items.filter(({ omitted }) => !omitted);
}
