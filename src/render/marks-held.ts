import type { RedlineBlock } from '../model/redline.ts';

/** Whether a label, or a citation that follows it, only changes its number somewhere in these blocks. */
export function holdsRelabel(blocks: readonly RedlineBlock[]): boolean {
  return blocks.some((block) => {
    if ('runs' in block) return block.runs.some(({ relabel }) => relabel);
    return 'children' in block && holdsRelabel(block.children);
  });
}

/** The ends of paragraphs in a block that only one text has. */
export function endingsIn(block: RedlineBlock): readonly ('inserted' | 'deleted')[] {
  if ('children' in block) return block.children.flatMap(endingsIn);
  return 'ending' in block && block.ending !== undefined ? [block.ending] : [];
}

/** Whether a block, or one in it, moved. */
export function holdsMove(block: RedlineBlock): boolean {
  return block.status.startsWith('moved') || ('children' in block && block.children.some(holdsMove));
}
