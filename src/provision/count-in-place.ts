import type { Document, Provision } from '../model/document.ts';

/** What each holder counts, kept for one document. */
export type Counted = Map<Provision | Document, ReadonlyMap<Provision, number>>;

/**
 * The place of each provision that can be named by one in a holder, from 1, as `locate` counts: what stands directly in the holder,
 * but tables and code blocks at any depth; no head rows, no numbered parts.
 */
export function countedIn(
  holder: Provision | Document,
  document: Document,
  counted: Counted,
): ReadonlyMap<Provision, number> {
  const known = counted.get(holder);
  if (known) return known;
  const counts = new Map<string, number>();
  const ordinals = new Map<Provision, number>();
  const count = (provision: Provision): void => {
    const { type, header, label } = provision;
    if (header || (type === 'section' && label !== undefined)) return;
    counts.set(type, (counts.get(type) ?? 0) + 1);
    ordinals.set(provision, counts.get(type) ?? 0);
  };
  if (holder.type === 'paragraph' || holder.type === 'item') counts.set('paragraph', 1);
  const waiting = childrenOf(holder, document)
    .map((provision) => ({ provision, direct: true }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { provision, direct } = next;
    if (direct || provision.type === 'table' || provision.type === 'code') count(provision);
    if (provision.type === 'row' || provision.type === 'definition') continue;
    for (const child of [...provision.children].reverse()) waiting.push({ provision: child, direct: false });
  }
  counted.set(holder, ordinals);
  return ordinals;
}

function childrenOf(holder: Provision | Document, document: Document): readonly Provision[] {
  if (holder !== document) return holder.children;
  const [title] = document.children;
  return title && document.children.length === 1 && title.type === 'section' ? title.children : document.children;
}
