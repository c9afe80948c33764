import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent, Table, TableRow } from 'mdast';
import type { Provision, ProvisionType } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { isCheckComment } from './check-comment.ts';
import { type LabelPlace, readLabel } from './label.ts';

/** A provision while its children are still being found. */
type Draft = { -readonly [Field in keyof Provision]: Provision[Field] } & { children: Draft[] };

/**
 * Finds the provisions of a document over its mdast. Headings nest by their depth; a labelled paragraph holds what follows
 * it without a label, until the next label or heading; items nest as their lists do. Ranges nest, and follow the source.
 */
export function indexProvisions(tree: Root, source: string): readonly Provision[] {
  const top: Draft[] = [];
  placeBlocks(tree.children, top, source);
  return top;
}

// Blocks that follow one another under one parent: sections nest by depth, and the last labelled paragraph holds the rest.
function placeBlocks(blocks: readonly RootContent[], into: Draft[], source: string): void {
  const sections: { depth: number; draft: Draft }[] = [];
  let holder: Draft[] = into;
  for (const block of blocks) {
    // It is about what follows it, so it must not go with what it follows.
    if (block.type === 'html' && isCheckComment(block.value)) continue;
    const open = sections.at(-1)?.draft.children ?? into;
    if (block.type === 'heading') {
      while ((sections.at(-1)?.depth ?? 0) >= block.depth) sections.pop();
      const section = headed(block, source);
      add(sections.at(-1)?.draft.children ?? into, section);
      sections.push({ depth: block.depth, draft: section });
      holder = section.children;
    } else if (block.type === 'paragraph') {
      const paragraph = worded('paragraph', 'paragraph', block, block, source);
      add(paragraph.label === undefined ? holder : open, paragraph);
      if (paragraph.label !== undefined) holder = paragraph.children;
    } else if (block.type === 'list') {
      placeItems(block, holder, source);
    } else if (block.type === 'table') {
      add(holder, tabled(block, source));
    } else if (block.type !== 'yaml') {
      add(holder, other(block, source));
    }
    growTo(sections, into, rangeOf(block).end);
  }
}

// A holder ends where the last block that belongs to it ends.
function growTo(sections: readonly { draft: Draft }[], into: readonly Draft[], end: number): void {
  for (const { draft } of sections) draft.end = end;
  const last = (sections.at(-1)?.draft.children ?? into).at(-1);
  if (last?.type === 'paragraph' && last.end < end) last.end = end;
}

function headed(heading: Heading, source: string): Draft {
  const draft = worded('section', 'heading', heading, heading, source);
  const title = source.slice(draft.words.start, draft.words.end).replace(/\s+/g, ' ').trim();
  return title === '' ? draft : { ...draft, title };
}

function placeItems(list: List, into: Draft[], source: string): void {
  for (const item of list.children) {
    const draft = itemDraft(item, source);
    add(into, draft);
    const rest = item.children[0]?.type === 'paragraph' ? item.children.slice(1) : item.children;
    placeBlocks(rest, draft.children, source);
  }
}

function itemDraft(item: ListItem, source: string): Draft {
  const opening = item.children[0];
  if (opening?.type === 'paragraph') return worded('item', 'item', item, opening, source);
  const { start, end } = rangeOf(item);
  return { type: 'item', ordinal: 1, start, end, words: { start: end, end }, children: [] };
}

// A provision whose own words are the inline content of one block, perhaps after a label.
function worded(
  type: ProvisionType,
  place: LabelPlace,
  whole: Nodes,
  holder: Heading | Paragraph,
  source: string,
): Draft {
  const range = rangeOf(whole);
  const words = contentRange(holder, source);
  const draft: Draft = { type, ordinal: 1, ...range, words, children: [] };
  const read = readLabel(source.slice(words.start, words.end), place);
  if (!read) return draft;
  return {
    ...draft,
    label: read.label,
    labelRange: { start: words.start, end: words.start + read.printedLength },
    words: { start: words.start + read.length, end: words.end },
  };
}

