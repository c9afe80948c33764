import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DocumentOptions, OptionsPack, PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { outlineFrom } from '../outline.ts';
import type { SideBySide } from '../side-by-side.ts';
import { type Stops, stopId } from '../stops.ts';
import { blockNodes } from './block-nodes.ts';
import { addClass, contextOfChanges } from './document-page.ts';
import { headingElement } from './heading-element.ts';
import type { Layout } from './layout.ts';
import { instructionId, noteMaker } from './note.ts';

/** The text of a document under all options: what they share once, and where they differ, each under its letter. */
export function optionsText(
  pack: OptionsPack,
  { key, options }: DocumentOptions,
  laid: SideBySide,
  stops: Stops,
): ElementContent[] {
  const outline = outlineFrom(2);
  let level = 1;
  const numbers = pack.choices.filter(({ documents }) => documents.includes(key)).map(({ number }) => number);
  const layout: Layout = {
    stops,
    outline: (depth) => {
      level = outline(depth);
      return level;
    },
    note: noteMaker(options[0]?.document as PackDocument, stops),
    ids: new Set([...ownNames, ...numbers.map(instructionId), ...stops.all.map(stopId)]),
    parted: false,
    heading: '',
  };
  const marker: RedlineBlock = { type: 'rule', status: 'changed' };
  const kept = contextOfChanges(laid.stretches.flatMap((part) => (part.type === 'shared' ? part.blocks : [marker])));
  return laid.stretches.flatMap((stretch): ElementContent[] => {
    if (stretch.type === 'shared') return sharedNodes(stretch.blocks, laid, layout, kept);
    const above = level;
    const columns = options.map(({ letter, document }, index) => {
      const own = { ...layout, note: noteMaker(document, stops), heading: layout.heading };
      const blocks = stretch.lists[index] ?? [];
      return optionNode(letter, above + 1, nodesOf(blocks, laid, own), blocks);
    });
    const wide = stretch.lists.flat().some(({ type }) => type === 'table' || type === 'code');
    const className = wide ? ['stacked'] : undefined;
    return [h('div.options', { className, role: 'group', ariaLabel: 'Options for a vote' }, columns)];
  });
}

const ownNames = ['main', 'marks', 'decide', 'changes', 'only', 'text'];

function sharedNodes(
  blocks: readonly RedlineBlock[],
  laid: SideBySide,
  layout: Layout,
  kept: ReadonlySet<RedlineBlock>,
): ElementContent[] {
  return blocks.flatMap((block) => {
    const nodes = nodesOf([block], laid, layout);
    if (block.status === 'same' && !kept.has(block)) for (const node of nodes) addClass(node, 'same');
    return nodes;
  });
}

function nodesOf(blocks: readonly RedlineBlock[], { continued }: SideBySide, layout: Layout): ElementContent[] {
  return blocks.flatMap((block) => {
    const nodes = blockNodes(block, layout, { nested: false });
    if (continued.has(block)) for (const node of nodes) tellHead(node);
    return nodes;
  });
}

function optionNode(
  letter: string,
  level: number,
  nodes: readonly ElementContent[],
  blocks: readonly RedlineBlock[],
): Element {
  const { name, ariaLevel } = headingElement(level);
  const stays = blocks.every(({ status }) => status === 'same');
  const said = blocks.length === 0 ? 'Nothing stands here.' : stays ? 'This stays as it is.' : undefined;
  return h('div.option', { dataOption: letter, role: 'group', ariaLabel: `Option ${letter}` }, [
    h(`${name}.option-name`, { ariaLevel, dataTold: '' }, `Option ${letter}`),
    ...(said === undefined ? [] : [h('p.stays', { dataTold: '' }, said)]),
    ...nodes,
  ]);
}

// The head of a table that only goes on was shown, and read, where it began.
function tellHead(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (node.tagName !== 'thead') {
    node.children.forEach(tellHead);
    return;
  }
  node.properties.dataTold = '';
  forget(node);
}

function forget(node: ElementContent): void {
  if (node.type !== 'element') return;
  for (const name of ['id', 'dataBlock', 'dataStatus']) delete node.properties[name];
  node.children.forEach(forget);
}
