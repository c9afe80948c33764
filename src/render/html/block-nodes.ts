import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { ParentBlock, RedlineBlock, RuleBlock, WordsBlock } from '../../model/redline.ts';
import { isCheckComment } from '../../source/check-comment.ts';
import { leadingLabel } from '../leading-label.ts';
import { standingRuns } from '../standing-runs.ts';
import { stopId } from '../stops.ts';
import { endNodes } from './end-nodes.ts';
import { headingElement } from './heading-element.ts';
import { blockAttributes, type Layout, type Standing } from './layout.ts';
import { footnoteId, runNodes } from './run-nodes.ts';
import { tableNodes } from './table-nodes.ts';
import { told } from './told.ts';

const source = { code: undefined, html: 'HTML, shown as its source', 'front-matter': undefined } as const;

/** A block as page content, with its note where a stop begins at it. */
export function blockNodes(block: RedlineBlock, layout: Layout, standing: Standing): ElementContent[] {
  const inside = block.status.startsWith('moved') ? { ...standing, moved: block.status } : standing;
  const nodes = ownNodes(block, layout, inside);
  const stop = layout.stops.at.get(block);
  const renumbers = block.status === 'relabelled' ? '.renumbers' : '';
  return stop ? [h(`div.change${renumbers}`, { id: stopId(stop) }, layout.note(stop), ...nodes)] : nodes;
}

function ownNodes(block: RedlineBlock, layout: Layout, standing: Standing): ElementContent[] {
  switch (block.type) {
    case 'heading':
      return [headingNode(block, layout, standing)];
    case 'paragraph':
      return [paragraphNode(block, layout, standing)];
    case 'cell':
      return [h('div', blockAttributes(block, layout, standing), runNodes(runsOf(block, standing), undefined))];
    case 'code':
    case 'html':
      return [sourceNode(block, layout, standing)];
    case 'front-matter':
      return [frontMatterNode(block, layout, standing)];
    case 'link-definition':
      return [
        h('p.definition', blockAttributes(block, layout, standing), runNodes(runsOf(block, standing), undefined)),
      ];
    case 'rule':
      return [ruleNode(block, layout, standing)];
    case 'list':
      return [listNode(block, layout, standing)];
    case 'table':
      return [tableNodes(block, layout, standing)];
    default:
      return [containerNode(block, layout, standing)];
  }
}

function runsOf(block: WordsBlock, standing: Standing) {
  return standingRuns(block.runs, standing.moved ?? block.status);
}

function headingNode(block: WordsBlock, layout: Layout, standing: Standing): Element {
  const { name, ariaLevel } = headingElement(layout.outline(block.depth ?? 1));
  const runs = runsOf(block, standing);
  layout.heading = runs.map((run) => (run.type === 'deleted' ? '' : run.text)).join('');
  const attributes = { ...blockAttributes(block, layout, standing), dataDepth: String(block.depth ?? 1), ariaLevel };
  const label = standing.nested ? undefined : leadingLabel('heading', runs);
  return h(name, attributes, runNodes(runs, label), endNodes(block, layout));
}

function paragraphNode(block: WordsBlock, layout: Layout, standing: Standing): Element {
  const runs = runsOf(block, standing);
  const label = standing.nested ? standing.label : leadingLabel('paragraph', runs);
  return h('p', blockAttributes(block, layout, standing), runNodes(runs, label), endNodes(block, layout));
}

function sourceNode(block: WordsBlock, layout: Layout, standing: Standing): Element {
  const title = block.type === 'code' ? `Code${block.language ? `, ${block.language}` : ''}` : source.html;
  return h(
    'div.source',
    {
      role: 'group',
      ariaLabel: title,
      className: block.status === 'same' ? undefined : ['marked'],
      hidden: block.status === 'same' && isCheckComment(block.runs.map(({ text }) => text).join('')),
    },
    h(
      'pre',
      { ...blockAttributes(block, layout, standing), tabIndex: 0 },
      h('code', runNodes(runsOf(block, standing), undefined)),
    ),
  );
}

function frontMatterNode(block: WordsBlock, layout: Layout, standing: Standing): Element {
  return h(
    'details.front-matter',
    { open: block.status !== 'same' },
    h('summary', { dataTold: '' }, 'Particulars at the head of the file'),
    h('pre', blockAttributes(block, layout, standing), h('code', runNodes(runsOf(block, standing), undefined))),
  );
}

function ruleNode(block: RuleBlock, layout: Layout, standing: Standing): Element {
  const rule = h('hr', blockAttributes(block, layout, standing));
  if (block.status === 'same') return rule;
  const deed = block.status === 'inserted' || block.status === 'moved-to' ? 'inserted' : 'omitted';
  return h('div.rule', h('span.tag', { dataTold: '' }, `Dividing line ${deed}`), rule);
}

function listNode(block: ParentBlock, layout: Layout, standing: Standing): Element {
  const ordered = block.first !== undefined;
  const attributes = { ...blockAttributes(block, layout, standing), start: ordered ? block.first : undefined };
  let before = block.first ?? 1;
  let after = before;
  const items = block.children.map((item) => {
    const gone = item.status === 'deleted' || item.status === 'moved-from';
    const value = gone ? before : after;
    if (item.status !== 'inserted' && item.status !== 'moved-to') before += 1;
    if (!gone) after += 1;
    return itemNode(item, ordered && block.status !== 'same' ? value : undefined, layout, standing);
  });
  return h(ordered ? 'ol' : 'ul', attributes, items);
}

function itemNode(item: RedlineBlock, value: number | undefined, layout: Layout, standing: Standing): Element {
  const moved = item.status.startsWith('moved') ? item.status : standing.moved;
  const inside: Standing = { nested: true, ...(moved ? { moved } : {}) };
  let opens = true;
  let labelled = false;
  const nodes = ('children' in item ? item.children : []).flatMap((block) => {
    const label = opens && block.type === 'paragraph' ? leadingLabel('item', runsOf(block, inside)) : undefined;
    labelled ||= label !== undefined;
    // What replaces a deleted opening opens the item too.
    opens &&= block.status === 'deleted';
    return blockNodes(block, layout, label === undefined ? inside : { ...inside, label });
  });
  return h(
    'li',
    { ...blockAttributes(item, layout, inside), value, className: labelled ? ['labelled'] : undefined },
    nodes,
  );
}

function containerNode(block: ParentBlock, layout: Layout, standing: Standing): Element {
  const inside = { ...standing, nested: true };
  const children = block.children.flatMap((child) => blockNodes(child, layout, inside));
  if (block.type !== 'footnote') return h('blockquote', blockAttributes(block, layout, standing), children);
  const name = block.identifier ?? '';
  const id = footnoteId(name);
  const fresh = !layout.ids.has(id);
  layout.ids.add(id);
  return h(
    'div.footnote',
    blockAttributes(block, layout, standing),
    h('span.name', { dataTold: '', id: fresh ? id : undefined }, told('footnote'), name),
    ...children,
  );
}
