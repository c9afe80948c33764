import type { Nodes, Root, RootContent } from 'mdast';
import { isPlain } from './shorten-words.ts';

/**
 * The tree without what can be read in one way only: blocks of plain words, whatever lists or tables they stand in. Most of a text is that.
 * One short paragraph stands in place of each run of them, so that the others keep their distance.
 */
export function doubtfulBlocks({ children }: Root): Root {
  const kept: RootContent[] = [];
  let isRun = false;
  children.forEach((block, index) => {
    const certain = isCertain(block) && !(block.type === 'list' && children[index - 1]?.type === 'list');
    if (!certain) kept.push(block);
    else if (!isRun) kept.push({ type: 'paragraph', children: [{ type: 'text', value: 'x' }] });
    isRun = certain;
  });
  return { type: 'root', children: kept };
}

const holders = new Set<Nodes['type']>(['paragraph', 'heading', 'list', 'listItem', 'table', 'tableRow', 'tableCell']);

function isCertain(node: Nodes): boolean {
  if (node.type === 'text') return isPlain(node.value);
  if (node.type === 'html') return node.value === '<br>';
  if (!holders.has(node.type) || !('children' in node) || (node.type !== 'tableCell' && node.children.length === 0))
    return false;
  if (node.type === 'listItem' && (typeof node.checked === 'boolean' || node.children[0]?.type !== 'paragraph'))
    return false;
  return areApart(node.children) && node.children.every(isCertain);
}

// Neighbouring lists, and words broken into several, are better proved.
function areApart(children: readonly Nodes[]): boolean {
  return children.every((child, index) => {
    const before = children[index - 1]?.type;
    return before !== child.type || (child.type !== 'list' && child.type !== 'text');
  });
}
