import type { RedlineBlock, RedlineChange, Run, WordsBlock } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import { createBreakList } from './break-changes.ts';
import {
  type Context,
  joinSet,
  joinWhole,
  joinWords,
  type Mark,
  type OpenChange,
  openWhole,
  openWords,
  printChange,
} from './open-change.ts';

/** The reason of each instruction, by its number. */
export type Reasons = ReadonlyMap<number, string>;

/** Takes the marks of a redline in reading order; marks that belong together become one change. */
export interface OpenList {
  /** What follows begins a change of its own. */
  readonly close: () => void;
  /** Takes marks that are a change by themselves. */
  readonly alone: (mark: Mark, by: number | undefined, context: Context) => void;
  /** Takes a block with all it holds, and the blocks beside it. */
  readonly whole: (
    mark: 'inserted' | 'deleted',
    block: RedlineBlock,
    siblings: readonly RedlineBlock[],
    context: Context,
  ) => void;
  /** Takes a block of words that both texts have. */
  readonly words: (block: WordsBlock, context: Context) => void;
}

/** Starts a list that puts its changes among the others. */
export function createOpenList(changes: RedlineChange[], names: BlockNames, reasons: Reasons): OpenList {
  const breaks = createBreakList(changes, reasons);
  let open: OpenChange | undefined;
  const close = (): void => {
    if (open) changes.push(printChange(open, reasons));
    open = undefined;
  };
  const goOn = (joined: OpenChange | undefined, begun: () => OpenChange | undefined): void => {
    if (!joined) close();
    open = joined ?? begun();
  };
  const takeRun = (run: Run, context: Context): void => {
    const mark = run.relabel ? undefined : markOf(run);
    goOn(open && mark && joinWords(open, mark, run.by, context), () => mark && openWords(mark, run.by, context));
  };
  return {
    close,
    alone: (mark, by, context) => {
      close();
      open = openWords(mark, by, context);
      close();
    },
    whole: (mark, block, siblings, context) => {
      const joined = open && joinWhole(open, mark, block, siblings, names);
      goOn(joined, () => openWhole(mark, block, siblings, context, names));
    },
    words: (block, own) => {
      const context = breaks.placeOf(own);
      const set = (block.depthBefore !== undefined || block.typeBefore !== undefined) && context === own;
      if (set) goOn(open && joinSet(open, block, context), () => openWords('set', block.by?.[0], context));
      // Blocks that follow one another and only became another kind are one change, whatever words stand in them.
      const runs = set && block.runs.every((run) => markOf(run) === undefined) ? [] : block.runs;
      const number = breaks.numberIn(block);
      for (const run of withoutLastSpace(block, runs)) if (run !== number) takeRun(run, context);
      if (block.ending !== undefined) close();
      breaks.add(block, context);
    },
  };
}

// The space that the end of a paragraph takes the place of is no words.
function withoutLastSpace({ ending }: WordsBlock, runs: readonly Run[]): readonly Run[] {
  return ending !== undefined && runs.at(-1)?.text.trim() === '' ? runs.slice(0, -1) : runs;
}

function markOf({ type, formatsBefore }: Run): Mark | undefined {
  return type !== 'same' ? type : formatsBefore === undefined ? undefined : 'set';
}
