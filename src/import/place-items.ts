import type { List, ListItem, RootContent } from 'mdast';

/** How deep an item or what goes on under it stands: said by its style, or by its indent and its level in Word's list. */
export interface Depth {
  readonly depth?: number;
  readonly left?: number;
  readonly level?: number;
}

/** Blocks while they are put together, with the items that are still open, from outside in. */
export interface Placing {
  readonly out: RootContent[];
  readonly open: { readonly at: Depth; list: List; item: ListItem; delimiter: string | undefined }[];
}

/** An item to be placed. */
export interface NewItem {
  readonly at: Depth;
  readonly item: ListItem;
  /** The marker of an ordered list: `3.`; absent for a bullet. */
  readonly marker?: string;
  /** Blank lines between the items of its list. */
  readonly spread: boolean;
  /** It begins a list of its own, though one of its kind stands before it. */
  readonly apart?: boolean;
  /** A blank line stands between the item that its list is in and the list. */
  readonly loose?: boolean;
}

/** Starts with nothing. */
export function startPlacing(): Placing {
  return { out: [], open: [] };
}

/** How deep items are put into one another. Lawyers need six levels and Word's lists have nine; what parses Markdown can take some hundred. */
export const deepestItem = 40;

/** Puts a block where no item is open any more. */
export function placeBlock(placing: Placing, block: RootContent): void {
  placing.open.length = 0;
  placing.out.push(block);
}

/**
 * Puts an item into the list it goes on, or into a new one in the item that it is deeper than. One that is deeper than any is put beside
 * the deepest: then false is given.
 */
export function placeItem(placing: Placing, item: NewItem): boolean {
  const { open } = placing;
  while (open.length > 0 && compareDepth(item.at, (open.at(-1) as Placing['open'][number]).at) < 0) open.pop();
  const last = open.at(-1);
  const isTooDeep = last !== undefined && open.length >= deepestItem && compareDepth(item.at, last.at) > 0;
  putItem(placing, isTooDeep ? { ...item, at: last.at } : item);
  return !isTooDeep;
}

function putItem(placing: Placing, added: NewItem): void {
  const { open } = placing;
  const last = open.at(-1);
  const delimiter = added.marker?.at(-1);
  if (last && compareDepth(added.at, last.at) === 0) {
    open.pop();
    if (last.delimiter === delimiter && added.apart !== true) {
      last.list.children.push(added.item);
      open.push({ ...last, at: added.at, item: added.item });
      return;
    }
  }
  const list: List = { type: 'list', ordered: delimiter !== undefined, spread: added.spread, children: [added.item] };
  if (added.marker !== undefined) list.start = Number.parseInt(added.marker, 10);
  const holder = open.at(-1)?.item;
  if (holder && added.loose) holder.spread = true;
  (holder?.children ?? placing.out).push(list);
  open.push({ at: added.at, list, item: added.item, delimiter });
}

/**
 * Puts a block under the item that it goes on: the one of its depth by its style, or else the last that stands no further in.
 * Gives false where there is none; then it belongs to no item.
 */
export function placeInItem(placing: Placing, at: Depth, block: RootContent, spread: boolean): boolean {
  const { open } = placing;
  const holds = ({ at: item }: Placing['open'][number]) => compareDepth(at, item) >= 0;
  const isIndented = at.depth !== undefined || (at.left ?? 0) > 0;
  if (!isIndented || !open.some((frame) => holds(frame) && (at.depth !== undefined || (frame.at.left ?? 0) > 0)))
    return false;
  while (!holds(open.at(-1) as Placing['open'][number])) open.pop();
  const { item } = open.at(-1) as Placing['open'][number];
  item.children.push(block as ListItem['children'][number]);
  if (spread) item.spread = true;
  return true;
}

// Twentieths of a point: nobody sees less, and programs round.
const sameIndent = 60;

function compareDepth(one: Depth, other: Depth): number {
  if (one.depth !== undefined && other.depth !== undefined) return one.depth - other.depth;
  if (one.left !== undefined && other.left !== undefined) {
    const difference = one.left - other.left;
    if (Math.abs(difference) > sameIndent) return difference;
  }
  return one.level !== undefined && other.level !== undefined ? one.level - other.level : 0;
}
