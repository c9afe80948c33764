import type { ParentBlock, RedlineBlock, Run, WordsBlock } from '../../model/redline.ts';

/** Which footnotes of a redline can be Word's own. */
export interface RedlineNotes {
  /** In the order of their calls: the first has the id 1. */
  readonly blocks: readonly ParentBlock[];
  /** The id of a footnote by its name. */
  readonly idOf: (name: string) => number | undefined;
  readonly isOwn: (block: RedlineBlock) => boolean;
  /** The footnote that changes of those called in a block: its comment stands at the call, for none can stand in a footnote. */
  readonly changedIn: (block: WordsBlock) => ParentBlock | undefined;
}

interface Found {
  readonly calls: { readonly name: string; readonly type: string }[];
  readonly notes: ParentBlock[];
}

/**
 * Finds the footnotes that Word can have as its own: those with one call and one text, which come and go together. The others stand
 * among the blocks, each where it stands in the source, and their calls are words.
 */
export function redlineNotes(blocks: readonly RedlineBlock[]): RedlineNotes {
  const found: Found = { calls: [], notes: [] };
  for (const block of blocks) collect(block, found, false);
  const own = found.calls.flatMap(({ name, type }) => {
    const calls = found.calls.filter((call) => call.name === name);
    const notes = found.notes.filter(({ identifier }) => identifier === name);
    const [note] = notes;
    return note && calls.length === 1 && notes.length === 1 && comesWith(note, type) ? [note] : [];
  });
  const ids = new Map(own.map(({ identifier = '' }, index) => [identifier, index + 1]));
  const set = new Set<RedlineBlock>(own);
  return {
    blocks: own,
    idOf: (name) => ids.get(name),
    isOwn: (block) => set.has(block),
    changedIn: ({ runs }) =>
      own.find(({ status, identifier }) => status !== 'same' && runs.some((run) => isCallOf(run, identifier))),
  };
}

function isCallOf({ formats, link, text }: Run, identifier: string | undefined): boolean {
  return formats.includes('footnote') && (link ?? text) === identifier;
}

function comesWith({ status }: ParentBlock, call: string): boolean {
  if (call === 'same') return status === 'same' || status === 'changed' || status === 'relabelled';
  return status === call;
}

function collect(block: RedlineBlock, found: Found, inNote: boolean): void {
  if (block.type === 'footnote') found.notes.push(block);
  const inside = inNote || block.type === 'footnote';
  if ('children' in block) for (const child of block.children) collect(child, found, inside);
  if (!('runs' in block)) return;
  for (const { formats, link, text, type } of block.runs) {
    // A call in a footnote can never be one of Word's: it counts twice, so that its footnote is none either.
    if (formats.includes('footnote')) found.calls.push(...Array(inNote ? 2 : 1).fill({ name: link ?? text, type }));
  }
}
