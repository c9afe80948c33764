import type { BlockPlace } from '../model/redline.ts';
import type { Block } from './outline.ts';

/** What the words of a heading or paragraph stand as. */
export interface LeafPlace {
  readonly type: BlockPlace;
  /** Of an item: in how many lists it stands. */
  readonly depth: number;
  /** The footnote it stands in: its words are read from there, and are words of nothing else. */
  readonly footnote: string | undefined;
}

/** The places of the headings and paragraphs of one text, by leaf. */
export function leafPlaces(blocks: readonly Block[]): ReadonlyMap<number, LeafPlace> {
  const places = new Map<number, LeafPlace>();
  const top: LeafPlace = { type: 'paragraph', depth: 0, footnote: undefined };
  const open = blocks.map((block) => ({ block, place: top })).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    const { block, place } = next;
    if (block.type === 'heading') places.set(block.leafFrom, { ...place, type: 'heading', depth: 0 });
    else if (block.type === 'paragraph')
      places.set(block.leafFrom, place.type.endsWith('item') ? place : { ...place, depth: 0 });
    const inside = placeInside(block, place);
    for (let index = block.children.length - 1; index >= 0; index -= 1) {
      const follows = block.type === 'item' && index > 0;
      open.push({ block: block.children[index] as Block, place: follows ? { ...inside, type: 'paragraph' } : inside });
    }
  }
  return places;
}

function placeInside({ type, node, kind }: Block, place: LeafPlace): LeafPlace {
  if (type === 'quote') return { ...place, type: 'quote' };
  if (type === 'footnote') return { ...place, type: 'paragraph', footnote: kind };
  if (type !== 'list') return place;
  const numbered = node.type === 'list' && node.ordered;
  return { ...place, type: numbered ? 'numbered item' : 'item', depth: place.depth + 1 };
}
