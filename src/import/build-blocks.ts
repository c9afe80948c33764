import type { Heading, ListItem, Paragraph, RootContent } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';
import type { WordBlock } from '../word/word-document.ts';
import { buildTable } from './build-table.ts';
import { type Entry, gatherEntries } from './gather-entries.ts';
import { type Importing, tell } from './importing.ts';
import { afterTab, keepComments, phrasingOf, settleLabel, textOfPieces } from './leaf-words.ts';
import { type Depth, type Placing, placeBlock, placeInItem, placeItem, startPlacing } from './place-items.ts';
import { shownText } from './shown-text.ts';

type Words = Extract<Entry, { type: 'words' }>;
type Item = Words['role'] & { readonly type: 'item' };

/** Is told of the bookmarks of what was placed, and of the root block that it is in. */
export type OnPlaced = (bookmarks: readonly string[], block: RootContent | undefined) => void;

/** Turns blocks of a Word document into mdast. Within a quote the style of quotes says nothing more. */
export function buildBlocks(
  blocks: readonly WordBlock[],
  importing: Importing,
  { inQuote = false, onPlaced }: { readonly inQuote?: boolean; readonly onPlaced?: OnPlaced } = {},
): RootContent[] {
  const placing = startPlacing();
  for (const entry of gatherEntries(blocks, { inQuote })) {
    placeEntry(entry, placing, importing);
    onPlaced?.(entry.bookmarks, placing.out.at(-1));
  }
  return placing.out;
}

function placeEntry(entry: Entry, placing: Placing, importing: Importing): void {
  if (entry.type === 'words') {
    importing.counts.paragraphs += 1;
    placeWords(entry, placing, importing);
    return;
  }
  if (entry.type !== 'quote' && entry.type !== 'note') importing.counts.paragraphs += entry.paragraphs;
  const block = blockOf(entry, importing, placing.out.length === 0 && placing.open.length === 0);
  if (block) put(block, entry, placing);
}

// Nothing that Markdown has no block for: that is told.
function blockOf(entry: Exclude<Entry, Words>, importing: Importing, first: boolean): RootContent | undefined {
  switch (entry.type) {
    case 'code':
      return { type: 'code', ...infoOf(entry.info ?? ''), value: entry.lines.join('\n') };
    case 'html':
      return htmlBlock(entry.lines.join('\n'), importing);
    case 'front-matter':
      return frontMatter(entry.lines, importing, first);
    case 'quote':
      return { type: 'blockquote', children: quoted(entry.blocks, importing) } as RootContent;
    case 'note':
      return {
        type: 'footnoteDefinition',
        identifier: entry.label.toLowerCase(),
        label: entry.label,
        children: buildBlocks(entry.blocks, importing),
      } as RootContent;
    case 'table':
      return buildTable(entry.table, importing);
    case 'contents':
      tell(importing, 'a table of contents', entry.lines.join('\n').trim());
      return undefined;
    case 'told':
      tell(importing, 'words that are not of the document', shownText(entry.blocks));
      return undefined;
  }
}

function quoted(blocks: readonly WordBlock[], importing: Importing): readonly RootContent[] {
  return buildBlocks(blocks, importing, { inQuote: true });
}

function infoOf(info: string) {
  const [, lang = '', meta = ''] = /^(\S*)\s*([\s\S]*)$/.exec(info) ?? [];
  return { lang: lang === '' ? null : lang, meta: meta === '' ? null : meta };
}

function htmlBlock(value: string, importing: Importing): RootContent {
  const [only, ...others] = parseMarkdown(value).children;
  if (only?.type === 'html' && only.value === value && others.length === 0) return only;
  tell(importing, 'lines in the style of HTML that Markdown would not read as such, kept as code');
  return { type: 'code', lang: 'html', meta: null, value };
}

function frontMatter(lines: readonly string[], importing: Importing, first: boolean): RootContent {
  const value = lines.join('\n');
  // Three hyphens would end it, and what is not at the head of a document is not its front matter.
  if (first && !/^---\s*$/m.test(value)) return { type: 'yaml', value };
  tell(importing, 'lines in the style of front matter that cannot stand as front matter, kept as code');
  return { type: 'code', lang: 'yaml', meta: null, value };
}

function placeWords(entry: Words, placing: Placing, importing: Importing): void {
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
  placeItem(placing, {
    at: { ...(role.depth !== undefined && { depth: role.depth }), ...depthOf(paragraph) },
    item,
    ...(marker && { marker: marker.number }),
    spread: role.depth !== undefined && paragraph.contextualSpacing !== true,
    ...(entry.apart && { apart: true }),
    ...(entry.loose && { loose: true }),
  });
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

function put(block: RootContent, { under }: Pick<Entry, 'under'>, placing: Placing): void {
  if (under && placeInItem(placing, { depth: under.depth }, block, !under.tight)) return;
  placeBlock(placing, block);
}
