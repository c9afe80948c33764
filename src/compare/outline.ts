import type { Definition, ListItem, Nodes, Root } from 'mdast';
import type { Range } from '../model/range.ts';
import type { RedlineBlock } from '../model/redline.ts';

/** A block of one text, over its source: what the comparison and the redline's tree are made of. */
export interface Block extends Range {
  readonly type: RedlineBlock['type'];
  readonly node: Nodes;
  /** Two blocks can be one block of the redline only where this is equal: the type, and all that a block shows besides its words and cannot change. */
  readonly kind: string;
  /** What is compared: the inline content of a block of words, else the whole block. */
  readonly words: Range;
  /** Of the first paragraph of a task: the box, with the space after it. The parser does not count it among the words. */
  readonly checkbox?: Range;
  /** The leaves in it, as indexes of the outline's leaves: `leafTo` is not included. */
  readonly leafFrom: number;
  readonly leafTo: number;
  readonly children: readonly Block[];
}

/** The blocks of one text. Leaves are the blocks without blocks in them, in reading order. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly leaves: readonly Block[];
  /** The addresses that references point at, by identifier; of two with one identifier the first holds. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Lists the blocks of a document from its mdast. Takes any tree that has positions; loses no node that shows something. */
export function outlineDocument(tree: Root, source: string): Outline {
  const leaves: Block[] = [];
  const definitions = new Map<string, Definition>();
  const outlineNode = (node: Nodes, type: Block['type'], checkbox?: Range, head?: boolean): Block => {
    const leafFrom = leaves.length;
    const children: Block[] = [];
    const parts: readonly Nodes[] = 'children' in node && !inlineHolders.has(type) ? node.children : [];
    for (const child of parts) {
      const childType = blockTypes[child.type];
      if (!childType) continue;
      const first = child === parts[0];
      children.push(
        outlineNode(child, childType, first ? checkboxOf(node, source) : undefined, first && type === 'table'),
      );
    }
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
    const words = wordsOf(node, source, checkbox);
    const { start, end } = rangeOf(node);
    const kind = head ? 'head row' : kindOf(node);
    const leafTo = children.length > 0 ? leaves.length : leafFrom + 1;
    const base: Block = { type, node, kind, start, end, words, leafFrom, leafTo, children };
    const block = checkbox ? { ...base, checkbox } : base;
    if (children.length === 0) leaves.push(block);
    return block;
  };
  const blocks = tree.children.flatMap((node) => {
    const type = blockTypes[node.type];
    return type ? [outlineNode(node, type)] : [];
  });
  return { blocks, leaves, definitions };
}

const blockTypes: Readonly<Partial<Record<Nodes['type'], Block['type']>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'cell',
  code: 'code',
  html: 'html',
  yaml: 'front-matter',
  definition: 'link-definition',
  list: 'list',
  listItem: 'item',
  table: 'table',
  tableRow: 'row',
  blockquote: 'quote',
  footnoteDefinition: 'footnote',
  thematicBreak: 'rule',
};

// A tag in a line of words has the same type as a block of HTML.
const inlineHolders: ReadonlySet<Block['type']> = new Set(['heading', 'paragraph', 'cell']);

/** The types whose blocks are compared line by line. */
export const lineTypes: ReadonlySet<Block['type']> = new Set(['code', 'html', 'front-matter']);

function kindOf(node: Nodes): string {
  switch (node.type) {
    case 'code':
      return `code ${node.lang ?? ''} ${node.meta ?? ''}`;
    case 'list':
      return node.ordered ? `list ${node.start ?? 1}` : 'list';
    case 'footnoteDefinition':
      return `footnote ${node.identifier}`;
    default:
      return node.type;
  }
}

// The box of a task is words of its paragraph, so that ticking it is a change that shows.
function checkboxOf(node: Nodes, source: string): Range | undefined {
  if (node.type !== 'listItem' || typeof (node as ListItem).checked !== 'boolean') return undefined;
  const opening = node.children[0];
  if (opening?.type !== 'paragraph') return undefined;
  const start = source.lastIndexOf('[', rangeOf(opening).start);
  return start >= rangeOf(node).start ? { start, end: start + '[x] '.length } : undefined;
}

function wordsOf(node: Nodes, source: string, checkbox: Range | undefined): Range {
  const range = rangeOf(node);
  if (node.type === 'paragraph') return { start: checkbox?.start ?? range.start, end: range.end };
  if (node.type === 'heading') return contentOf(node.children, headingContent(source, range)) ?? range;
  if (node.type !== 'tableCell') return range;
  const inside = Math.min(range.start + 2, range.end);
  return contentOf(node.children, range) ?? { start: inside, end: inside };
}

function headingContent(source: string, range: Range): Range {
  const marks = /^#{1,6}[ \t]*/.exec(source.slice(range.start, Math.min(range.end, range.start + 64)));
  return { start: range.start + (marks?.[0].length ?? 0), end: range.end };
}

// Nodes that the parser split after reading (an address in the middle of a text) have no position of their own.
function contentOf(nodes: readonly Nodes[], within: Range): Range | undefined {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last) return undefined;
  return {
    start: first.position?.start.offset ?? within.start,
    end: last.position?.end.offset ?? within.end,
  };
}

/** The range of a node in its source; an empty one at the start for a node without a position. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
