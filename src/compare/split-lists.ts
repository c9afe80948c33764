import type { List } from 'mdast';
import { joinedShares } from './match-blocks.ts';
import type { Block } from './outline.ts';
import type { Share } from './shares.ts';

/**
 * Where a paragraph put between the items of a list made two lists of it (or taking one out made one of two), cuts the one list so
 * that each part has its partner: otherwise half the items would be shown as deleted and inserted. Gives the blocks `before`, cut.
 */
export function splitLists(
  before: readonly Block[],
  after: readonly Block[],
  shares: readonly Share[],
): readonly Block[] {
  if (before.filter(isList).length === 0 || after.filter(isList).length < 2) return before;
  const partners = new Map<number, Set<number>>();
  for (const share of joinedShares(before, after, shares)) {
    const [one, other] = [before[share.before], after[share.after]];
    if (!one || !other || !isList(one) || !isList(other)) continue;
    const known = partners.get(share.before);
    if (known) known.add(share.after);
    else partners.set(share.before, new Set([share.after]));
  }
  return before.flatMap((block, index) =>
    (partners.get(index)?.size ?? 0) > 1 ? partsOf(block, after, shares) : [block],
  );
}

function isList({ type }: Block): boolean {
  return type === 'list';
}

function partsOf(list: Block, after: readonly Block[], shares: readonly Share[]): readonly Block[] {
  const best = new Map<number, Share>();
  for (const share of joinedShares(list.children, after, shares)) {
    if (share.weight > (best.get(share.before)?.weight ?? 0)) best.set(share.before, share);
  }
  const parts: Block[] = [];
  let from = 0;
  let partner: number | undefined;
  list.children.forEach((_, index) => {
    const next = best.get(index)?.after;
    if (next === undefined || next === partner) return;
    if (partner !== undefined) {
      parts.push(partOf(list, from, index));
      from = index;
    }
    partner = next;
  });
  return [...parts, partOf(list, from, list.children.length)];
}

function partOf(list: Block, from: number, to: number): Block {
  const children = list.children.slice(from, to);
  const [first, last] = [children[0] ?? list, children.at(-1) ?? list];
  const { ordered, start } = list.node as List;
  return {
    ...list,
    kind: ordered ? `list ${(start ?? 1) + from}` : 'list',
    start: first.start,
    end: last.end,
    leafFrom: first.leafFrom,
    leafTo: last.leafTo,
    children,
  };
}
