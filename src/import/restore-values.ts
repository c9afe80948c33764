import { mapStories } from '../word/map-words.ts';
import type { WordBlock, WordDocument, WordInline } from '../word/word-document.ts';

interface Kept {
  /** The reasons of content controls by the short tags that stand for them. */
  readonly tags: ReadonlyMap<string, string>;
  /** The addresses of links by the valid ones that stand for them. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Gives tags and addresses back that the elements of a Word file cannot hold, from the properties in which writing kept them. */
export function restoreValues(document: WordDocument): WordDocument {
  const kept = keptValues(document.properties.custom ?? []);
  if (kept.tags.size === 0 && kept.addresses.size === 0) return document;
  return mapStories(document, (blocks) => blocks.map((block) => restoreBlock(block, kept)));
}

function keptValues(custom: readonly { readonly name: string; readonly value: string }[]): Kept {
  const tags = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const { name, value } of custom) {
    if (/^tag long \d+$/.test(name)) tags.set(name.slice('tag '.length), value);
    const space = value.indexOf(' ');
    if (/^address \d+$/.test(name) && space > 0) addresses.set(value.slice(0, space), value.slice(space + 1));
  }
  return { tags, addresses };
}

function restoreBlock(block: WordBlock, kept: Kept): WordBlock {
  if (block.type === 'paragraph')
    return { ...block, children: block.children.map((child) => restoreInline(child, kept)) };
  if (block.type === 'container') {
    const tag = kept.tags.get(block.tag) ?? block.tag;
    return { ...block, tag, blocks: block.blocks.map((one) => restoreBlock(one, kept)) };
  }
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map((one) => restoreBlock(one, kept)) })),
  }));
  return { ...block, rows };
}

function restoreInline(inline: WordInline, kept: Kept): WordInline {
  if (inline.type !== 'link' && inline.type !== 'span') return inline;
  const children = inline.children.map((child) => restoreInline(child, kept));
  if (inline.type === 'span') return { ...inline, tag: kept.tags.get(inline.tag) ?? inline.tag, children };
  const address = inline.address === undefined ? undefined : (kept.addresses.get(inline.address) ?? inline.address);
  return { ...inline, ...(address !== undefined && { address }), children };
}
