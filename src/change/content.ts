import type { Nodes } from 'mdast';
import { indexProvisions } from '../source/index-provisions.ts';
import { parseMarkdown } from '../source/syntax.ts';

/** What the block quote of an instruction holds, read by itself. */
export interface Content {
  readonly type: 'rows' | 'items' | 'blocks';
  readonly text: string;
  /** The mdast types of everything in it but text, in order: what must be found where it is put in. */
  readonly nodes: readonly string[];
  /** The labels of its outermost provisions, as printed; undefined for one without. */
  readonly labels: readonly (string | undefined)[];
  /** The mdast type of its first block, and the depth of that where it is a heading. */
  readonly first: string | undefined;
  readonly depth: number | undefined;
}

/**
 * Reads the content of an instruction. `rows`: every line is a table row; `items`: it is one list. `definitions` are the footnotes and
 * link addresses of the document, without which what calls them would be read as words.
 */
export function readContent(text: string, definitions = ''): Content {
  if (definitions !== '') return readAnew(text, definitions);
  const content = known.get(text) ?? readAnew(text, definitions);
  // Taken out and put in again, it is the last of them to be forgotten.
  known.delete(text);
  known.set(text, content);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return content;
}

// One text is read whenever a change that holds it is planned, and a change is planned many times while it is derived.
const known = new Map<string, Content>();
const mostKnown = 500;

function readAnew(text: string, definitions: string): Content {
  const trimmed = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const whole = parseMarkdown(definitions === '' ? trimmed : `${trimmed}\n\n${definitions}`);
  const children = whole.children.filter(({ position }) => (position?.start.offset ?? 0) < trimmed.length);
  const tree = { ...whole, children };
  const [first] = tree.children;
  const depth = first?.type === 'heading' ? first.depth : undefined;
  if (isRows(trimmed) && first?.type !== 'table') {
    const rows = trimmed.split('\n').map((line) => readRow(line, definitions));
    return {
      type: 'rows',
      text: trimmed,
      nodes: rows.flatMap((row) => row.nodes),
      labels: rows.map((row) => row.key),
      first: 'tableRow',
      depth,
    };
  }
  const items = tree.children.length > 0 && tree.children.every((child) => child.type === 'list');
  const labels = indexProvisions(tree, trimmed).map(({ label }) => label);
  const nodes = tree.children.flatMap((child) => nodeTypes(child));
  return {
    type: items ? 'items' : 'blocks',
    text: trimmed,
    nodes: items ? nodes.slice(1) : nodes,
    labels,
    first: first?.type,
    depth,
  };
}

/** The number of cells of one table row, or undefined where the line is not a row. */
export function cellCount(line: string): number | undefined {
  return readRow(line).cells;
}

function isRows(text: string): boolean {
  return text !== '' && text.split('\n').every((line) => line.trimStart().startsWith('|'));
}

// A row alone is no table in Markdown: it is read as the head of one, whose cells must agree with the line below.
function readRow(
  line: string,
  definitions = '',
): {
  readonly nodes: readonly string[];
  readonly key: string | undefined;
  readonly cells: number | undefined;
} {
  const most = (line.match(/\|/g)?.length ?? 1) - 1;
  for (let cells = most; cells > 0; cells -= 1) {
    const [table] = parseMarkdown(`${line}\n${'|---'.repeat(cells)}|\n\n${definitions}`).children;
    if (table?.type !== 'table') continue;
    const row = table.children[0];
    const words = row?.children[0]?.position;
    const key = words
      ? line
          .slice(words.start.offset, words.end.offset)
          .replace(/^\s*\||\|\s*$/g, '')
          .trim()
      : undefined;
    return { nodes: row ? nodeTypes(row) : [], key, cells: row?.children.length };
  }
  return { nodes: [], key: undefined, cells: undefined };
}

/** The mdast types of a node and all in it but text, in reading order. */
export function nodeTypes(node: Nodes): readonly string[] {
  if (node.type === 'text') return [];
  const inside = 'children' in node ? node.children.flatMap((child) => nodeTypes(child)) : [];
  return [node.type, ...inside];
}
