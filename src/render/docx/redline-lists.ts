import type { ParentBlock, RedlineBlock, Run, WordsBlock } from '../../model/redline.ts';
import type { WordBlock, WordInline, WordParagraph } from '../../word/word-document.ts';
import { depthIndent, styleDepth } from './item-depth.ts';
import { areLoose } from './looseness.ts';
import { printedMarker } from './printed-marker.ts';
import { missingSide, redlineBlock, wordsParagraph } from './redline-blocks.ts';
import { markOf, type RedlineContext, type Standing, standingOf, takeBookmarks, waitFor } from './redline-context.ts';
import { wordInlines } from './redline-runs.ts';
import { opensWithLabel } from './set-runs.ts';

/** The items of a list, each paragraph in the style of its depth. */
export function redlineList(list: ParentBlock, around: Standing, context: RedlineContext): readonly WordBlock[] {
  const standing = { ...around, depth: around.depth + 1 };
  const form = { ordered: list.first !== undefined, loose: areLoose(list.children, context) };
  return list.children.flatMap((item) => itemBlocks(item, form, standing, context));
}

interface ListForm {
  readonly ordered: boolean;
  /** Blank lines part its items. */
  readonly loose: boolean;
}

function itemBlocks(
  item: RedlineBlock,
  form: ListForm,
  around: Standing,
  context: RedlineContext,
): readonly WordBlock[] {
  const standing = standingOf(item, around);
  waitFor(item, context);
  const children = 'children' in item ? item.children : [];
  const { ordered } = form;
  const marker = ordered ? markerInlines(item, standing, context) : [];
  const style = `ItemContinued${styleDepth(standing.depth)}` as const;
  const openings = openingCount(children);
  const blocks = children.flatMap((child, index): readonly WordBlock[] => {
    if (index < openings && child.type === 'paragraph')
      return [openingParagraph(child, form, index === 0 ? marker : [], standing, context)];
    // Any other block in an item says by its own spacing whether a blank line parts it from what stands above.
    if (index === openings && children.slice(index).every(({ type }) => type === 'list') && areLoose(children, context))
      context.waiting.push(context.looseBookmark());
    return redlineBlock(child, { ...standing, style }, context).map((block) =>
      block.type === 'paragraph' && block.style === style ? { ...block, ...depthIndent(standing.depth, true) } : block,
    );
  });
  return openings > 0 ? blocks : [emptyOpening(item, ordered, marker, standing, context), ...blocks];
}

// What replaces a deleted opening opens the item too, and so did the opening of another item that was joined to it.
function openingCount(children: readonly RedlineBlock[]): number {
  let count = children.findIndex(({ type, status }) => type !== 'paragraph' || status !== 'deleted');
  if (count < 0) return children.length;
  while (wasJoined(children[count], children[count + 1])) count += 1;
  return children[count]?.type === 'paragraph' ? count + 1 : count;
}

function wasJoined(block: RedlineBlock | undefined, next: RedlineBlock | undefined): boolean {
  return (
    block?.type === 'paragraph' &&
    block.ending === 'deleted' &&
    next?.type === 'paragraph' &&
    next.typeBefore === undefined
  );
}

function openingParagraph(
  block: WordsBlock,
  { ordered, loose }: ListForm,
  marker: readonly WordInline[],
  around: Standing,
  context: RedlineContext,
): WordParagraph {
  const standing = standingOf(block, around);
  waitFor(block, context);
  const paragraph = wordsParagraph(block, itemStyle(ordered, standing), standing, context);
  const labelled = opensWithLabel(block.runs, 'item', missingSide(block)) || isTask(block.runs);
  return {
    ...paragraph,
    ...(!ordered && !labelled && { bullet: true }),
    ...depthIndent(standing.depth),
    contextualSpacing: !loose,
    children: [...marker, ...paragraph.children],
  };
}

function isTask(runs: readonly Run[]): boolean {
  return /^\[[ x]\] /.test(runs[0]?.text ?? '');
}

function itemStyle(ordered: boolean, { depth }: Standing): string {
  return `${ordered ? 'NumberedItem' : 'Item'}${styleDepth(depth)}`;
}

// An item that does not begin with a paragraph still has a line that shows its bullet.
function emptyOpening(
  item: RedlineBlock,
  ordered: boolean,
  marker: readonly WordInline[],
  standing: Standing,
  context: RedlineContext,
): WordParagraph {
  const mark = markOf(item, standing.moved, context);
  return {
    type: 'paragraph',
    style: itemStyle(ordered, standing),
    ...(!ordered && { bullet: true }),
    ...takeBookmarks(context),
    ...depthIndent(standing.depth),
    ...(mark && { mark }),
    children: marker,
  };
}

// The number is printed in the source and no word of the item, so that no run holds it.
function markerInlines(item: RedlineBlock, { moved }: Standing, context: RedlineContext): readonly WordInline[] {
  const before = item.before && printedMarker(context.textBefore, item.before);
  const after = item.after && printedMarker(context.textAfter, item.after);
  return wordInlines(markerRuns(item, before, after), moved, context);
}

function markerRuns({ status }: RedlineBlock, before: string | undefined, after: string | undefined): readonly Run[] {
  const run = (type: Run['type'], text: string): Run => ({ type, text, formats: [] });
  if (status === 'inserted') return [run('inserted', `${after ?? '1.'}\t`)];
  if (status === 'deleted') return [run('deleted', `${before ?? '1.'}\t`)];
  if (status === 'moved-from') return [run('same', `${before ?? '1.'}\t`)];
  if (status === 'moved-to') return [run('same', `${after ?? '1.'}\t`)];
  if (before === undefined) return after === undefined ? [] : [run('inserted', `${after}\t`)];
  if (after === undefined) return [run('deleted', `${before}\t`)];
  if (before === after) return [run('same', `${after}\t`)];
  return [run('deleted', before), { ...run('inserted', after) }, run('same', '\t')];
}
