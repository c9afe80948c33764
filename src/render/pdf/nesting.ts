import type { Place } from '../../model/message.ts';
import type { PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { placeOf } from '../../source/place.ts';

/** How many lists and block quotes can stand in one another on a sheet: in any more no room is left for words. */
export const deepestLevel = 12;

/** How deep lists and block quotes stand in one another in a document. */
export interface Nesting {
  readonly levels: number;
  /** Where it first goes deeper than can be drawn: in the text after, or in the text before where only that has it. */
  readonly place?: Place;
}

/** Measures how deep the lists and block quotes of a document stand in one another, in either text. */
export function nestingOf({ redline, textBefore, textAfter }: PackDocument): Nesting {
  let levels = 0;
  let deep: RedlineBlock | undefined;
  const visit = (block: RedlineBlock, around: number): void => {
    if (!('children' in block)) return;
    const level = block.type === 'list' || block.type === 'quote' ? around + 1 : around;
    if (level > deepestLevel) deep ??= block;
    levels = Math.max(levels, level);
    for (const child of block.children) visit(child, level);
  };
  for (const block of redline.blocks) visit(block, 0);
  if (!deep) return { levels };
  const place = deep.after
    ? placeOf(textAfter, redline.after.path, deep.after)
    : placeOf(textBefore, redline.before.path, deep.before ?? { start: 0, end: 0 });
  return { levels, place };
}
