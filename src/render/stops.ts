import type { RedlineBlock, Run, Status } from '../model/redline.ts';

/** A place on the page where something changes: it has an anchor, and a note beside it. */
export interface Stop {
  /** From 1, in reading order. */
  readonly number: number;
  /** The numbers of the instructions at work here, ascending; empty where texts were only compared. */
  readonly by: readonly number[];
  /** What is done, in the words of an amending instruction. */
  readonly deed: string;
}

/** The stops of a page, and the block at which each begins. */
export interface Stops {
  readonly all: readonly Stop[];
  readonly at: ReadonlyMap<RedlineBlock, Stop>;
  /** Where a link to the changes of a provision leads, by the fragment name of the provision. */
  readonly anchors: ReadonlyMap<string, string>;
}

type GrowingStop = Stop & { deed: string };

interface Walk {
  readonly all: Stop[];
  readonly at: Map<RedlineBlock, Stop>;
  readonly anchors: Map<string, string>;
  /** Provisions opened since the last stop, that wait for one. */
  waiting: string[];
  /** The stop of the block just before, where that changes, and how it stands. */
  last:
    | { readonly stop: GrowingStop; readonly status: Status; readonly move: number | undefined; readonly ends: boolean }
    | undefined;
}

/**
 * Finds where on a page something changes. Tables are one stop; whole blocks that follow one another, inserted or
 * deleted by the same instruction, are one too.
 */
export function findStops(blocks: readonly RedlineBlock[]): Stops {
  return findStopsInGroups([blocks]);
}

/** The same for blocks in groups that stand on one page, numbered through: no stop goes from one group to the next. */
export function findStopsInGroups(groups: readonly (readonly RedlineBlock[])[]): Stops {
  const walk: Walk = { all: [], at: new Map(), anchors: new Map(), waiting: [], last: undefined };
  for (const blocks of groups) {
    for (const block of blocks) visit(block, walk, undefined);
    walk.last = undefined;
    walk.waiting = [];
  }
  return walk;
}

function visit(block: RedlineBlock, walk: Walk, above: RedlineBlock | undefined): void {
  if (block.id !== undefined) walk.waiting.push(block.id);
  if ('children' in block && block.type !== 'table' && block.children.length > 0) {
    // An inserted or deleted container whose content stays is told at its first block.
    const told = isWhole(block.status) ? block : above;
    block.children.forEach((child, index) => {
      visit(child, walk, index === 0 ? told : undefined);
    });
    return;
  }
  const changed = block.status !== 'same' ? block : above;
  if (!changed) {
    walk.last = undefined;
    walk.waiting = [];
    return;
  }
  place(block, changed, walk);
}

function place(block: RedlineBlock, changed: RedlineBlock, walk: Walk): void {
  const by = instructionsOf(changed);
  const { status } = changed;
  const last = walk.last;
  const joins =
    last &&
    (last.ends ||
      (last.move === changed.move && isOneDeed(last.status, status, by.length > 0) && sameNumbers(last.stop.by, by)));
  const deed = deedOf(changed);
  const stop: GrowingStop = joins ? last.stop : { number: walk.all.length + 1, by, deed };
  if (!joins) {
    walk.all.push(stop);
    walk.at.set(block, stop);
  } else if (stop.deed !== deed && !last.ends) stop.deed = 'Substituted';
  if (block.type === 'table') for (const id of changedIds(block.children)) walk.anchors.set(id, `#${id}`);
  for (const id of walk.waiting) walk.anchors.set(id, `#${stopId(stop)}`);
  walk.waiting = [];
  walk.last = { stop, status, move: changed.move, ends: 'ending' in block && block.ending !== undefined };
}

// Words of a heading that an instruction replaces, and the blocks under it that it takes out, are one deed.
function isOneDeed(last: Status, next: Status, instructed: boolean): boolean {
  if (next !== 'inserted' && next !== 'deleted') return next === last && (isWhole(next) || next === 'relabelled');
  return last === 'inserted' || last === 'deleted' || (last === 'changed' && instructed);
}

/** The fragment name of a stop. */
export function stopId(stop: Stop): string {
  return `change-${stop.number}`;
}

// A table can be long: a link to one of its rows leads to the row.
function changedIds(blocks: readonly RedlineBlock[]): readonly string[] {
  return blocks.flatMap((block) => [
    ...(block.id !== undefined && block.status !== 'same' ? [block.id] : []),
    ...('children' in block ? changedIds(block.children) : []),
  ]);
}

/** Whether the block stands in one text only, or in two places. */
export function isWhole(status: Status): boolean {
  return status !== 'same' && status !== 'changed' && status !== 'relabelled';
}

/** The numbers of the instructions at work in a block and what it holds, ascending. */
export function instructionsOf(block: RedlineBlock): readonly number[] {
  const found = new Set<number>();
  collect(block, found);
  return [...found].sort((left, right) => left - right);
}

function collect(block: RedlineBlock, found: Set<number>): void {
  for (const number of block.by ?? []) found.add(number);
  if ('runs' in block) for (const run of block.runs) if (run.by !== undefined) found.add(run.by);
  if ('children' in block) for (const child of block.children) if (child.status !== 'same') collect(child, found);
}

const wholeDeeds: Partial<Record<Status, string>> = {
  inserted: 'Inserted',
  deleted: 'Omitted',
  'moved-from': 'Moved from here',
  'moved-to': 'Moved to here',
  relabelled: 'Renumbered',
};

function deedOf(block: RedlineBlock): string {
  const whole = wholeDeeds[block.status];
  if (whole !== undefined) return whole;
  if (block.type === 'table') return tableDeed(block.children);
  if ('ending' in block && block.ending !== undefined)
    return block.ending === 'inserted' ? 'Paragraph split' : 'Paragraphs joined';
  return 'runs' in block ? wordsDeed(block.runs) : 'Changed';
}

function tableDeed(rows: readonly RedlineBlock[]): string {
  const changed = rows.filter((row) => row.status !== 'same');
  const only = (status: Status) => changed.length > 0 && changed.every((row) => row.status === status);
  const noun = changed.length === 1 ? 'Row' : 'Rows';
  if (only('inserted')) return `${noun} inserted`;
  if (only('deleted')) return `${noun} omitted`;
  return 'Table changed';
}

function wordsDeed(runs: readonly Run[]): string {
  const inserted = runs.some((run) => run.type === 'inserted');
  const deleted = runs.some((run) => run.type === 'deleted');
  if (inserted && deleted) return 'Words substituted';
  if (inserted) return 'Words inserted';
  if (deleted) return 'Words omitted';
  return 'Setting of words changed';
}

function sameNumbers(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((number, index) => number === right[index]);
}
