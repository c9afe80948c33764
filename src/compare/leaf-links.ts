import type { Range } from '../model/range.ts';
import type { BlockPlace } from '../model/redline.ts';
import { type LeafPlace, leafPlaces } from './leaf-places.ts';
import type { Block } from './outline.ts';
import type { LeafShare } from './shares.ts';
import type { Side } from './side.ts';

/** A part of the words of one text that is a part of the words of the other. */
export interface LeafLink {
  readonly before: number;
  readonly after: number;
  readonly rangeBefore: Range;
  readonly rangeAfter: Range;
  /** What the words stood as before, where that was something else; nothing of what was split off. */
  readonly typeBefore?: BlockPlace;
  /** Words of the same block follow in another one of the text after, or before. */
  readonly ending?: 'inserted' | 'deleted';
  /** It is not all of both blocks. */
  readonly parted?: true;
}

/** The links of the leaves of two texts, by leaf. */
export interface LeafLinks {
  readonly ofBefore: (leaf: number) => readonly LeafLink[];
  readonly ofAfter: (leaf: number) => readonly LeafLink[];
}

/**
 * Links the paragraphs and headings of two texts that have equal words: each link is one block of the redline, wherever the two
 * stand. A leaf with several links is cut between them, so that each word is in one. `without`: leaves before that, with all that
 * hangs together with them, may have no link.
 */
export function linkLeaves(
  before: Side,
  after: Side,
  shares: readonly LeafShare[],
  without: ReadonlySet<number>,
): LeafLinks {
  const places = { before: leafPlaces(before.outline.blocks), after: leafPlaces(after.outline.blocks) };
  const all = shares.filter(({ before: b, after: a, weight }) => {
    const [one, other] = [places.before.get(b), places.after.get(a)];
    return weight >= 1 && one !== undefined && other !== undefined && one.footnote === other.footnote;
  });
  const kept = chainsOf(all)
    .filter((chain) => !chain.some((share) => without.has(share.before)))
    .flat();
  const [ofBefore, ofAfter] = [new Map<number, LeafLink[]>(), new Map<number, LeafLink[]>()];
  kept.forEach((share, index) => {
    const [b, a] = [before.outline.leaves[share.before] as Block, after.outline.leaves[share.after] as Block];
    const cuts = cutsOf(before, after, [kept[index - 1], share, kept[index + 1]]);
    const place = { before: places.before.get(share.before), after: places.after.get(share.after) };
    // What was split off was what the first part was.
    const became = cuts.startBefore === undefined && place.before && !isSamePlace(place.before, place.after);
    const splits = cuts.endBefore !== undefined;
    const joins = cuts.endAfter !== undefined;
    const link: LeafLink = {
      before: share.before,
      after: share.after,
      rangeBefore: { start: cuts.startBefore ?? b.words.start, end: cuts.endBefore ?? b.words.end },
      rangeAfter: { start: cuts.startAfter ?? a.words.start, end: cuts.endAfter ?? a.words.end },
      ...(became && place.before ? { typeBefore: place.before.type } : {}),
      ...(Object.values(cuts).some((cut) => cut !== undefined) ? { parted: true } : {}),
      ...(splits ? { ending: 'inserted' } : joins ? { ending: 'deleted' } : {}),
    };
    add(ofBefore, share.before, link);
    add(ofAfter, share.after, link);
  });
  return { ofBefore: (leaf) => ofBefore.get(leaf) ?? [], ofAfter: (leaf) => ofAfter.get(leaf) ?? [] };
}

// Where the words of a share are cut from those of the shares beside it; nothing where its leaf begins or ends with it.
function cutsOf(
  before: Side,
  after: Side,
  [last, share, next]: readonly [LeafShare | undefined, LeafShare, LeafShare | undefined],
) {
  return {
    startBefore: last?.before === share.before ? cutBefore(before, after, last, share) : undefined,
    endBefore: next?.before === share.before ? cutBefore(before, after, share, next) : undefined,
    startAfter: last?.after === share.after ? cutAfter(before, after, last, share) : undefined,
    endAfter: next?.after === share.after ? cutAfter(before, after, share, next) : undefined,
  };
}

function isSamePlace(one: LeafPlace, other: LeafPlace | undefined): boolean {
  return one.type === other?.type && one.depth === other.depth;
}

// Shares that have a leaf in common stand or fall together.
function chainsOf(shares: readonly LeafShare[]): readonly (readonly LeafShare[])[] {
  const chains: LeafShare[][] = [];
  shares.forEach((share, index) => {
    const last = shares[index - 1];
    if (last && (last.before === share.before || last.after === share.after)) chains.at(-1)?.push(share);
    else chains.push([share]);
  });
  return chains;
}

function add(links: Map<number, LeafLink[]>, leaf: number, link: LeafLink): void {
  const known = links.get(leaf);
  if (known) known.push(link);
  else links.set(leaf, [link]);
}

function cutBefore(before: Side, after: Side, one: LeafShare, next: LeafShare): number {
  const [tail, head] = [after.outline.leaves[one.after] as Block, after.outline.leaves[next.after] as Block];
  const between = { start: one.to.before, end: next.from.before };
  const replaced = after.source.slice(head.words.start, next.from.after);
  return cutIn(before.source, between, after.source.slice(one.to.after, tail.words.end), replaced);
}

function cutAfter(before: Side, after: Side, one: LeafShare, next: LeafShare): number {
  const [tail, head] = [before.outline.leaves[one.before] as Block, before.outline.leaves[next.before] as Block];
  const between = { start: one.to.after, end: next.from.after };
  const replaced = before.source.slice(head.words.start, next.from.before);
  return cutIn(after.source, between, before.source.slice(one.to.before, tail.words.end), replaced);
}

// Words between the two parts stand beside what takes their place: at the head of the second, else at the end of the first.
function cutIn(source: string, { start, end }: Range, tail: string, head: string): number {
  const text = source.slice(start, end);
  if (/[\p{L}\p{N}]/u.test(tail) || !/[\p{L}\p{N}]/u.test(head)) return end;
  return start + (/^\s*/.exec(text)?.[0].length ?? 0);
}
