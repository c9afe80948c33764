import type { RedlineChange, Run, WordsBlock } from '../model/redline.ts';
import { inSentence } from '../provision/name-provision.ts';
import type { Context } from './open-change.ts';

/** Gathers the blocks that a paragraph was split into, or that were joined to one, and lists each time once. */
export interface BreakList {
  /** Where a block stands: what follows in a split stands, before, where the first part does; in a merge, after. */
  readonly placeOf: (own: Context) => Context;
  /** The run that gives the next part of a split its number, or takes that of the next part of a merge: it is no change of its own. */
  readonly numberIn: (block: WordsBlock) => Run | undefined;
  /** Takes the next block that both texts have, with where it stands, once its words are listed. */
  readonly add: (block: WordsBlock, context: Context) => void;
}

/** A split or a merge that has more parts to come. */
interface OpenBreak {
  readonly place: number;
  readonly type: 'split' | 'merge';
  readonly first: Context;
  readonly before: string[];
  readonly after: string[];
  by: number | undefined;
}

/** Starts a list of splits and merges that puts its changes among the others. */
export function createBreakList(changes: RedlineChange[], reasons: ReadonlyMap<number, string>): BreakList {
  let open: OpenBreak | undefined;
  return {
    placeOf: (own) => {
      if (!open) return own;
      const side = open.type === 'split' ? 'before' : 'after';
      const { [side]: place } = open.first;
      return place === undefined ? own : { ...own, [side]: place };
    },
    numberIn: ({ runs }) => {
      if (open?.by === undefined) return undefined;
      const { type, by } = open;
      const begins = runs.slice(0, runs.findIndex((run) => run.type === 'same') + 1 || runs.length);
      const mark = type === 'split' ? 'inserted' : 'deleted';
      return begins.find((run) => run.type === mark && run.by === by && /^\s*\S+\s*$/.test(run.text));
    },
    add: ({ ending, by }, context) => {
      if (!open && ending === undefined) return;
      open ??= {
        place: changes.push({ type: 'split', kind: 'substantive' }) - 1,
        type: ending === 'deleted' ? 'merge' : 'split',
        first: context,
        before: [],
        after: [],
        by: by?.[0],
      };
      if (context.before !== undefined) open.before.push(context.before);
      if (context.after !== undefined) open.after.push(context.after);
      if (ending !== undefined) return;
      changes[open.place] = printBreak(open, reasons);
      open = undefined;
    },
  };
}

function printBreak(
  { type, first, before, after, by }: OpenBreak,
  reasons: ReadonlyMap<number, string>,
): RedlineChange {
  const [one, other] = [listed(before), listed(after)];
  const reason = by === undefined ? undefined : reasons.get(by);
  return {
    type,
    ...(one === undefined ? {} : { before: one }),
    ...(other === undefined ? {} : { after: other }),
    kind: 'substantive',
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
    ...(first.id === undefined ? {} : { id: first.id }),
  };
}

function listed(places: readonly string[]): string | undefined {
  const named = [...new Set(places)];
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined || first === last) return first;
  return `${first} ${named.length === 2 ? 'and' : 'to'} ${inSentence(last)}`;
}
