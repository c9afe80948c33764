import type { Definition, Nodes } from 'mdast';
import type { Document } from '../model/document.ts';

/** What a reader sees of one block: its kind and its words. */
export interface ShownBlock {
  readonly type: string;
  readonly text: string;
}

/**
 * What a reader sees of a document, block by block in reading order: headings, paragraphs, cells, lines of code, HTML and
 * front matter as text. Made from mdast alone, so that it knows nothing of comparing or rendering.
 */
export function shownBlocks(document: Document): readonly ShownBlock[] {
  const blocks: ShownBlock[] = [];
  for (const node of document.tree.children) collect(node, document.source, blocks);
  return blocks;
}

function collect(node: Nodes, source: string, blocks: ShownBlock[]): void {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      blocks.push({ type: node.type, text: shownWords(node) });
      return;
    case 'tableCell':
      blocks.push({ type: 'cell', text: shownWords(node) });
      return;
    case 'code':
    case 'html':
      blocks.push({ type: node.type, text: node.value });
      return;
    case 'yaml':
      blocks.push({ type: 'front-matter', text: node.value });
      return;
    case 'definition':
      blocks.push({ type: 'link-definition', text: definitionText(node, source) });
      return;
    case 'thematicBreak':
      blocks.push({ type: 'rule', text: '' });
      return;
    default:
      if ('children' in node) for (const child of node.children) collect(withBox(child, node), source, blocks);
  }
}

/** The first paragraph of a task, with its box among its words: a reader sees it there, but the parser takes it out. */
export function withBox(child: Nodes, parent: Nodes): Nodes {
  if (parent.type !== 'listItem' || typeof parent.checked !== 'boolean') return child;
  if (child.type !== 'paragraph' || child !== parent.children[0]) return child;
  return { ...child, children: [{ type: 'text', value: parent.checked ? '[x] ' : '[ ] ' }, ...child.children] };
}

function definitionText(node: Definition, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

/** What a reader sees of a node inside a block. */
export function shownWords(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\r\n|\r|\n/g, ' ');
    case 'inlineCode':
    case 'html':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return node.label ?? node.identifier;
    default:
      return 'children' in node ? node.children.map(shownWords).join('') : '';
  }
}

/** The first block in which two lists differ, in words for a message; undefined where they are the same. */
export function firstDifference(expected: readonly ShownBlock[], found: readonly ShownBlock[]): string | undefined {
  const wanted = expected.map(normal);
  const got = found.map(normal);
  const at = wanted.findIndex((block, index) => block !== got[index]);
  if (at < 0 && wanted.length === got.length) return undefined;
  const index = at < 0 ? wanted.length : at;
  return `block ${index + 1}: expected ${quoted(expected[index])}, found ${quoted(found[index])}`;
}

// White space that ends a line or runs together shows to no reader; in code it is kept.
function normal({ type, text }: ShownBlock): string {
  return `${type} ${type === 'code' ? text : text.replace(/\s+/g, ' ').trim()}`;
}

function quoted(block: ShownBlock | undefined): string {
  if (!block) return 'nothing';
  const text = block.text.replace(/\s+/g, ' ').trim();
  return `${block.type} “${text.length > 100 ? `${text.slice(0, 97)}…` : text}”`;
}
