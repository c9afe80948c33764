import type { Nodes } from 'mdast';
import type { Range } from '../model/range.ts';
import { rangeOf } from '../source/index-provisions.ts';
import { headingKind } from './split-nodes.ts';

const inlineTypes = new Set([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'break',
  'html',
]);

/** Whether a node is set in running words. */
export function isInline(node: Nodes): boolean {
  return inlineTypes.has(node.type);
}

/** What a node is held to stay: its type and, of a heading, its level. */
export function kindOf(node: Nodes): string {
  return node.type === 'heading' ? headingKind(node.depth) : node.type;
}

/**
 * Visits every node but text, in reading order. Some addresses in running text are told apart only after reading, and have no place but
 * that of the words they stand in.
 */
export function visitNodes(
  node: Nodes,
  see: (node: Nodes, start: number, end: number) => void,
  within: Range = nowhere,
): void {
  const { start, end } = node.position ? rangeOf(node) : within;
  if (node.type === 'text') return;
  if (node.type !== 'root') see(node, start, end);
  if ('children' in node) for (const child of node.children) visitNodes(child, see, { start, end });
}

const nowhere: Range = { start: 0, end: 0 };
