import type { Heading, ListItem, Paragraph, RootContent } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';
import type { Entry } from './gather-entries.ts';
import { type Importing, tell } from './importing.ts';
import { afterTab, keepComments, phrasingOf, settleLabel, textOfPieces } from './leaf-words.ts';
import { type Depth, deepestItem, type Placing, placeBlock, placeInItem, placeItem } from './place-items.ts';

type Words = Extract<Entry, { type: 'words' }>;
type Item = Words['role'] & { readonly type: 'item' };

/** Puts a paragraph of a Word document where it belongs, as what its role says that it is. An empty one is nothing. */
export function placeWords(entry: Words, placing: Placing, importing: Importing): void {
  const { role, pieces } = entry;
  switch (role.type) {
    case 'item':
      placeItemWords(entry, role, placing, importing);
      return;
    case 'rule':
      if (textOfPieces(pieces) === '') put({ type: 'thematicBreak' }, entry, placing);
      else put(paragraphOf(entry, importing), entry, placing);
      return;
    case 'definition':
      for (const block of definitions(entry, importing)) put(block, entry, placing);
      return;
    case 'heading':
      if (textOfPieces(pieces) === '' && !hasNote(entry)) keepComments(undefined, pieces, importing);
      else put(headingOf(entry, role.depth, importing), entry, placing);
      return;
    default:
      if (textOfPieces(pieces) === '' && !hasNote(entry)) keepComments(undefined, pieces, importing);
      else placeParagraph(entry, placing, importing);
  }
}

function hasNote({ pieces }: Words): boolean {
  return pieces.some(({ type }) => type === 'note' || type === 'image');
}

function headingOf(entry: Words, depth: number, importing: Importing): Heading {
  if (depth > 6) tell(importing, `a heading of level ${depth}, carried as level 6`);
  const pieces = settleLabel(entry.pieces, 'heading');
  const level = Math.min(Math.max(depth, 1), 6) as Heading['depth'];
  const heading: Heading = { type: 'heading', depth: level, children: phrasingOf(pieces, importing) };
  keepComments(heading, pieces, importing);
  return heading;
}

function paragraphOf({ pieces }: Words, importing: Importing, place: 'paragraph' | 'item' = 'paragraph'): Paragraph {
  const settled = settleLabel(pieces, place);
  const paragraph: Paragraph = { type: 'paragraph', children: phrasingOf(settled, importing) };
  keepComments(paragraph, settled, importing);
  return paragraph;
}

function placeParagraph(entry: Words, placing: Placing, importing: Importing): void {
  const { role, pieces, paragraph, under } = entry;
  const block = paragraphOf(entry, importing);
  const tight = paragraph.contextualSpacing === true;
  if (role.type === 'continued' && under === undefined) {
    if (!placeInItem(placing, { depth: role.depth }, block, !tight)) placeBlock(placing, block);
    return;
  }
  const closes = role.type !== 'paragraph' || role.closes;
  if (!closes && under === undefined && placeInItem(placing, depthOf(paragraph), block, true)) return;
  if (!closes && looksLikeHeading(pieces))
    tell(importing, 'a line in bold that may be a heading, kept as a paragraph: it has no style of a heading');
  put(block, entry, placing);
}

function looksLikeHeading(pieces: Words['pieces']): boolean {
  const text = textOfPieces(pieces);
  return (
    text.length <= 120 &&
    !/[.;:,]$/.test(text) &&
    pieces.every(({ text: own, marks }) => own === '' || marks.includes('strong'))
  );
}

function depthOf({ indent, margin = indent?.left, numbering }: Words['paragraph']): Depth {
  return { ...(margin !== undefined && { left: margin }), ...(numbering && { level: numbering.level }) };
}

function placeItemWords(entry: Words, role: Item, placing: Placing, importing: Importing): void {
  const { paragraph } = entry;
  const [task, pieces] = takeTask(entry.pieces);
  const marker = typeof role.marker === 'object' ? role.marker : undefined;
  const words = marker?.typed ? afterTab(pieces) : pieces;
  const opening = paragraphOf({ ...entry, pieces: words }, importing, 'item');
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    checked: task,
    children: opening.children.length === 0 ? [] : [opening],
  };
  if (marker) importing.printed.set(item, marker.number);
  const isPlaced = placeItem(placing, {
    at: { ...(role.depth !== undefined && { depth: role.depth }), ...depthOf(paragraph) },
    item,
    ...(marker && { marker: marker.number }),
    spread: role.depth !== undefined && paragraph.contextualSpacing !== true,
    ...(entry.apart && { apart: true }),
    ...(entry.loose && { loose: true }),
  });
  if (!isPlaced) tell(importing, `an item more than ${deepestItem} deep: it stands ${deepestItem} deep`);
}

function takeTask(pieces: Words['pieces']): readonly [boolean | null, Words['pieces']] {
  const at = pieces.findIndex(({ type }) => type !== 'comment-start' && type !== 'comment-end');
  const first = pieces[at];
  if (first?.type !== 'task') return [null, pieces];
  return [/x/i.test(first.text), pieces.filter((_, index) => index !== at)];
}

function definitions(entry: Words, importing: Importing): readonly RootContent[] {
  const text = textOfPieces(entry.pieces);
  if (text === '') return [];
  const { children } = parseMarkdown(text);
  const isDefined = children.length > 0 && children.every(({ type }) => type === 'definition');
  return isDefined ? children : [paragraphOf(entry, importing)];
}

/** Puts a block under the item that its container names, or where no item is open any more. */
export function put(block: RootContent, { under }: Pick<Entry, 'under'>, placing: Placing): void {
  if (under && placeInItem(placing, { depth: under.depth }, block, !under.tight)) return;
  placeBlock(placing, block);
}