function tabled(table: Table, source: string): Draft {
  const range = rangeOf(table);
  const [head, ...rows] = table.children;
  const titles = (head?.children ?? []).map((cell) => textOf(contentRange(cell, source), source));
  const defining = /^(?:defined )?(?:term|expression)s?$/i.test(titles[0] ?? '');
  const draft: Draft = {
    type: 'table',
    ordinal: 1,
    ...range,
    words: { start: range.end, end: range.end },
    children: [],
  };
  if (head) add(draft.children, { ...rowDraft('row', head, titles, source), header: true });
  for (const row of rows) add(draft.children, rowDraft(defining ? 'definition' : 'row', row, titles, source));
  return draft;
}

function rowDraft(type: 'row' | 'definition', row: TableRow, titles: readonly string[], source: string): Draft {
  const range = rangeOf(row);
  const cells = row.children.map((cell, index) => cellDraft(cell, index + 1, titles[index] ?? '', source));
  const first = cells[0]?.words ?? { start: range.end, end: range.end };
  const key = textOf(first, source);
  const read = type === 'row' ? readLabel(key, 'cell') : undefined;
  const { start, end } = range;
  return read
    ? { type, ordinal: 1, start, end, title: key, words: range, children: cells, label: read.label, labelRange: first }
    : { type, ordinal: 1, start, end, title: key, words: range, children: cells };
}

// Most provisions of a code are cells, and an object that is written out whole takes the least memory.
function cellDraft(cell: TableRow['children'][number], ordinal: number, title: string, source: string): Draft {
  const { start, end } = rangeOf(cell);
  const words = contentRange(cell, source);
  return title === ''
    ? { type: 'cell', ordinal, start, end, words, children: [] }
    : { type: 'cell', ordinal, start, end, words, children: [], title };
}

const otherTypes: Readonly<Record<string, ProvisionType>> = {
  code: 'code',
  blockquote: 'quote',
  footnoteDefinition: 'footnote',
};

function other(block: RootContent, source: string): Draft {
  const type = otherTypes[block.type] ?? 'other';
  const range = rangeOf(block);
  const draft: Draft = { type, ordinal: 1, ...range, words: range, children: [] };
  if (block.type === 'blockquote' || block.type === 'footnoteDefinition')
    placeBlocks(block.children, draft.children, source);
  if (block.type === 'footnoteDefinition') return { ...draft, label: `[^${block.label ?? block.identifier}]` };
  return draft;
}

function add(siblings: Draft[], draft: Draft): void {
  let before = siblings.length - 1;
  while (before >= 0 && siblings[before]?.type !== draft.type) before -= 1;
  draft.ordinal = (siblings[before]?.ordinal ?? 0) + 1;
  siblings.push(draft);
}

/** The range of a node in its source. Every node that the parser makes has one. */
export function rangeOf(node: Nodes): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

// The inline content of a block: an empty cell or heading has an empty range, just before what closes it.
function contentRange(node: Heading | Paragraph | TableRow['children'][number], source: string): Range {
  const first = node.children[0];
  const last = node.children.at(-1);
  const { start, end } = rangeOf(node);
  if (!first || !last) {
    const inside = node.type === 'tableCell' ? Math.min(start + 2, end) : end;
    return { start: inside, end: inside };
  }
  if (first.position && last.position) return { start: rangeOf(first).start, end: rangeOf(last).end };
  // Words beside an address that is told apart only after reading have no place of their own: the block has.
  const marks = { heading: /^#*[ \t]*/, tableCell: /^\|?[ \t]*/, paragraph: /^/ }[node.type];
  const text = source.slice(start, end);
  const closed = node.type === 'tableCell' && text.endsWith('|') ? text.slice(0, -1).trimEnd() : text.trimEnd();
  return {
    start: first.position ? rangeOf(first).start : start + (marks.exec(text)?.[0].length ?? 0),
    end: last.position ? rangeOf(last).end : start + closed.length,
  };
}

function textOf(range: Range, source: string): string {
  return source.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
}
