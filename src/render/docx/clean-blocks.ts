import type { Code, Heading, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { rangeOf } from '../../source/index-provisions.ts';
import { readLabel } from '../../source/label.ts';
import type { WordBlock, WordContainer, WordInline, WordParagraph } from '../../word/word-document.ts';
import { codeBookmark, footnoteBookmark, noteBookmark } from './bookmarks.ts';
import { cleanInlines, type InlineContext } from './clean-inlines.ts';
import { listBlocks } from './clean-lists.ts';
import type { CleanNotes } from './clean-notes.ts';
import { tableBlock } from './clean-table.ts';
import { tabAfterLabel } from './label-tab.ts';

/** What the blocks of one document share while they are laid out. */
export interface CleanContext extends InlineContext {
  readonly notes: CleanNotes;
  /** The bookmarks of the provisions that start at an offset; each is given once. */
  readonly takeBookmarks: (start: number) => readonly string[];
  /** Code blocks are counted, so that one can be told by its number. */
  codeBlocks: number;
}

/** Where blocks stand: what they are set as there, and how deep in lists. */
export interface Place {
  /** The style of a paragraph that is nothing else. */
  readonly style: 'Normal' | 'ProvisionContinued' | 'Quote' | 'FootnoteText' | `ItemContinued${1 | 2 | 3 | 4 | 5 | 6}`;
  /** The depth of the list item it stands in, from 1; 0 outside lists. */
  readonly depth: number;
}

/** The text of a document as Word has it, block by block. */
export function rootBlocks({ children }: Root, context: CleanContext): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let place: Place = { style: 'Normal', depth: 0 };
  children.forEach((node, index) => {
    const id = context.notes.idOf(node);
    if (id !== undefined) {
      const last = blocks.pop();
      if (last)
        blocks.push(context.notes.isPlaced(id) ? bookmarkLast(last, noteBookmark(labelOf(node), id, 'both')) : last);
      return;
    }
    if (node.type === 'heading') place = { style: 'Normal', depth: 0 };
    if (isNumbered(node)) place = { style: 'ProvisionContinued', depth: 0 };
    blocks.push(...blocksOf(node, children[index - 1], place, context));
  });
  return blocks;
}

function labelOf(node: RootContent): string {
  return node.type === 'footnoteDefinition' ? (node.label ?? node.identifier) : '';
}

function isNumbered(node: RootContent): boolean {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && readLabel(first.value, 'paragraph') !== undefined;
}

/** Blocks that stand together in one place. */
export function blocksIn(children: readonly RootContent[], place: Place, context: CleanContext): readonly WordBlock[] {
  return children.flatMap((node, index) => blocksOf(node, children[index - 1], place, context));
}

/** One block in its place, which can be several of Word's. `before` is what it stands after. */
export function blocksOf(
  node: RootContent,
  before: Nodes | undefined,
  place: Place,
  context: CleanContext,
): readonly WordBlock[] {
  switch (node.type) {
    case 'list':
      return listBlocks(node, before, place, context);
    case 'table':
      return [tableBlock(node, context)];
    default:
      return [blockOf(node, place, context)];
  }
}

function blockOf(node: RootContent, place: Place, context: CleanContext): WordBlock {
  switch (node.type) {
    case 'heading':
      return { ...worded(node, `Heading${node.depth}`, 'heading', context), outlineLevel: node.depth };
    case 'paragraph':
      return paragraphBlock(node, place, context);
    case 'code':
      return codeBlock(node, context);
    case 'html':
      return container('html', lineParagraphs(node.value, 'HtmlText', context.takeBookmarks(rangeOf(node).start)));
    case 'yaml':
      return container('front-matter', lineParagraphs(node.value, 'FrontMatter', []));
    case 'definition':
      return plainParagraph('LinkDefinition', [sourceOf(node, context)], context.takeBookmarks(rangeOf(node).start));
    case 'thematicBreak':
      return plainParagraph('Rule', [], context.takeBookmarks(rangeOf(node).start));
    case 'blockquote':
      return container('quote', filled(blocksIn(node.children, { style: 'Quote', depth: 0 }, context), 'Quote'));
    case 'footnoteDefinition':
      return footnoteContainer(node.label ?? node.identifier, noteBlocks(node.children, context));
    default:
      return plainParagraph(place.style, [sourceOf(node, context)]);
  }
}

