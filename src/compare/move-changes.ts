import type { MoveEdit, RedlineBlock, RedlineChange, Run } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import { type Context, openedIn, outermost, printProvisions } from './open-change.ts';
import type { Reasons } from './open-list.ts';

interface MoveEnd {
  readonly blocks: RedlineBlock[];
  readonly around: Context;
}

/** Gathers the ends of moves and lists each move once, where it stands in the text after. */
export interface MoveList {
  /** Takes the next block of an end, and where it stands. */
  readonly add: (block: RedlineBlock, move: number, around: Context) => void;
  /** Completes the changes, once every block has been seen. */
  readonly finish: () => void;
}

/** Starts a list of moves that puts its changes among the others. */
export function createMoveList(changes: RedlineChange[], names: BlockNames, reasons: Reasons): MoveList {
  const [from, to] = [new Map<number, MoveEnd>(), new Map<number, MoveEnd>()];
  const places = new Map<number, number>();
  return {
    add: (block, move, around) => {
      const ends = block.status === 'moved-from' ? from : to;
      const end = ends.get(move);
      if (end) end.blocks.push(block);
      else ends.set(move, { blocks: [block], around });
      if (ends === from || places.has(move)) return;
      places.set(move, changes.length);
      changes.push({ type: 'move', kind: 'substantive', move });
    },
    finish: () => {
      for (const [move, place] of places)
        changes[place] = printMove(move, from.get(move), to.get(move), names, reasons);
    },
  };
}

function printMove(
  move: number,
  from: MoveEnd | undefined,
  to: MoveEnd | undefined,
  names: BlockNames,
  reasons: Reasons,
): RedlineChange {
  const [before, after] = [placeOf(from, 'before', names), placeOf(to, 'after', names)];
  const id = to?.blocks[0]?.id ?? to?.around.id;
  const edits = (to?.blocks ?? []).flatMap(editsIn);
  const by = from?.blocks[0]?.by?.[0];
  const reason = by === undefined ? undefined : reasons.get(by);
  return {
    type: 'move',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    kind: 'substantive',
    ...(by === undefined ? {} : { by }),
    ...(reason === undefined ? {} : { reason }),
    ...(id === undefined ? {} : { id }),
    move,
    ...(edits.length === 0 ? {} : { edits }),
  };
}

function placeOf(end: MoveEnd | undefined, side: 'before' | 'after', names: BlockNames): string | undefined {
  const opened = outermost((end?.blocks ?? []).flatMap((block) => openedIn(block, names)));
  return printProvisions(opened, end?.around[side]);
}

function editsIn(block: RedlineBlock): readonly MoveEdit[] {
  if ('children' in block) return block.children.flatMap(editsIn);
  return 'runs' in block ? editsOf(block.runs) : [];
}

// Words that are only set in another way are no words changed.
function editsOf(runs: readonly Run[]): readonly MoveEdit[] {
  const edits: { deleted?: string; inserted?: string }[] = [];
  let open = false;
  for (const { type, text, relabel } of runs) {
    // A number that only changes is told by the places.
    if (type === 'same' || relabel) open = false;
    else {
      const last = open ? edits.at(-1) : undefined;
      if (last && (type === 'inserted' || last.inserted === undefined)) last[type] = (last[type] ?? '') + text;
      else edits.push({ [type]: text });
      open = true;
    }
  }
  return edits.filter(({ deleted, inserted }) => deleted !== inserted);
}

/** Whether an end of a move stands in a block. */
export function holdsMove(block: RedlineBlock): boolean {
  return 'children' in block && block.children.some((child) => child.move !== undefined || holdsMove(child));
}
