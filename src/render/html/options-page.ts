import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DocumentOptions, OptionsPack, PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { type SideBySide, type Stretch, sideBySide } from '../side-by-side.ts';
import { blockNodes } from './block-nodes.ts';
import { changeListHead, changeRows } from './change-list.ts';
import { choiceTable } from './choice-table.ts';
import { documentName } from './document-name.ts';
import { addClass, anchorsOf, contextOfChanges } from './document-page.ts';
import { coverageSentences, specimenNotice } from './facts.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { instructionId, noteMaker } from './note.ts';
import { optionPath, optionsFooter, optionsHeader, type Place } from './options-site.ts';
import { headingElement, outlineFrom } from './outline.ts';
import { sanitise } from './sanitise.ts';
import { findStopsInGroups, type Stops, stopId } from './stops.ts';

/**
 * The content of the page of one document under all options: what is common to them once, and where they differ, the options
 * next to each other, or under one another where there is no room. An element with `data-option` is of that option only.
 */
export function optionsPage(pack: OptionsPack, document: DocumentOptions, places: readonly Place[]): ElementContent[] {
  const laid = sideBySide(document.options.map((option) => option.document.redline.blocks));
  const stops = findStopsInGroups(laid.stretches.flatMap((stretch) => groupsOf(stretch)));
  const [first] = document.options;
  if (!first) return [];
  return [
    optionsHeader(pack, places, document),
    h('main#main', [
      ...sanitise(head(pack, document, first.document)),
      ...sanitise(decisions(pack, document, stops)),
      h('input#only.only', { type: 'checkbox' }),
      h('label.only', { for: 'only' }, 'Show only what changes'),
      h('article#text', { ariaLabel: `Text of ${documentName(first.document)}` }, text(pack, document, laid, stops)),
    ]),
    optionsFooter(pack),
  ];
}

function groupsOf(stretch: Stretch): readonly (readonly RedlineBlock[])[] {
  return stretch.type === 'shared' ? [stretch.blocks] : stretch.lists;
}

function text(pack: OptionsPack, { key, options }: DocumentOptions, laid: SideBySide, stops: Stops): ElementContent[] {
  const outline = outlineFrom(2);
  let level = 1;
  const numbers = pack.choices.filter(({ document }) => document === key).map(({ number }) => number);
  const layout: Layout = {
    stops,
    outline: (depth) => {
      level = outline(depth);
      return level;
    },
    note: noteMaker(options[0]?.document as PackDocument, stops),
    ids: new Set([...ownNames, ...numbers.map(instructionId), ...stops.all.map(stopId)]),
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
    return [h('div.options', { role: 'group', ariaLabel: 'Options for a vote' }, columns)];
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

function head({ change }: OptionsPack, { options }: DocumentOptions, document: PackDocument): ElementContent[] {
  return [
    h('p.kicker', `Options side by side · ${change.name} ${change.title}`),
    h('h1', documentName(document)),
    ...specimenNotice([document]),
    h(
      'p.summary',
      'What is common to all options stands once; where they differ, each option stands under its letter.',
    ),
    h('details.hashes', [
      h('summary', 'Full hashes (sha256)'),
      h('p', 'Before: ', h('code', document.redline.before.sha256)),
      ...options.map(({ letter, document: own }) =>
        h('p', `After, Option ${letter}: `, h('code', own.redline.after.sha256)),
      ),
    ]),
  ];
}

function decisions(pack: OptionsPack, { key, options }: DocumentOptions, stops: Stops): ElementContent[] {
  const choices = pack.choices.filter(({ document }) => document === key);
  const numbers = new Set(choices.map(({ number }) => number));
  const [first] = options;
  const common = first && commonTo(first.document, numbers);
  const anchors = new Map(
    choices.map(({ number }) => {
      const stop = stops.all.find(({ by }) => by.includes(number));
      return [number, stop ? `#${stopId(stop)}` : '#text'] as const;
    }),
  );
  return [
    legend(options.map(({ document }) => document)),
    h('section', { ariaLabel: 'To be decided on this page' }, [
      h('h2#decide', 'To be decided on this page'),
      choices.length === 0
        ? h('p', 'Nothing: all options say the same here.')
        : choiceTable(choices, ({ number }) => anchors.get(number) ?? '#text', true),
    ]),
    ...(common && common.instructions.length > 0
      ? [
          h('section.changes', { ariaLabel: 'Common to all options' }, [
            h('h2#changes', 'Common to all options'),
            h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'List of changes common to all options' }, [
              h('table.list', [
                h('caption.told', 'Changes common to all options'),
                changeListHead(),
                h('tbody', changeRows(common, anchorsOf(common, stops), true)),
              ]),
            ]),
          ]),
        ]
      : []),
    h('section.coverage', { ariaLabel: 'What is not touched' }, [
      h('h2', 'What is not touched'),
      ...options.map(({ letter, document }) =>
        h('p', [
          h('a', { href: optionPath(letter, 'index.html') }, `Option ${letter}`),
          `: ${coverageSentences(document).join(' ')}`,
        ]),
      ),
    ]),
  ];
}

function commonTo(document: PackDocument, numbers: ReadonlySet<number>): PackDocument {
  const changes = document.redline.changes.filter(({ by }) => by === undefined || !numbers.has(by));
  const instructions = document.instructions.filter(({ number }) => !numbers.has(number));
  return { ...document, instructions, redline: { ...document.redline, changes } };
}
