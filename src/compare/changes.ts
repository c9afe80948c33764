import type { RedlineBlock, RedlineChange } from '../model/redline.ts';
import { type BlockNames, typeBefore } from './block-names.ts';
import { changedColumns } from './changed-columns.ts';
import { createMoveList, holdsMove } from './move-changes.ts';
import type { Context } from './open-change.ts';
import { createOpenList, type Reasons } from './open-list.ts';

/**
 * Counts the changes of a redline as a reader would: marks of one instruction that follow one another without equal words
 * between are one change, words put in the place of words are one substitution, a section left out with all it holds is one
 * deletion. In reading order.
 */
export function listChanges(
  blocks: readonly RedlineBlock[],
  names: BlockNames,
  reasons: Reasons,
): readonly RedlineChange[] {
  const changes: RedlineChange[] = [];
  const moves = createMoveList(changes, names, reasons);
  const open = createOpenList(changes, names, reasons);
  const columns = new Set<RedlineBlock>();
  const visitColumns = (table: RedlineBlock, context: Context): void => {
    for (const { mark, cells } of changedColumns(table)) {
      open.alone(mark, cells[0]?.by?.[0], context);
      for (const cell of cells) columns.add(cell);
    }
  };
  const visit = (list: readonly RedlineBlock[], around: Context): void => {
    for (const block of list) {
      if (columns.has(block)) continue;
      if (block.status === 'same') {
        // An empty cell between two marked cells parts nothing.
        if (block.type !== 'cell' || block.runs.length > 0) open.close();
        continue;
      }
      const context = contextOf(block, names, around);
      if (block.move !== undefined) {
        open.close();
        moves.add(block, block.move, around);
      } else if ((block.status === 'inserted' || block.status === 'deleted') && !holdsMove(block)) {
        open.whole(block.status, block, list, context);
      } else if ('children' in block) {
        visitColumns(block, context);
        visit(block.children, context);
      } else if ('runs' in block) {
        open.words(block, context);
      }
    }
  };
  visit(blocks, {});
  open.close();
  moves.finish();
  return changes;
}

function contextOf(block: RedlineBlock, names: BlockNames, around: Context): Context {
  // An item that is merged is the words of another from now on.
  const openedBefore =
    block.before &&
    (names.before(typeBefore(block), block.before.start) ??
      (block.type === 'paragraph' ? names.before('item', block.before.start) : undefined));
  const before = openedBefore?.locator;
  const after = block.after && names.after(block.type, block.after.start)?.locator;
  const own = block.type === 'front-matter' ? 'the front matter' : undefined;
  const [placeBefore, placeAfter, id] = [
    before ?? own ?? around.before,
    after ?? own ?? around.after,
    block.id ?? around.id,
  ];
  return {
    ...(placeBefore === undefined ? {} : { before: placeBefore }),
    ...(placeAfter === undefined ? {} : { after: placeAfter }),
    ...(id === undefined ? {} : { id }),
    ...(block.type === 'cell' ? { row: around } : {}),
    block,
  };
}
