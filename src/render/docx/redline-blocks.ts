import type { BlockPlace, ParentBlock, RedlineBlock, RuleBlock, WordsBlock } from '../../model/redline.ts';
import type { LabelPlace } from '../../source/label.ts';
import type { WordBlock, WordParagraph } from '../../word/word-document.ts';
import { container, footnoteContainer, withFootnoteBookmark } from './clean-blocks.ts';
import { placeNotes, type RootBlock } from './note-places.ts';
import {
  markOf,
  type RedlineContext,
  type Standing,
  standingBefore,
  standingOf,
  takeBookmarks,
  waitFor,
} from './redline-context.ts';
import { lineBlocks } from './redline-lines.ts';
import { redlineList } from './redline-lists.ts';
import { wordInlines } from './redline-runs.ts';
import { redlineTable } from './redline-table.ts';
import { citedRuns, opensWithLabel, tabbedRuns } from './set-runs.ts';

/** Both versions of a document as Word has them, block by block, what only one has as a tracked change. */
export function redlineBlocks(blocks: readonly RedlineBlock[], context: RedlineContext): readonly WordBlock[] {
  let style: Standing['style'] = 'Normal';
  const roots = blocks.map((block): RootBlock => {
    if (block.type === 'heading') style = 'Normal';
    if (isNumbered(block)) style = 'ProvisionContinued';
    return { block, words: redlineBlock(block, { style, depth: 0 }, context) };
  });
  return placeNotes(roots, context.notes);
}

function isNumbered(block: RedlineBlock): boolean {
  return block.type === 'paragraph' && opensWithLabel(block.runs, 'paragraph', missingSide(block));
}

/** The marks that are left out to read a block in the text after, where it stands there, else in the text before. */
export function missingSide({ status }: RedlineBlock): 'inserted' | 'deleted' {
  return status === 'deleted' || status === 'moved-from' ? 'inserted' : 'deleted';
}

/** One block of a redline, with all that it holds. */
export function redlineBlock(block: RedlineBlock, around: Standing, context: RedlineContext): readonly WordBlock[] {
  const standing = standingOf(block, around);
  waitFor(block, context);
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'cell':
      return [wordsParagraph(block, styleOf(block, standing), standing, context)];
    case 'code':
    case 'html':
    case 'front-matter':
    case 'link-definition':
      return lineBlocks(block, standing, context);
    case 'rule':
      return [ruleParagraph(block, standing, context)];
    case 'list':
      return redlineList(block, standing, context);
    case 'table':
      return [redlineTable(block, standing, context)];
    case 'footnote':
      return context.notes.isOwn(block) ? [] : footnoteBlocks(block, standing, context);
    case 'quote':
      return quoteBlocks(block, standing, context);
    default:
      return inside(block, standing, context);
  }
}

// LibreOffice loses what changes in a content control.
function quoteBlocks(block: ParentBlock, around: Standing, context: RedlineContext): readonly WordBlock[] {
  const blocks = inside(block, { ...around, style: 'Quote', depth: 0 }, context);
  return block.status === 'same' && !around.moved && blocks.length > 0 ? [container('quote', blocks)] : blocks;
}

// One that is none of Word's own stands where it stands in the source.
function footnoteBlocks(block: ParentBlock, standing: Standing, context: RedlineContext): readonly WordBlock[] {
  const label = block.identifier ?? '';
  const blocks = noteBlocks(block, standing, context);
  const isSame = block.status === 'same' && !standing.moved;
  return isSame ? [footnoteContainer(label, blocks)] : withFootnoteBookmark(label, blocks);
}

function inside(block: ParentBlock, standing: Standing, context: RedlineContext): readonly WordBlock[] {
  return block.children.flatMap((child) => redlineBlock(child, standing, context));
}

/** What a footnote says; an empty paragraph where it says nothing. */
export function noteBlocks(block: ParentBlock, around: Standing, context: RedlineContext): readonly WordBlock[] {
  const blocks = inside(block, { ...standingOf(block, around), style: 'FootnoteText', depth: 0 }, context);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph', style: 'FootnoteText', children: [] }];
}

function styleOf(block: WordsBlock, { style }: Standing): string {
  if (block.type === 'heading') return `Heading${block.depth ?? 1}`;
  const numbers = style === 'Normal' || style === 'ProvisionContinued';
  return numbers && isNumbered(block) ? 'Provision' : style;
}

/** The words of a block as a paragraph in a style, with its comment, its bookmarks and the revision of its mark. */
export function wordsParagraph(
  block: WordsBlock,
  style: string,
  { moved, whole, depth }: Standing,
  context: RedlineContext,
): WordParagraph {
  const after = labelPlace(style);
  const before = block.typeBefore === undefined ? after : placesBefore[block.typeBefore];
  const runs = citedRuns(tabbedRuns(block.runs, { before, after }), context.citationsIn(block));
  const told = whole ?? (block.status === 'same' ? (context.notes.changedIn(block) ?? block) : block);
  const children = context.remarks.around(told, wordInlines(runs, moved, context));
  const mark = markOf(block, moved, context);
  const stood = moved ? undefined : standingBefore(block, depth);
  return {
    type: 'paragraph',
    style,
    ...(block.type === 'heading' && { outlineLevel: block.depth ?? 1 }),
    ...takeBookmarks(context),
    ...(mark && { mark }),
    ...(stood !== undefined && stood.style !== style && { styleBefore: { ...stood, ...context.authorship } }),
    children,
  };
}

const placesBefore: Readonly<Partial<Record<BlockPlace, LabelPlace>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'item',
};

function labelPlace(style: string): LabelPlace | undefined {
  if (style.startsWith('Heading')) return 'heading';
  if (style === 'Provision') return 'paragraph';
  return style.startsWith('Item') && !style.startsWith('ItemContinued') ? 'item' : undefined;
}

function ruleParagraph(block: RuleBlock, { moved, whole }: Standing, context: RedlineContext): WordParagraph {
  const mark = markOf(block, moved, context);
  const children = context.remarks.around(whole ?? block, []);
  return { type: 'paragraph', style: 'Rule', ...takeBookmarks(context), ...(mark && { mark }), children };
}
