import type { ParentBlock, RedlineBlock } from '../model/redline.ts';

/** A stretch of a document under several options: shown once where all have it, else one list of blocks an option. */
export type Stretch =
  | { readonly type: 'shared'; readonly blocks: readonly RedlineBlock[] }
  | { readonly type: 'options'; readonly lists: readonly (readonly RedlineBlock[])[] };

/** What all options share and where they differ, in reading order; and the tables that only go on, whose head was shown before. */
export interface SideBySide {
  readonly stretches: readonly Stretch[];
  readonly continued: ReadonlySet<RedlineBlock>;
}

/** The lists of blocks that stand in a stretch: one, or one an option. */
export function groupsOf(stretch: Stretch): readonly (readonly RedlineBlock[])[] {
  return stretch.type === 'shared' ? [stretch.blocks] : stretch.lists;
}

/** The least that is shown side by side: a block, an item of a list, or a row of a table, with the container it stands in. */
interface Piece {
  readonly container?: ParentBlock;
  readonly block: RedlineBlock;
  readonly key: string;
}

type Sequences = readonly (readonly Piece[])[];

/**
 * Lays the redlines of several options beside each other. All are redlines of one text before, so what stands at one place of it
 * in every option is the same place; between such places, what is equal at both ends is shared, and the rest differs. For each
 * option, the shared blocks and its own, in order, are its redline: nothing is left out and nothing stands twice.
 */
export function sideBySide(options: readonly (readonly RedlineBlock[])[]): SideBySide {
  const sequences = options.map((blocks) => blocks.flatMap(piecesOf));
  const growing: Growing = { parts: [] };
  let from = sequences.map(() => 0);
  for (const cut of [...commonPlaces(sequences), sequences.map((pieces) => pieces.length)]) {
    addSegment(
      growing,
      sequences.map((pieces, index) => pieces.slice(from[index], cut[index])),
    );
    from = [...cut];
  }
  const continued = new Set<RedlineBlock>();
  const stretches = growing.parts.map((part): Stretch => {
    if ('shared' in part) return { type: 'shared', blocks: joined(part.shared, continued) };
    return { type: 'options', lists: part.lists.map((pieces) => joined(pieces, continued)) };
  });
  return { stretches, continued };
}

interface Growing {
  readonly parts: ({ readonly shared: Piece[] } | { readonly lists: Piece[][] })[];
}

// An ordered list is numbered by its place in it, and so stays whole.
function piecesOf(block: RedlineBlock): readonly Piece[] {
  const splits = block.type === 'table' || (block.type === 'list' && block.first === undefined);
  if (!splits) return [{ block, key: keyOf(block) }];
  const { children, ...container } = block;
  const status = isWhole(block) ? block.status : 'changed';
  const around = JSON.stringify([container.type, status, container.move, container.align, headOf(block).map(keyOf)]);
  return children.map((child) => ({ container: block, block: child, key: `${around}${keyOf(child)}` }));
}

// Where it stands in the text after, and what it is called there, is not the same in two texts.
const ofOneText = new Set(['after', 'locator', 'id']);

function keyOf(block: RedlineBlock): string {
  return JSON.stringify(block, (name, value) => (ofOneText.has(name) ? undefined : value));
}

function isWhole({ status }: RedlineBlock): boolean {
  return status !== 'same' && status !== 'changed' && status !== 'relabelled';
}

function headOf({ type, children }: ParentBlock): readonly RedlineBlock[] {
  return type === 'table' ? children.filter((row) => row.type === 'row' && row.header) : [];
}

/** For each place of the text before at which a piece begins in every option: the index of that piece in each. */
function commonPlaces(sequences: Sequences): readonly (readonly number[])[] {
  const [first = [], ...others] = sequences.map((pieces) => {
    const starts = new Map<number, number>();
    pieces.forEach(({ block }, index) => {
      if (block.before && !starts.has(block.before.start)) starts.set(block.before.start, index);
    });
    return [...starts];
  });
  const maps = others.map((starts) => new Map(starts));
  const cuts: (readonly number[])[] = [];
  let last = sequences.map(() => -1);
  for (const [start, index] of first) {
    const cut = [index, ...maps.map((starts) => starts.get(start) ?? -1)];
    // A piece that moved stands elsewhere in one option: it is no common place.
    if (cut.some((place, option) => place <= (last[option] ?? -1))) continue;
    cuts.push(cut);
    last = cut;
  }
  return cuts;
}

function addSegment(growing: Growing, lists: Sequences): void {
  const [first = []] = lists;
  const shortest = Math.min(...lists.map((pieces) => pieces.length));
  const sameAt = (at: (pieces: readonly Piece[]) => Piece | undefined) =>
    lists.every((pieces) => at(pieces)?.key === at(first)?.key);
  let head = 0;
  while (head < shortest && sameAt((pieces) => pieces[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && sameAt((pieces) => pieces[pieces.length - 1 - tail])) tail += 1;
  addShared(growing, first.slice(0, head));
  const differing = lists.map((pieces) => pieces.slice(head, pieces.length - tail));
  if (differing.some((pieces) => pieces.length > 0)) addDiffering(growing, differing);
  addShared(growing, first.slice(first.length - tail));
}

function addShared({ parts }: Growing, pieces: readonly Piece[]): void {
  if (pieces.length === 0) return;
  const last = parts.at(-1);
  if (!last || !('shared' in last)) parts.push({ shared: [...pieces] });
  else for (const piece of pieces) last.shared.push(piece);
}

function addDiffering({ parts }: Growing, lists: Sequences): void {
  const last = parts.at(-1);
  if (!last || !('lists' in last)) {
    parts.push({ lists: lists.map((pieces) => [...pieces]) });
    return;
  }
  for (const [index, pieces] of lists.entries()) for (const piece of pieces) last.lists[index]?.push(piece);
}

/** Pieces as blocks again: those that follow one another in one container are one container. */
function joined(pieces: readonly Piece[], continued: Set<RedlineBlock>): readonly RedlineBlock[] {
  const groups: { readonly container: ParentBlock | undefined; readonly blocks: RedlineBlock[] }[] = [];
  for (const { container, block } of pieces) {
    const last = groups.at(-1);
    if (container && last?.container === container) last.blocks.push(block);
    else groups.push({ container, blocks: [block] });
  }
  return groups.flatMap(({ container, blocks }) => (container ? [contained(container, blocks, continued)] : blocks));
}

function contained(
  container: ParentBlock,
  blocks: readonly RedlineBlock[],
  continued: Set<RedlineBlock>,
): RedlineBlock {
  const head = headOf(container);
  const goesOn = head.length > 0 && !head.includes(blocks[0] as RedlineBlock);
  const changes = blocks.some(({ status }) => status !== 'same');
  const status = isWhole(container) ? container.status : changes ? 'changed' : 'same';
  const block: ParentBlock = { ...container, status, children: goesOn ? [...head, ...blocks] : blocks };
  if (goesOn) continued.add(block);
  return block;
}