/** The blocks of a footnote; an empty paragraph where it has none. */
export function noteBlocks(children: readonly RootContent[], context: CleanContext): readonly WordBlock[] {
  return filled(blocksIn(children, { style: 'FootnoteText', depth: 0 }, context), 'FootnoteText');
}

function filled(blocks: readonly WordBlock[], style: string): readonly WordBlock[] {
  return blocks.length > 0 ? blocks : [plainParagraph(style, [])];
}

function paragraphBlock(node: Paragraph, place: Place, context: CleanContext): WordParagraph {
  const own = place.style === 'Normal' || place.style === 'ProvisionContinued';
  if (own && isNumbered(node)) return worded(node, 'Provision', 'paragraph', context);
  return plainParagraph(place.style, cleanInlines(node.children, context), context.takeBookmarks(rangeOf(node).start));
}

function worded(
  node: Heading | Paragraph,
  style: string,
  place: 'heading' | 'paragraph',
  context: CleanContext,
): WordParagraph {
  const children = tabAfterLabel(cleanInlines(node.children, context), place);
  return plainParagraph(style, children, context.takeBookmarks(rangeOf(node).start));
}

function codeBlock(node: Code, context: CleanContext): WordContainer {
  context.codeBlocks += 1;
  const information = [node.lang, node.meta].filter((part) => part).join(' ');
  const name = codeBookmark(context.codeBlocks, information);
  const bookmarks = [...context.takeBookmarks(rangeOf(node).start), name];
  return container(information === '' ? 'code' : `code ${information}`, lineParagraphs(node.value, 'Code', bookmarks));
}

function lineParagraphs(text: string, style: string, bookmarks: readonly string[]): readonly WordParagraph[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => plainParagraph(style, [{ type: 'run', text: line }], index === 0 ? bookmarks : []));
}

/** A paragraph in a style, with bookmarks where there are any. */
export function plainParagraph(
  style: string,
  children: readonly WordInline[],
  bookmarks: readonly string[] = [],
): WordParagraph {
  const words = children.filter((child) => child.type !== 'run' || child.text !== '' || child.style !== undefined);
  return { type: 'paragraph', style, ...(bookmarks.length > 0 && { bookmarks }), children: words };
}

/** The blocks of a footnote that stands among the others, so that its label is known. */
export function footnoteContainer(label: string, blocks: readonly WordBlock[]): WordContainer {
  return container(`footnote ${label}`, withFootnoteBookmark(label, blocks));
}

/** The blocks of such a footnote, with its bookmark on the first paragraph. */
export function withFootnoteBookmark(label: string, blocks: readonly WordBlock[]): readonly WordBlock[] {
  const name = footnoteBookmark(label);
  const [first, ...rest] = blocks;
  if (name === undefined || first?.type !== 'paragraph') return blocks;
  return [{ ...first, bookmarks: [...(first.bookmarks ?? []), name] }, ...rest];
}

/** Blocks in a content control. */
export function container(tag: string, blocks: readonly WordBlock[]): WordContainer {
  return { type: 'container', tag, blocks };
}

function sourceOf(node: Nodes, { source }: CleanContext): WordInline {
  const { start, end } = rangeOf(node);
  return { type: 'run', text: source.slice(start, end) };
}

function bookmarkLast<Block extends WordBlock>(block: Block, name: string): Block {
  if (block.type === 'paragraph') return { ...block, bookmarks: [...(block.bookmarks ?? []), name] };
  if (block.type === 'container')
    return { ...block, blocks: withLast(block.blocks, (last) => bookmarkLast(last, name)) };
  const inCell = (last: WordBlock) => bookmarkLast(last, name);
  const rows = withLast(block.rows, (row) => ({
    ...row,
    cells: withLast(row.cells, (cell) => ({ ...cell, blocks: withLast(cell.blocks, inCell) })),
  }));
  return { ...block, rows };
}

function withLast<Each>(all: readonly Each[], change: (last: Each) => Each): readonly Each[] {
  return all.map((each, index) => (index === all.length - 1 ? change(each) : each));
}
