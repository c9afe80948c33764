import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock } from '../model/redline.ts';
import { type Visit, walk } from '../provision/walk.ts';
import type { Correspondence } from './correspondence.ts';

/** A provision of the text before, and what it is in the text after. */
export interface Version {
  readonly before: Visit;
  readonly after: Visit;
}

/** A provision that is two in the text after: the second part, and where in the text before it begins. */
export interface SplitVersion extends Version {
  readonly from: number;
}

/** What became of the provisions of a text, as the comparison has it. */
export interface Versions {
  /** What stands in its place, perhaps with another number and other words: by the provision before, in reading order. */
  readonly staying: ReadonlyMap<Provision, Version>;
  /** What stands elsewhere. */
  readonly moved: readonly Version[];
  readonly splits: readonly SplitVersion[];
  /** Two provisions that are one. */
  readonly merges: readonly (readonly [first: Visit, second: Visit])[];
}

/** Finds what became of each provision. */
export function findVersions({ before, after, blocks, starts }: Correspondence): Versions {
  const [one, other] = [visitsByStart(before), visitsByStart(after)];
  const staying = new Map<Provision, Version>();
  const ends = [...wordsBlocks(blocks)];
  // The second part of what was split begins inside of a provision, and is none before.
  for (const visits of one.values())
    for (const visit of visits) {
      const { type, start } = visit.provision;
      const version = other.get(starts.get(start) ?? -1)?.find(({ provision }) => provision.type === type);
      if (version) staying.set(visit.provision, { before: visit, after: version });
    }
  return { staying, moved: findMoved(blocks, before, after), ...findEnds(ends, before, after) };
}

function visitsByStart(document: Document): ReadonlyMap<number, readonly Visit[]> {
  const found = new Map<number, Visit[]>();
  for (const visit of walk(document)) {
    const known = found.get(visit.provision.start);
    if (known) known.push(visit);
    else found.set(visit.provision.start, [visit]);
  }
  return found;
}

function findMoved(blocks: readonly RedlineBlock[], before: Document, after: Document): readonly Version[] {
  const moves = new Map<number, { readonly from: Range[]; readonly to: Range[] }>();
  const visit = (list: readonly RedlineBlock[]): void => {
    for (const block of list) {
      const known = block.move === undefined ? undefined : (moves.get(block.move) ?? { from: [], to: [] });
      if (known && block.move !== undefined) {
        moves.set(block.move, known);
        if (block.status === 'moved-from' && block.before) known.from.push(block.before);
        if (block.status === 'moved-to' && block.after) known.to.push(block.after);
      } else if ('children' in block) visit(block.children);
    }
  };
  visit(blocks);
  const found = [...moves.values()].flatMap(({ from, to }): readonly Version[] => {
    const [one, other] = [outermost(before, from), outermost(after, to)];
    const alike = one.every(({ provision }, index) => provision.type === other[index]?.provision.type);
    if (one.length !== other.length || !alike) return [];
    return one.map((visit, index) => ({ before: visit, after: other[index] as Visit }));
  });
  const all = new Set(found.map((version) => version.before.provision));
  return found.filter((version) => !version.before.parents.some((parent) => all.has(parent)));
}

// The provisions that begin with some blocks, without those inside them. What else stands in them may be edited.
function outermost(document: Document, blocks: readonly Range[]): readonly Visit[] {
  const starts = new Set(blocks.map(({ start }) => start));
  const found: Visit[] = [];
  for (const visit of walk(document)) {
    const { provision, parents } = visit;
    if (starts.has(provision.start) && !found.some((one) => parents.includes(one.provision))) found.push(visit);
  }
  return found;
}

type Ends = Pick<Versions, 'splits' | 'merges'>;

type WordsBlock = Extract<RedlineBlock, { readonly runs: unknown }>;

function findEnds(blocks: readonly WordsBlock[], before: Document, after: Document): Ends {
  const splits: SplitVersion[] = [];
  const merges: (readonly [Visit, Visit])[] = [];
  for (const [index, { ending, ...block }] of blocks.entries()) {
    if (ending === undefined) continue;
    const next = blocks.slice(index + 1).find((one) => (ending === 'inserted' ? one.after : one.before));
    if (ending === 'inserted') {
      const [one, second] = [holderOf(before, block.before), holderOf(after, next?.after)];
      if (one && second && next?.before) splits.push({ before: one, after: second, from: next.before.start });
    } else {
      const [first, second] = [holderOf(before, block.before), holderOf(before, next?.before)];
      if (first && second) merges.push([first, second]);
    }
  }
  return { splits, merges };
}

function* wordsBlocks(blocks: readonly RedlineBlock[]): Generator<WordsBlock> {
  for (const block of blocks) {
    if ('runs' in block) yield block;
    else if ('children' in block) yield* wordsBlocks(block.children);
  }
}

// The paragraph or item whose words a block is, or a part of.
function holderOf(document: Document, range: Range | undefined): Visit | undefined {
  if (!range) return undefined;
  let found: Visit | undefined;
  for (const visit of walk(document)) {
    const { type, start, words } = visit.provision;
    if (start <= range.start && range.end <= words.end && (type === 'paragraph' || type === 'item')) found = visit;
  }
  return found;
}
