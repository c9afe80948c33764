import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { ShownBlock } from './shown-blocks.ts';

/** Which of its two texts a redline is read as. */
export type Side = 'before' | 'after';

const parser = unified().use(rehypeParse).freeze();

const leaves = new Set(['heading', 'paragraph', 'cell', 'code', 'html', 'front-matter', 'link-definition', 'rule']);

/**
 * Reads the page of a redline back, as a browser would read it: the blocks of its article with the deletions (after) or the
 * insertions (before) left out, and with them whatever the page adds for its readers. Of a page that shows options side by side, what
 * is of another option than the one asked for is left out.
 */
export function readHtml(page: string, side: Side, option?: string): readonly ShownBlock[] {
  const blocks: ShownBlock[] = [];
  const article = find(parser.parse(page), 'article');
  if (article) readBlocks(article, { side, option, blocks, joins: false });
  return blocks;
}

interface Reading {
  readonly side: Side;
  readonly option: string | undefined;
  readonly blocks: ShownBlock[];
  /** The block read last goes on in the next one that this side has. */
  joins: boolean;
}

function readBlocks(node: Nodes, reading: Reading): void {
  const { side, option } = reading;
  if (node.type !== 'element' && node.type !== 'root') return;
  if (node.type === 'element' && (node.properties.dataOption ?? option) !== option) return;
  const type = node.type === 'element' ? node.properties.dataBlock : undefined;
  if (node.type === 'element') {
    if (typeof type !== 'string' && node.properties.dataTold !== undefined && !holdsBlock(node)) return;
    if (typeof type === 'string' && isAbsent(node, side)) return;
    if (typeof type === 'string' && leaves.has(type)) {
      readLeaf(node, type, reading);
      return;
    }
  }
  for (const child of node.children) readBlocks(child, reading);
}

// What only one side parts is one block of the other.
function readLeaf(node: Element, type: string, reading: Reading): void {
  const { side, blocks } = reading;
  const { dataTypeBefore, dataEnding } = node.properties;
  const text = textOf(node, side);
  const last = blocks.at(-1);
  if (reading.joins && last) blocks[blocks.length - 1] = { ...last, text: last.text + text };
  else blocks.push({ type: side === 'before' && dataTypeBefore !== undefined ? String(dataTypeBefore) : type, text });
  reading.joins = dataEnding === (side === 'before' ? 'inserted' : 'deleted');
}

function isAbsent({ properties }: Element, side: Side): boolean {
  const absent = side === 'after' ? ['deleted', 'moved-from'] : ['inserted', 'moved-to'];
  return absent.includes(String(properties.dataStatus));
}

function holdsBlock(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'element' && (child.properties.dataBlock !== undefined || holdsBlock(child)),
  );
}

function textOf(node: Nodes, side: Side): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element')
    return 'children' in node ? node.children.map((child) => textOf(child, side)).join('') : '';
  if (node.properties.dataTold !== undefined) return '';
  if (node.tagName === (side === 'after' ? 'del' : 'ins')) return '';
  if (typeof node.properties.dataText === 'string') return node.properties.dataText;
  if (node.tagName === 'br') return '\n';
  return node.children.map((child) => textOf(child, side)).join('');
}

function find(node: Nodes, name: string): Element | undefined {
  if (node.type === 'element' && node.tagName === name) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}
