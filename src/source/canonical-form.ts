import type { Link, List, ListItem, Nodes, Parents, Root, Table, Text } from 'mdast';
import type { Options } from 'remark-stringify';
import { definitionKey, relaxEscapes } from './relax-escapes.ts';

type Handlers = NonNullable<Options['handlers']>;
type Handle = NonNullable<Handlers['text']>;
type Join = NonNullable<Options['join']>[number];
type State = Parameters<Handle>[2];
type Info = Parameters<Handle>[3];

/** How a node is printed, where the tree alone does not say it; empty where nothing is known. */
export type PrintedAs = (node: Nodes) => string;

/** Takes a block that stands in no other, as it was written. */
export type OnBlock = (written: string) => void;

/**
 * How Markdown is written where it has no bytes of its own to keep. What the tree does not hold is written as it is printed:
 * the numbers of an ordered list (the law is never numbered by a machine) and links whose words are their address. `onBlock` is
 * given each block of the text as it was written.
 */
export function canonicalForm(printedAs?: PrintedAs, onBlock?: OnBlock): Options {
  return {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: false,
    resourceLink: true,
    // The words of a link that begin so would be the call of a footnote, and its address would end with the next >.
    unsafe: [
      { character: '^', before: '\\[', inConstruct: 'label' },
      { character: '<', inConstruct: 'destinationRaw' },
    ],
    join: [joinFrontMatter, joinItems()],
    handlers: { root: rootHandler(printedAs, onBlock), text: writeText, table: writeTable },
  };
}

// The text follows the front matter at once.
const joinFrontMatter: Join = (left) => (left.type === 'yaml' ? 0 : undefined);

/**
 * A blank line in a list belongs to the item that needs it, the one with several blocks: the others stay close, and so
 * does a list under the words that open it. Where no other blank line would tell the parser that there is one (the tree
 * remembers only that, not where), it stays: between all items, or before the list.
 */
function joinItems(): Join {
  const listHasOther = remember((list: List) => list.children.slice(0, -1).some((item) => item.spread === true));
  const itemHasOther = remember((item: ListItem) =>
    item.children.some((block, index) => index > 0 && !opensList(item.children[index - 1], block)),
  );
  return (left, right, parent) => {
    if (parent.type === 'list' && parent.spread === true && left.type === 'listItem') {
      return left.spread === true || !listHasOther(parent) ? 1 : 0;
    }
    if (parent.type !== 'listItem' || parent.spread !== true || !opensList(left, right)) return undefined;
    return itemHasOther(parent) ? 0 : 1;
  };
}

// Only such a list can follow words without a blank line and still be a list.
function opensList(left: Nodes | undefined, right: Nodes): boolean {
  if (left?.type !== 'paragraph' || right.type !== 'list' || right.ordered === true) return false;
  return (right.children[0]?.children.length ?? 0) > 0;
}

// Joins are asked for each pair of neighbours, and an answer about a whole list must not be found anew each time.
function remember<Node extends object>(find: (node: Node) => boolean): (node: Node) => boolean {
  const known = new WeakMap<Node, boolean>();
  return (node) => {
    const answer = known.get(node) ?? find(node);
    known.set(node, answer);
    return answer;
  };
}

const definitionsOf = new WeakMap<State, ReadonlySet<string>>();

// Runs first: what the rest needs to know of the whole text is gathered here.
function rootHandler(printedAs: PrintedAs | undefined, onBlock: OnBlock | undefined): Handle {
  return (node: Root, _parent, state, info) => {
    definitionsOf.set(state, definedLabels(node));
    if (printedAs) keepPrinted(state, printedAs);
    if (onBlock) watchBlocks(node, state, onBlock);
    return state.containerFlow(node, info);
  };
}

function watchBlocks(root: Root, state: State, onBlock: OnBlock): void {
  const { handle } = state;
  const watched: typeof handle = (node, parent, inState, info) => {
    const written = handle(node, parent, inState, info);
    if (parent === root) onBlock(written);
    return written;
  };
  // What the writer knows of its handlers hangs on this one.
  state.handle = Object.assign(watched, handle);
}

