import type { RedlineBlock, RedlineChange, Run } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
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
    const mark = run.type !== 'same' ? run.type : run.formatsBefore === undefined ? undefined : 'set';
    const joined = open && mark && joinWords(open, mark, run.by, context);
    if (!joined) close();
    open = joined ?? (mark && openWords(mark, run.by, context));
  };
  const visit = (list: readonly RedlineBlock[], around: Context): void => {
    for (const block of list) {
      if (block.status === 'same') {
        closeUnlessEmpty(block);
        continue;
      }
      const context = contextOf(block, names, around);
      if (block.status === 'inserted' || block.status === 'deleted') {
        const joined = open && joinWhole(open, block.status, block, list, names);
        if (!joined) close();
        open = joined ?? openWhole(block.status, block, list, context, names);
      } else if ('children' in block) visit(block.children, context);
      else if ('runs' in block) for (const run of block.runs) visitRun(run, context);
    }
  };
  visit(blocks, {});
  close();
  return changes;
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
