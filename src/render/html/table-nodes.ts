import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { AlignType } from 'mdast';
import type { ParentBlock, RedlineBlock, Status, WordsBlock } from '../../model/redline.ts';
import { cellsInColumns } from '../cells-in-columns.ts';
import { standingRuns } from '../standing-runs.ts';
import { instructionsOf } from '../stops.ts';
import { blockAttributes, type Layout, type Standing } from './layout.ts';
import { instructionId } from './note.ts';
import { runNodes } from './run-nodes.ts';

const rowTags: Partial<Record<Status, string>> = {
  inserted: 'Row inserted',
  deleted: 'Row omitted',
  'moved-from': 'Row moved from here',
  'moved-to': 'Row moved to here',
};

// On paper, words of tables with more columns than these may break anywhere, rather than leave the sheet.
const manyColumns = 7;

/** A table as page content: it scrolls in its own frame, has a caption for assistive technology, and says which rows come and go. */
export function tableNodes(table: ParentBlock, layout: Layout, standing: Standing): Element {
  const rows = table.children.filter((row): row is ParentBlock => row.type === 'row');
  const heads = rows.findIndex((row) => !row.header);
  const split = heads < 0 ? rows.length : heads;
  const node = (row: ParentBlock) => rowNode(row, cellsInColumns(row, rows[0]), table.align ?? [], layout, standing);
  const name = layout.heading === '' ? 'Table' : `Table in: ${layout.heading}`;
  const columns = Math.max(0, ...rows.slice(0, 1).map((row) => row.children.length));
  const body = rows.slice(split).map(node);
  return h(
    'div.frame',
    { role: 'group', tabIndex: 0, ariaLabel: name },
    h(
      'table',
      { ...blockAttributes(table, layout, standing), className: columns > manyColumns ? ['wide'] : undefined },
      h('caption.told', { dataTold: '' }, name),
      h('thead', rows.slice(0, split).map(node)),
      body.length > 0 ? h('tbody', body) : undefined,
    ),
  );
}

function rowNode(
  row: ParentBlock,
  cells: readonly (RedlineBlock | undefined)[],
  align: readonly AlignType[],
  layout: Layout,
  standing: Standing,
): Element {
  const moved = row.status.startsWith('moved') ? row.status : standing.moved;
  const inRow: Standing = { nested: true, ...(moved ? { moved } : {}) };
  const tag = rowTags[row.status];
  const shown = new Set<number>();
  const nodes = cells.map((cell, index) => {
    if (cell?.type !== 'cell') return h('td', { dataTold: '' });
    const runs = standingRuns(cell.runs, moved ?? cell.status);
    const inside = runNodes(runs, undefined);
    if (tag !== undefined && index === 0) inside.unshift(rowTag(tag, row));
    if (tag === undefined && cell.status !== 'same') inside.push(...signs(cell, shown));
    const side = align[index];
    const attributes = { ...blockAttributes(cell, layout, inRow), className: side ? [side] : undefined };
    const hasWords = runs.some((run) => run.text !== '');
    if (row.header && hasWords) return h('th', { ...attributes, scope: 'col' }, inside);
    if (index === 0 && hasWords) return h('th', { ...attributes, scope: 'row' }, inside);
    return h('td', attributes, inside);
  });
  return h('tr', blockAttributes(row, layout, inRow), nodes);
}

function rowTag(tag: string, row: ParentBlock): Element {
  return h('span.tag', { dataTold: '' }, tag, ...references(instructionsOf(row)));
}

// One sign is enough for all that one instruction does to a row.
function signs(cell: WordsBlock, shown: Set<number>): ElementContent[] {
  const fresh = instructionsOf(cell).filter((number) => !shown.has(number));
  for (const number of fresh) shown.add(number);
  return fresh.length > 0 ? [h('span.signs', { dataTold: '' }, ...references(fresh))] : [];
}

function references(numbers: readonly number[]): ElementContent[] {
  return numbers.map((number) =>
    h('a.number', { href: `#${instructionId(number)}`, ariaLabel: `Instruction ${number}` }, String(number)),
  );
}