const holdsBlocks = new Set<Nodes['type']>(['root', 'list', 'listItem', 'blockquote', 'footnoteDefinition']);

function definedLabels(node: Nodes, labels = new Set<string>()): ReadonlySet<string> {
  if (node.type === 'definition') labels.add(definitionKey(node.identifier));
  if (node.type === 'footnoteDefinition') labels.add(`^${definitionKey(node.identifier)}`);
  if (holdsBlocks.has(node.type) && 'children' in node) {
    for (const child of node.children) definedLabels(child, labels);
  }
  return labels;
}

function keepPrinted(state: State, printedAs: PrintedAs): void {
  const { link, list, listItem } = state.handlers;
  state.handlers.link = (node, parent, inState, info) => {
    const printed = bareAddress(node, printedAs(node));
    return printed ?? link(node, parent, inState, info);
  };
  state.handlers.listItem = (node: ListItem, parent, inState, info) => {
    const marker = /^(\d{1,9})([.)])/.exec(printedAs(node));
    if (!marker || parent?.type !== 'list' || !parent.ordered) return listItem(node, parent, inState, info);
    inState.bulletCurrent = marker[2] as string;
    return listItem(node, { ...parent, start: Number(marker[1]) }, inState, info);
  };
  state.handlers.list = (node: List, parent, inState, info) => {
    const written = list(node, parent, inState, info);
    const marker = /^(?:\d{1,9}([.)]))/.exec(printedAs(node));
    if (marker && node.ordered) inState.bulletLastUsed = marker[1];
    return written;
  };
}

// An address in the text is a link without brackets.
function bareAddress(node: Link, printed: string): string | undefined {
  const [words] = node.children;
  if (node.children.length !== 1 || words?.type !== 'text') return undefined;
  return printed.startsWith('<') || printed === words.value ? printed : undefined;
}

/** What nodes are printed as in the source that they are the parse of. */
export function printedIn(source: string): PrintedAs {
  return (node) => {
    const { position } = node;
    if (position) return source.slice(position.start.offset ?? 0, position.end.offset ?? 0);
    // The parser finds some addresses late, and gives those no position.
    const words = node.type === 'link' ? node.children[0] : undefined;
    return words?.type === 'text' && node.type === 'link' && node.url.endsWith(words.value) ? words.value : '';
  };
}

// What has none of these needs no escape wherever it stands, and that is nearly all text.
const special = /[\\`*_[\]<&~|!@#\t\r\n]|^[+\-=>:^ ]|^\d+[.)](?:\s|$)| $|:\/|www\./i;

const writeText: Handle = (node: Text, parent: Parents | undefined, state: State, info: Info) => {
  if (!special.test(node.value)) return node.value;
  const siblings = parent?.children ?? [];
  const index = state.indexStack.at(-1) ?? 0;
  const safe = state.safe(node.value, {
    ...info,
    afterNode: siblings[index + 1] as Nodes,
    beforeNode: siblings[index - 1] as Nodes,
  });
  if (safe === node.value || state.stack.includes('label')) return safe;
  return relaxEscapes(safe, {
    before: info.before,
    after: info.after,
    inHeading: state.stack.includes('headingAtx'),
    defined: definitionsOf.get(state) ?? new Set(),
  });
};

const delimiters = { left: ':---', right: '---:', center: ':---:' } as const;

const writeTable: Handle = (node: Table, _parent, state, info) => {
  const exitTable = state.enter('table');
  const rows = node.children.map((row) => {
    const exitRow = state.enter('tableRow');
    const cells = row.children.map((cell) => {
      const exitCell = state.enter('tableCell');
      const exitWords = state.enter('phrasing');
      const words = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' });
      exitWords();
      exitCell();
      return words === '' ? '' : ` ${words}`;
    });
    exitRow();
    return `|${cells.join(' |')} |`;
  });
  exitTable();
  const width = node.children[0]?.children.length ?? 0;
  const rule = Array.from({ length: width }, (_, column) => {
    const align = node.align?.[column];
    return align ? delimiters[align] : '---';
  });
  rows.splice(1, 0, `|${rule.join('|')}|`);
  return rows.join('\n');
};
