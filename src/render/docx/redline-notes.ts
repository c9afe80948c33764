import type { ParentBlock, RedlineBlock, Run, WordsBlock } from '../../model/redline.ts';
import { type Side, sideOf, standsAlone } from './one-side.ts';

/** Which footnotes of a redline can be Word's own. */
export interface RedlineNotes {
  /** In the order of their calls: the first has the id 1. */
  readonly blocks: readonly ParentBlock[];
  /** The id of a footnote by its name and the texts in which the call stands. */
  readonly idOf: (name: string, side: Side) => number | undefined;
  readonly isOwn: (block: RedlineBlock) => boolean;
  /** The id that a footnote of Word's own has in one of the texts; undefined where that lacks it, and of any other block. */
  readonly idIn: (block: RedlineBlock, side: 'before' | 'after') => number | undefined;
  /** The footnote that changes of those called in a block: its comment stands at the call, for none can stand in a footnote. */
  readonly changedIn: (block: WordsBlock) => ParentBlock | undefined;
}

interface Call {
  readonly name: string;
  readonly side: Side;
}

interface Found {
  readonly calls: Call[];
  readonly notes: ParentBlock[];
}

interface Own extends Call {
  readonly note: ParentBlock;
  readonly shown: ParentBlock;
}

/**
 * Finds the footnotes that Word can have as its own: those with one call and one text, which come and go together. One whose call moves
 * is two to Word, of which one goes and one comes. The others stand among the blocks, each where it stands in the source, and their
 * calls are words.
 */
export function redlineNotes(blocks: readonly RedlineBlock[]): RedlineNotes {
  const found: Found = { calls: [], notes: [] };
  for (const block of blocks) collect(block, found, false, undefined);
  const own = found.calls.flatMap((call) => ownNote(call, found));
  const ids = new Map(own.map(({ name, side }, index) => [`${side} ${name}`, index + 1]));
  const set = new Set<RedlineBlock>(own.map(({ note }) => note));
  return {
    blocks: own.map(({ shown }) => shown),
    idOf: (name, side) => ids.get(`${side} ${name}`),
    isOwn: (block) => set.has(block),
    idIn: (block, side) => {
      const index = set.has(block)
        ? own.findIndex((one) => one.note === block && (one.side === 'both' || one.side === side))
        : -1;
      return index < 0 ? undefined : index + 1;
    },
    changedIn: ({ runs }) =>
      own.find(({ note, name }) => note.status !== 'same' && runs.some((run) => isCallOf(run, name)))?.note,
  };
}

function ownNote(call: Call, { calls, notes: all }: Found): readonly Own[] {
  const { name, side } = call;
  const others = calls.filter((one) => one.name === name && one !== call);
  const notes = all.filter(({ identifier }) => identifier === name);
  const [note] = notes;
  if (!note || notes.length > 1) return [];
  if (others.length === 0) return comesWith(note, side) ? [{ ...call, note, shown: note }] : [];
  const isMoved =
    others.length === 1 && side !== 'both' && others[0]?.side === (side === 'before' ? 'after' : 'before');
  return isMoved && comesWith(note, 'both') ? [{ ...call, note, shown: standsAlone(note, side) }] : [];
}

function isCallOf({ formats, link, text }: Run, identifier: string): boolean {
  return formats.includes('footnote') && (link ?? text) === identifier;
}

function comesWith({ status }: ParentBlock, side: Side): boolean {
  if (side === 'both') return status === 'same' || status === 'changed' || status === 'relabelled';
  return status === (side === 'before' ? 'deleted' : 'inserted');
}

function collect(block: RedlineBlock, found: Found, inNote: boolean, around: RedlineBlock['status'] | undefined): void {
  if (block.type === 'footnote') found.notes.push(block);
  const inside = inNote || block.type === 'footnote';
  const end = block.status === 'moved-from' || block.status === 'moved-to' ? block.status : around;
  if ('children' in block) for (const child of block.children) collect(child, found, inside, end);
  if (!('runs' in block)) return;
  for (const { formats, link, text, type } of block.runs) {
    const side = sideOf(type, end);
    // A call in a footnote can never be one of Word's: it counts twice on its side, so that its footnote is none either.
    if (formats.includes('footnote') && side)
      found.calls.push(...Array.from({ length: inNote ? 2 : 1 }, () => ({ name: link ?? text, side })));
  }
}
