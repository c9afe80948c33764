import type { List, ListItem, Nodes, RootContent } from 'mdast';
import { rangeOf } from '../../source/index-provisions.ts';
import type { WordBlock, WordInline, WordParagraph } from '../../word/word-document.ts';
import { blocksOf, type CleanContext, container, type Place, plainParagraph } from './clean-blocks.ts';
import { cleanInlines } from './clean-inlines.ts';
import { depthIndent, styleDepth } from './item-depth.ts';
import { opensWithLabel, tabAfterLabel } from './label-tab.ts';
import { printedMarker } from './printed-marker.ts';

/** The items of a list, each paragraph in the style of its depth. A list that touches one of its own kind stands in a container. */
export function listBlocks(
  list: List,
  before: Nodes | undefined,
  place: Place,
  context: CleanContext,
): readonly WordBlock[] {
  const blocks = list.children.flatMap((item) => itemBlocks(item, list, place.depth + 1, context));
  const touches = before?.type === 'list' && Boolean(before.ordered) === Boolean(list.ordered);
  return touches ? [container('list', blocks)] : blocks;
}

function itemBlocks(item: ListItem, list: List, depth: number, context: CleanContext): readonly WordBlock[] {
  const [first, ...others] = item.children;
  const opens = first?.type === 'paragraph';
  const opening = openingParagraph(item, list, depth, context);
  const rest = opens || first === undefined ? others : item.children;
  const place: Place = { style: `ItemContinued${styleDepth(depth)}`, depth };
  const spread = item.spread === true;
  const further = rest.map((node, index) => {
    const blocks = blocksOf(node, index === 0 ? undefined : rest[index - 1], place, context);
    return node.type === 'list' ? blocks : blocks.map((block) => furtherBlock(block, depth, spread));
  });
  const firstList = spread && rest.every(({ type }) => type === 'list') ? further.shift() : undefined;
  return [opening, ...(firstList ? [container('loose', firstList)] : []), ...further.flat()];
}

// An item that does not begin with a paragraph still has a line that shows its bullet.
function openingParagraph(item: ListItem, list: List, depth: number, context: CleanContext): WordParagraph {
  const ordered = Boolean(list.ordered);
  const bookmarks = context.takeBookmarks(rangeOf(item).start);
  const words = openingWords(item.children[0], !ordered && typeof item.checked !== 'boolean', context);
  const children: WordInline[] = [...words.children];
  if (typeof item.checked === 'boolean')
    children.unshift({ type: 'run', text: item.checked ? '[x] ' : '[ ] ', style: 'TaskBox' });
  if (ordered) children.unshift({ type: 'run', text: `${printedMarker(context.source, rangeOf(item)) ?? '1.'}\t` });
  const style = `${ordered ? 'NumberedItem' : 'Item'}${styleDepth(depth)}`;
  return {
    ...plainParagraph(style, children, bookmarks),
    ...(!ordered && !words.labelled && { bullet: true }),
    ...depthIndent(depth),
    contextualSpacing: !list.spread,
  };
}

interface OpeningWords {
  readonly children: readonly WordInline[];
  readonly labelled: boolean;
}

function openingWords(first: RootContent | undefined, canBear: boolean, context: CleanContext): OpeningWords {
  if (first?.type !== 'paragraph') return { children: [], labelled: false };
  const children = cleanInlines(first.children, context);
  if (!canBear || !opensWithLabel(children, 'item')) return { children, labelled: false };
  return { children: tabAfterLabel(children, 'item'), labelled: true };
}

function furtherBlock(block: WordBlock, depth: number, spread: boolean): WordBlock {
  if (block.type === 'paragraph' && block.style.startsWith('ItemContinued'))
    return { ...block, ...depthIndent(depth, true), contextualSpacing: !spread };
  return container(`item ${depth}${spread ? '' : ' tight'}`, [block]);
}
