import type { ParentBlock, RedlineBlock, Run } from '../../model/redline.ts';

/** The texts in which something stands. */
export type Side = 'before' | 'after' | 'both';

/**
 * The texts in which a run stands that is in such an end of a move, or in none. Undefined for a run that is not at that end: words that
 * were edited on the way stand at one end alone.
 */
export function sideOf(type: Run['type'], end: RedlineBlock['status'] | undefined): Side | undefined {
  const own = type === 'deleted' ? 'before' : type === 'inserted' ? 'after' : 'both';
  if (end !== 'moved-from' && end !== 'moved-to') return own;
  const there = end === 'moved-from' ? 'before' : 'after';
  return own === 'both' || own === there ? there : undefined;
}

/** A block as if it stood in one of the texts alone: all that is left of it goes, or comes. Nothing leads to what goes. */
export function standsAlone(block: ParentBlock, side: 'before' | 'after'): ParentBlock {
  return { ...alone(block, side), children: block.children.flatMap((child) => partAlone(child, side)) };
}

function partAlone(block: RedlineBlock, side: 'before' | 'after'): readonly RedlineBlock[] {
  if (block.status === (side === 'before' ? 'inserted' : 'deleted')) return [];
  if ('children' in block) return [standsAlone(block, side)];
  if (!('runs' in block)) return [alone(block, side)];
  const type = side === 'before' ? 'deleted' : 'inserted';
  const runs = block.runs
    .filter((run) => run.type === 'same' || run.type === type)
    .map((run): Run => ({ ...run, type }));
  return [{ ...alone(block, side), runs }];
}

function alone<Block extends RedlineBlock>(block: Block, side: 'before' | 'after'): Block {
  if (side === 'after') return { ...block, status: 'inserted' };
  const { id: _, after: __, ...rest } = block;
  return { ...(rest as Block), status: 'deleted' };
}
