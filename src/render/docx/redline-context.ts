import type { BlockPlace, RedlineBlock, Run, WordsBlock } from '../../model/redline.ts';
import type { Revision, WordParagraph, WordStanding } from '../../word/word-document.ts';
import { leadingLabel } from '../leading-label.ts';
import type { Authorship } from './authorship.ts';
import type { Place } from './clean-blocks.ts';
import type { CitationPlace } from './redline-citations.ts';
import type { RedlineNotes } from './redline-notes.ts';
import type { Remarks } from './remarks.ts';

/** What the blocks of one redline share while they are laid out. */
export interface RedlineContext {
  readonly textBefore: string;
  readonly textAfter: string;
  readonly authorship: Authorship;
  readonly bookmarkOf: (id: string) => string | undefined;
  /** The citations in a block, in order. */
  readonly citationsIn: (block: WordsBlock) => readonly CitationPlace[];
  readonly notes: RedlineNotes;
  readonly remarks: Remarks;
  /** The bookmarks of what opens with the next paragraph, those of a list item that its first paragraph bears among them. */
  waiting: string[];
  /** The bookmark of the next block of code, of a language. */
  readonly codeBookmark: (language: string) => string;
  /** The bookmark of the next list that a blank line parts from what stands above it in its item. */
  readonly looseBookmark: () => string;
  /** How far each end of each move has been laid out. */
  readonly moves: MoveProgress;
}

/** Where a block of a redline stands. */
export interface Standing extends Place {
  /** The end of the move that it is in. */
  readonly moved?: MoveEnd;
  /** What its comment speaks of, where that is more than the paragraph: all that moved. */
  readonly whole?: RedlineBlock;
}

/** One end of a move. */
export interface MoveEnd {
  readonly type: 'moved-from' | 'moved-to';
  readonly move: number;
}

/** The same place with the end of the move that a block in it is. */
export function standingOf(block: RedlineBlock, standing: Standing): Standing {
  const { status, move } = block;
  if ((status !== 'moved-from' && status !== 'moved-to') || move === undefined) return standing;
  return { ...standing, moved: { type: status, move }, whole: block };
}

/**
 * Numbers the stretches of moves. Words that were edited on the way are not of the move, and part it into stretches, which both
 * ends have in the same order.
 */
export interface MoveProgress {
  /** The number of the stretch that is being laid out. */
  readonly stretch: (end: MoveEnd) => number;
  /** Says that edited words stand here. */
  readonly edited: (end: MoveEnd) => void;
}

/** Starts to number the stretches of the moves of a redline. */
export function moveProgress(): MoveProgress {
  const numbers = new Map<string, number>();
  const states = new Map<string, { stretch: number; edited: boolean }>();
  const stateOf = ({ type, move }: MoveEnd) => {
    const key = `${type} ${move}`;
    const state = states.get(key) ?? { stretch: 0, edited: false };
    states.set(key, state);
    return state;
  };
  return {
    stretch: (end) => {
      const state = stateOf(end);
      if (state.edited) state.stretch += 1;
      state.edited = false;
      const key = `${end.move} ${state.stretch}`;
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return number;
    },
    edited: (end) => {
      stateOf(end).edited = true;
    },
  };
}

/** Whether a run stands at this end of a move: what was edited out does at the old place alone, what came new at the new one. */
export function isAt({ type }: Pick<Run, 'type'>, end: MoveEnd | undefined): boolean {
  return end === undefined || type === 'same' || (end.type === 'moved-from') === (type === 'deleted');
}

/** Lets the bookmark of what a block opens wait for the next paragraph. */
export function waitFor({ id }: RedlineBlock, context: RedlineContext): void {
  const bookmark = id === undefined ? undefined : context.bookmarkOf(id);
  if (bookmark !== undefined) context.waiting.push(bookmark);
}

/** The bookmarks that wait for a paragraph; there are none after. */
export function takeBookmarks(context: RedlineContext): Pick<WordParagraph, 'bookmarks'> {
  const bookmarks = context.waiting;
  context.waiting = [];
  return bookmarks.length > 0 ? { bookmarks } : {};
}

/** The revision of all that is not edited at one end of a move. */
export function movedRevision(end: MoveEnd, { authorship, moves }: RedlineContext): Revision {
  return { type: end.type, ...authorship, move: moves.stretch(end) };
}

/** The revision of the mark of a paragraph: of its end, where only one text has that, else of a paragraph that only one has. */
export function markOf(block: RedlineBlock, moved: MoveEnd | undefined, context: RedlineContext): Revision | undefined {
  const { status } = block;
  const ending = 'ending' in block ? block.ending : undefined;
  if (ending !== undefined) return { type: ending, ...context.authorship };
  if (moved) return movedRevision(moved, context);
  return status === 'inserted' || status === 'deleted' ? { type: status, ...context.authorship } : undefined;
}

/** How a block stood in the text before, where it was something else. An item without a label had a bullet. */
export function standingBefore({ typeBefore, depthBefore, runs }: WordsBlock, depth: number): WordStanding | undefined {
  if (depthBefore !== undefined) return { style: `Heading${depthBefore}` };
  if (typeBefore === undefined) return undefined;
  const first = runs.filter(({ type }) => type !== 'inserted');
  const bullet = typeBefore === 'item' && leadingLabel('item', first) === undefined;
  return { style: stylesBefore(depth)[typeBefore], ...(bullet && { bullet }) };
}

function stylesBefore(depth: number): Readonly<Record<BlockPlace, string>> {
  const level = Math.min(Math.max(depth, 1), 6);
  return {
    heading: 'Heading2',
    paragraph: 'Normal',
    item: `Item${level}`,
    'numbered item': `NumberedItem${level}`,
    quote: 'Quote',
  };
}
