import type { RedlineBlock } from '../../model/redline.ts';
import type { RedlineContext } from './redline-context.ts';

/**
 * Whether blank lines stand between blocks, as CommonMark has them between the items of a loose list or the blocks of a loose item: in the
 * text after, or in the text before where that alone has them. Word shows one paragraph mark either way.
 */
export function areLoose(
  blocks: readonly RedlineBlock[],
  { textBefore, textAfter }: Pick<RedlineContext, 'textBefore' | 'textAfter'>,
): boolean {
  const after = blocks.flatMap((block) => block.after ?? []);
  const [ranges, text] =
    after.length > 1 ? [after, textAfter] : [blocks.flatMap(({ before }) => before ?? []), textBefore];
  return ranges.some((range, index) => {
    const next = ranges[index + 1];
    return next !== undefined && /\n[ \t>]*\n/.test(text.slice(range.end, next.start));
  });
}
