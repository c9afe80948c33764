import type { RedlineBlock, RedlineChange, WordsBlock } from '../model/redline.ts';
import { inSentence } from '../provision/name-provision.ts';
import type { BlockNames, OpenedProvision } from './block-names.ts';
import type { Reasons } from './open-list.ts';

/** Where a change stands: the printed locators of the nearest provision around it, and the fragment name. */
export interface Context {
  readonly before?: string;
  readonly after?: string;
  readonly id?: string;
  readonly block?: RedlineBlock;
  /** Of a cell: where its row stands. */
  readonly row?: Context;
}

/** What a mark does: it leaves words out, puts them in, or sets them in another way. */
export type Mark = 'deleted' | 'inserted' | 'set';

/** A change that the marks read next may still belong to. */
export interface OpenChange {
  readonly marks: readonly Mark[];
  readonly by: number | undefined;
  readonly context: Context;
  /** Of whole blocks: the blocks beside them, the depth of the heading that opened it, the provisions left out and put in. */
  readonly whole?: {
    readonly siblings: readonly RedlineBlock[];
    readonly depth: number | undefined;
    readonly deleted: readonly OpenedProvision[];
    readonly inserted: readonly OpenedProvision[];
  };
  /** Of blocks that follow one another and became another kind: where the last of them stands. */
  readonly until?: Context;
  /** It began with words of a block and went on with whole blocks. */
  readonly spread?: true;
}

/** Begins a change with marked words. */
export function openWords(mark: Mark, by: number | undefined, context: Context): OpenChange {
  return { marks: [mark], by, context };
}

/**
 * The change with more marked words of the same block, or of the next cell of its row where an instruction says so; nothing
 * where they begin a change of their own.
 */
export function joinWords(
  open: OpenChange,
  mark: Mark,
  by: number | undefined,
  context: Context,
): OpenChange | undefined {
  if (open.by !== by || open.whole !== undefined) return undefined;
  if (open.context.block === context.block) return open.spread ? spreadOver(open, mark) : withMark(open, mark);
  const row = context.row;
  if (!row || (open.context.block !== row.block && open.context.row?.block !== row.block)) return undefined;
  const spread = spreadOver(open, mark);
  return spread && { ...spread, context: row };
}

/** The change with one more block that became another kind of block, as the ones before it did; nothing where it is a change of its own. */
export function joinSet(open: OpenChange, block: WordsBlock, context: Context): OpenChange | undefined {
  const last = (open.until ?? open.context).block;
  if (open.marks.at(-1) !== 'set' || open.by !== block.by?.[0] || open.whole !== undefined) return undefined;
  if (!last || !('runs' in last) || block.typeBefore === undefined || last.typeBefore !== block.typeBefore)
    return undefined;
  return last.type === block.type ? { ...open, until: context } : undefined;
}

/** Begins a change with a whole block. */
export function openWhole(
  mark: 'deleted' | 'inserted',
  block: RedlineBlock,
  siblings: readonly RedlineBlock[],
  context: Context,
  names: BlockNames,
): OpenChange {
  const depth = block.type === 'heading' ? block.depth : undefined;
  const none = { siblings, depth, deleted: [], inserted: [] };
  return { marks: [mark], by: block.by?.[0], context, whole: { ...none, [mark]: openedIn(block, names) } };
}

/** The change with one more whole block, or nothing where the block begins a change of its own. */
export function joinWhole(
  open: OpenChange,
  mark: 'deleted' | 'inserted',
  block: RedlineBlock,
  siblings: readonly RedlineBlock[],
  names: BlockNames,
): OpenChange | undefined {
  if (open.by !== block.by?.[0]) return undefined;
  if (open.whole === undefined || open.spread) return spreadOver(open, mark);
  const joined = withMark(open, mark);
  if (!joined) return undefined;
  const turned = !open.marks.includes(mark);
  if (open.by === undefined) {
    // Without instructions, a heading as high as the first begins another section and so another change.
    const next = block.type === 'heading' && block.depth !== undefined && block.depth <= (open.whole.depth ?? 0);
    if (open.whole.siblings !== siblings || (next && !turned)) return undefined;
  }
  const depth = turned && block.type === 'heading' ? block.depth : open.whole.depth;
  const opened = outermost([...open.whole[mark], ...openedIn(block, names)]);
  return { ...joined, whole: { ...open.whole, depth, [mark]: opened } };
}

