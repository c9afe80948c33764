import type { RedlineBlock, RedlineChange, Run } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import { changedColumns } from './changed-columns.ts';
import { createMoveList, holdsMove } from './move-changes.ts';
import {
  type Context,
  joinWhole,
  joinWords,
  type OpenChange,
  openWhole,
  openWords,
  printChange,
} from './open-change.ts';

/** The reason of each instruction, by its number. */
export type Reasons = ReadonlyMap<number, string>;

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
  let open: OpenChange | undefined;
  const close = (): void => {
    if (open) changes.push(printChange(open, reasons));
    open = undefined;
  };
  // An empty cell between two marked cells parts nothing.
  const closeUnlessEmpty = (block: RedlineBlock): void => {
    if (block.type !== 'cell' || block.runs.length > 0) close();
  };
  const visitRun = (run: Run, context: Context): void => {
    const mark = run.relabel ? undefined : markOf(run);
    const joined = open && mark && joinWords(open, mark, run.by, context);
    if (!joined) close();
    open = joined ?? (mark && openWords(mark, run.by, context));
  };
  const columns = new Set<RedlineBlock>();
  const visitColumns = (table: RedlineBlock, context: Context): void => {
    for (const { mark, cells } of changedColumns(table)) {
      close();
      open = openWords(mark, cells[0]?.by?.[0], context);
      close();
      for (const cell of cells) columns.add(cell);
    }
  };
  const visit = (list: readonly RedlineBlock[], around: Context): void => {
    for (const block of list) {
      if (columns.has(block)) continue;
      if (block.status === 'same') {
        closeUnlessEmpty(block);
        continue;
      }
      const context = contextOf(block, names, around);
      if (block.move !== undefined) {
        close();
        moves.add(block, block.move, around);
      } else if ((block.status === 'inserted' || block.status === 'deleted') && !holdsMove(block)) {
        const joined = open && joinWhole(open, block.status, block, list, names);
        if (!joined) close();
        open = joined ?? openWhole(block.status, block, list, context, names);
      } else if ('children' in block) {
        visitColumns(block, context);
        visit(block.children, context);
      } else if ('runs' in block) {
        if (block.depthBefore !== undefined) {
          close();
          open = openWords('set', block.by?.[0], context);
        }
        for (const run of block.runs) visitRun(run, context);
      }
    }
  };
  visit(blocks, {});
  close();
  moves.finish();
  return changes;
}

function markOf({ type, formatsBefore }: Run): 'deleted' | 'inserted' | 'set' | undefined {
  return type !== 'same' ? type : formatsBefore === undefined ? undefined : 'set';
}

function contextOf(block: RedlineBlock, names: BlockNames, around: Context): Context {
  const before = block.before && names.before(block.type, block.before.start)?.locator;
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
