import type { Nodes } from 'mdast';
import { readLabel } from '../source/label.ts';
import { formlessShape } from './tree-shape.ts';

/**
 * Pairs nodes with those that say the same in another version, whatever their form, in the order in which they stand; what is left with
 * what bears the same label, and else with what is left of its kind beside the fellow of its neighbour. Footnotes are known by their labels.
 */
export function pairNodes<Node extends Nodes>(nodes: readonly Node[], others: readonly Node[]): Map<Node, Node> {
  const partners = new Map<Node, number>();
  pairByKey(nodes, others, partners, keyOf);
  pairByKey(nodes, others, partners, labelOf);
  pairRest(nodes, others, partners);
  return new Map([...partners].map(([node, index]) => [node, others[index] as Node]));
}

function pairByKey<Node extends Nodes>(
  nodes: readonly Node[],
  others: readonly Node[],
  partners: Map<Node, number>,
  keyFor: (node: Nodes) => string | undefined,
): void {
  const taken = new Set(partners.values());
  const places = new Map<string, number[]>();
  others.forEach((other, index) => {
    const key = taken.has(index) ? undefined : keyFor(other);
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), index]);
  });
  let reached = -1;
  for (const node of nodes) {
    const known = partners.get(node);
    const free = known === undefined ? (places.get(keyFor(node) ?? '') ?? []) : [];
    const at = free.findIndex((index) => index > reached);
    const [index] = known === undefined ? free.splice(Math.max(0, at), 1) : [known];
    if (index === undefined) continue;
    partners.set(node, index);
    reached = index;
  }
}

function pairRest<Node extends Nodes>(
  nodes: readonly Node[],
  others: readonly Node[],
  partners: Map<Node, number>,
): void {
  const taken = new Set(partners.values());
  let before = -1;
  for (const node of nodes) {
    const index = partners.get(node) ?? before + 1;
    before = index;
    if (partners.has(node)) continue;
    if (taken.has(index) || others[index]?.type !== node.type || node.type === 'footnoteDefinition') continue;
    partners.set(node, index);
    taken.add(index);
  }
}

function labelOf(node: Nodes): string | undefined {
  const block = node.type === 'listItem' ? node.children[0] : node;
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return undefined;
  const [first] = block.children;
  const place = node.type === 'listItem' ? 'item' : block.type;
  const label = first?.type === 'text' ? readLabel(first.value, place)?.label : undefined;
  return label === undefined ? undefined : `${node.type} ${label}`;
}

function keyOf(node: Nodes): string {
  return node.type === 'footnoteDefinition' ? `note ${node.identifier}` : formlessShape(node);
}
