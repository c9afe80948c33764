import type { RedlineBlock, Status, WordsBlock } from '../../model/redline.ts';
import type { Outline } from '../outline.ts';
import { standingRuns } from '../standing-runs.ts';
import { isWhole, type Stop } from '../stops.ts';
import type { CitingRun } from './citation-ways.ts';
import { type DrawnRun, told, type Words } from './run-pieces.ts';
import type { Note, Piece, Placed } from './sheet.ts';

/** What the blocks of one document share while they are laid out. */
export interface Layout {
  readonly outline: Outline;
  /** The stop that begins at a block, and its note. */
  readonly stopAt: (
    block: RedlineBlock,
  ) => { readonly stop: Stop; readonly note: Note; readonly id: string } | undefined;
  /** The name in the file of a place in this document. */
  readonly name: (id: string) => string;
  /** Those of the names given that no block has taken yet. */
  readonly take: (names: readonly string[]) => readonly string[];
  /** The sign of an instruction, with the way to where it is listed. */
  readonly number: (instruction: number) => Piece;
  /** The place of a footnote, where the document has it. */
  readonly footnote: (name: string) => string | undefined;
  /** The runs of a block, with the places that they cite. */
  readonly citing: (block: WordsBlock) => readonly CitingRun[];
  /** A container opens: links to it lead to the first block in it. */
  readonly open: (block: RedlineBlock) => void;
  /** The names of the containers opened since the last block. */
  readonly opened: () => readonly string[];
  /** The block before it ended with a break that only the text after has. */
  parted: boolean;
}

/** Where a block stands: in an item, a quote or a footnote, how far in, and in which end of a move. */
export interface Standing {
  readonly nested: boolean;
  readonly at: number;
  readonly moved?: Extract<Status, 'moved-from' | 'moved-to'>;
  /** The number of the move. */
  readonly move?: number;
  /** How much of the sheet's width, in millimetres, stands beside it: the name of an option. */
  readonly beside?: number;
}

/** Where what is in a block stands: in an end of a move, where the block is one. */
export function standingIn({ status, move }: RedlineBlock, standing: Standing): Standing {
  if (status !== 'moved-from' && status !== 'moved-to') return standing;
  return { ...standing, moved: status, ...(move === undefined ? {} : { move }) };
}

/** The runs of a block as they are drawn where it stands. */
export function runsOf(block: WordsBlock, layout: Layout, { moved }: Standing): readonly DrawnRun[] {
  return standingRuns(layout.citing(block), moved ?? block.status);
}

/**
 * The sign of a move, where a block of it begins, and on each block in it whose words were edited on the way: there it says as well that
 * nothing of the block is in the text before.
 */
export function moveSign(runs: readonly DrawnRun[], { moved, move }: Standing, opens: boolean): readonly Piece[] {
  const edited = moved === 'moved-to' && runs.some((run) => run.edited && run.type === 'deleted');
  if (moved === undefined || (!opens && !edited)) return [];
  const number = move === undefined ? 'move' : `move ${move}`;
  return [told(`[${number}, ${moved === 'moved-to' ? 'to here' : 'from here'}]`, 'sign')];
}

/** Enters a block: takes the names that lead to it, and says whether it changes and what stands beside it. */
export function enter(block: RedlineBlock, layout: Layout, standing: Standing): Placed {
  const stop = layout.stopAt(block);
  const own = block.id === undefined ? [] : [layout.name(block.id)];
  const ids = layout.take([...layout.opened(), ...own, ...(stop ? [stop.id] : [])]);
  const bar = standing.moved !== undefined || block.status !== 'same' || (stop !== undefined && isWhole(block.status));
  return {
    at: standing.at,
    ...(ids.length > 0 ? { ids } : {}),
    ...(bar || stop ? { bar: true } : {}),
    ...(stop ? { note: stop.note } : {}),
  };
}

/** What the words of a block must know of where they stand. */
export function wordsOf(layout: Layout, { moved }: Standing): Words {
  return { moved: moved !== undefined, footnote: layout.footnote };
}
