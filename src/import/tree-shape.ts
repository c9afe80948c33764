import type { Nodes, PhrasingContent } from 'mdast';

/** What a tree says, in one text: trees that say the same have the same shape, whatever blank lines stand in their lists. */
export function shapeOf(node: Nodes): string {
  const own = ownShape(node);
  if (!('children' in node)) return own;
  const children = isPhrased(node) ? mergeText(node.children as PhrasingContent[]) : node.children;
  return `${own}(${children.map(shapeOf).join(',')})`;
}

function isPhrased({ type }: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(type);
}

function mergeText(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = { type: 'text', value: last.value + child.value };
    else if (child.type !== 'text' || child.value !== '') merged.push(child);
  }
  return merged;
}

const compared = ['depth', 'ordered', 'checked', 'lang', 'meta', 'value', 'url', 'title', 'alt', 'identifier'] as const;

function ownShape(node: Nodes): string {
  const fields = node as unknown as Readonly<Record<string, unknown>>;
  const said = compared.map((name) => fields[name] ?? null);
  const align = node.type === 'table' ? (node.align ?? []).map((each) => each ?? null) : [];
  return JSON.stringify([node.type, ...said, ...align]);
}

/** The words of a tree in order, without white space: what must never be lost. */
export function lettersOf(node: Nodes): string {
  if ('children' in node) return node.children.map(lettersOf).join('');
  if (node.type === 'image' || node.type === 'imageReference') return (node.alt ?? '').replace(/\s+/g, '');
  return 'value' in node ? node.value.replace(/\s+/g, '') : '';
}