// An instruction that left words in place of a whole provision: its own words first, then all that it held.
function spreadOver(open: OpenChange, mark: Mark): OpenChange | undefined {
  return open.by === undefined ? undefined : { ...open, marks: [...open.marks, mark], spread: true };
}

// What is put in follows what is left out; a deletion after an insertion is another change.
function withMark(open: OpenChange, mark: Mark): OpenChange | undefined {
  if (open.marks.at(-1) === mark) return open;
  return mark === 'inserted' && open.marks.at(-1) === 'deleted' ? { ...open, marks: [...open.marks, mark] } : undefined;
}

/** The provisions that a block opens, or that the blocks in it open: a list opens none itself. */
export function openedIn(block: RedlineBlock, names: BlockNames): readonly OpenedProvision[] {
  const own = block.after
    ? names.after(block.type, block.after.start)
    : block.before && names.before(block.type, block.before.start);
  if (own) return [own];
  return 'children' in block ? outermost(block.children.flatMap((child) => openedIn(child, names))) : [];
}

/** Of provisions in order, those that stand in none before them: the first and the last are all that is printed. */
export function outermost(opened: readonly OpenedProvision[]): readonly OpenedProvision[] {
  const kept: OpenedProvision[] = [];
  for (const one of opened) {
    const last = kept.at(-1);
    if (last && one.provision.end <= last.provision.end) continue;
    if (kept.length === 2) kept.pop();
    kept.push(one);
  }
  return kept;
}

/** The change as the redline lists it. */
export function printChange(open: OpenChange, reasons: Reasons): RedlineChange {
  const [deletes, inserts] = [open.marks.includes('deleted'), open.marks.includes('inserted')];
  const type = deletes && inserts ? 'substitution' : deletes ? 'deletion' : inserts ? 'insertion' : 'formatting';
  const before = open.whole
    ? deletes && printProvisions(open.whole.deleted, open.context.before)
    : placeOf(open, 'before');
  const after = open.whole
    ? inserts && printProvisions(open.whole.inserted, open.context.after)
    : placeOf(open, 'after');
  const reason = open.by === undefined ? undefined : reasons.get(open.by);
  return {
    type,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    kind: 'substantive',
    ...(open.by === undefined ? {} : { by: open.by }),
    ...(reason === undefined ? {} : { reason }),
    ...(open.context.id === undefined ? {} : { id: open.context.id }),
  };
}

function placeOf({ context, spread, until }: OpenChange, side: 'before' | 'after'): string | undefined {
  const [place, last] = [context[side], until?.[side]];
  if (place !== undefined && last !== undefined && place !== last) return `${place} to ${inSentence(last)}`;
  const heading = isHeading(context.block, side) && !spread && context.block?.locator !== undefined;
  return heading && place !== undefined ? `the heading of ${inSentence(place)}` : place;
}

function isHeading(block: RedlineBlock | undefined, side: 'before' | 'after'): boolean {
  if (!block || !('runs' in block) || side === 'after' || block.typeBefore === undefined)
    return block?.type === 'heading';
  return block.typeBefore === 'heading';
}

/** The first and the last of some provisions as a citation; where there is none, the place around. */
export function printProvisions(opened: readonly OpenedProvision[], around: string | undefined): string | undefined {
  const [first, last] = [opened[0], opened.at(-1)];
  if (!first || !last) return around;
  return first === last ? first.locator : `${first.locator} to ${inSentence(last.locator)}`;
}
