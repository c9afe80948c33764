import type { FootnoteDefinition, Link, Nodes, Root, RootContent, Text } from 'mdast';
import { printedIn } from '../source/canonical-form.ts';
import { parseMarkdown } from '../source/syntax.ts';
import type { Importing } from './importing.ts';
import { pairNodes } from './pair-nodes.ts';
import { shapeOf } from './tree-shape.ts';

interface Adopting {
  readonly importing: Importing;
  readonly side: 'before' | 'after';
  readonly printedInBase: (node: Nodes) => string;
}

/**
 * Gives a tree the form of the text it was made from, where Word has none and other programs take away what says it: front matter, the
 * language of code, blank lines in lists, the place of a footnote, the brackets of an address. What is said is never taken from there; nor
 * is white space, but where the tree is the text before of a redline: no redline shows whether one space stood between words or two.
 */
export function adoptForm(tree: Root, base: string, side: 'before' | 'after', importing: Importing): Root {
  const baseTree = parseMarkdown(base);
  const [head] = baseTree.children;
  const children = [...tree.children];
  if (head?.type === 'yaml' && children[0]?.type !== 'yaml') {
    children.unshift({ type: 'yaml', value: head.value });
    importing.told.push({ what: 'no front matter: it is taken from the other version', where: 'the file' });
  }
  const partners = pairNodes(children, baseTree.children);
  const adopting = { importing, side, printedInBase: printedIn(base) };
  for (const [node, partner] of partners) adopt(node, partner, adopting);
  return { type: 'root', children: placeNotes(children, baseTree.children, partners, importing.placedNotes) };
}

function adopt(node: Nodes, partner: Nodes, adopting: Adopting): void {
  if (node.type === 'code' && partner.type === 'code') {
    node.lang = partner.lang ?? null;
    node.meta = partner.meta ?? null;
  } else if (node.type === 'list' && partner.type === 'list') node.spread = partner.spread ?? false;
  else if (node.type === 'listItem' && partner.type === 'listItem')
    node.spread = node.children.length > 1 && partner.spread === true;
  else if (node.type === 'table' && partner.type === 'table')
    node.align = (node.align ?? []).map(
      (align, column) => align ?? (partner.align?.[column] === 'left' ? 'left' : null),
    );
  if (node.type === 'link' && partner.type === 'link') adoptLink(node, partner, adopting);
  if (node.type === 'text' && partner.type === 'text' && adopting.side === 'before') adoptSpace(node, partner);
  if (!('children' in node) || !('children' in partner)) return;
  for (const [child, other] of pairNodes(node.children, partner.children)) adopt(child, other, adopting);
}

function adoptSpace(text: Text, partner: Text): void {
  if (text.value.replace(/\s+/g, ' ') === partner.value.replace(/\s+/g, ' ')) text.value = partner.value;
}

function adoptLink(link: Link, partner: Link, { importing, printedInBase }: Adopting): void {
  if (shapeOf(link) !== shapeOf(partner) || !importing.printed.has(link)) return;
  importing.printed.set(link, printedInBase(partner));
}

// After the block that each follows in the other version, and one whose place the file says stays there; a new one stands after the last.
function placeNotes(
  children: readonly RootContent[],
  base: readonly RootContent[],
  partners: ReadonlyMap<RootContent, RootContent>,
  known: ReadonlySet<RootContent>,
): RootContent[] {
  const own = new Map([...partners].map(([node, partner]) => [partner, node]));
  const after = new Map<RootContent, FootnoteDefinition[]>();
  let last: RootContent | undefined;
  for (const block of base) {
    const node = own.get(block);
    if (node?.type === 'footnoteDefinition' && last && !known.has(node))
      after.set(last, [...(after.get(last) ?? []), node]);
    else if (node && block.type !== 'footnoteDefinition') last = node;
  }
  const placed = new Set<RootContent>([...after.values()].flat());
  const settled = children
    .filter((child) => !placed.has(child))
    .flatMap((child) => [child, ...(after.get(child) ?? [])]);
  return gatherNew(settled, (note) => !partners.has(note) && !known.has(note));
}

// As “insert the footnote” places it: after the last that was there before; where there was none, at the end.
function gatherNew(children: readonly RootContent[], isNew: (note: RootContent) => boolean): RootContent[] {
  const fresh = children.filter((child) => child.type === 'footnoteDefinition' && isNew(child));
  const rest = children.filter((child) => !fresh.includes(child));
  const last = rest.findLastIndex(({ type }) => type === 'footnoteDefinition');
  return last < 0 ? [...children] : [...rest.slice(0, last + 1), ...fresh, ...rest.slice(last + 1)];
}
