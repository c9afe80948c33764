import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Pack, PackDocument } from '../../model/pack.ts';
import type { RedlineBlock, RedlineChange } from '../../model/redline.ts';
import { changeName, counted, documentName, shortName } from '../document-name.ts';
import { holdsRelabel } from '../marks-held.ts';
import { outlineFrom } from '../outline.ts';
import { changeParticulars, coverageSentences } from '../pack-sentences.ts';
import { findStops, type Stops, stopId } from '../stops.ts';
import { blockNodes } from './block-nodes.ts';
import { type AnchorOf, changeListHead, changeRows } from './change-list.ts';
import { consequenceSection } from './consequences.ts';
import { facts, shortHash, specimenNotice } from './facts.ts';
import type { Layout } from './layout.ts';
import { legend } from './legend.ts';
import { instructionId, noteMaker } from './note.ts';
import { sanitise } from './sanitise.ts';

/** A link to the page of another document of the pack. */
export interface Sibling {
  readonly document: PackDocument;
  readonly path: string;
}

/** The content of the page of one document: particulars, marks, the list of changes, and the whole text with marks. */
export function documentPage(pack: Pack, document: PackDocument, siblings: readonly Sibling[]): ElementContent[] {
  const { redline } = document;
  const stops = findStops(redline.blocks);
  const layout: Layout = {
    stops,
    outline: outlineFrom(2),
    note: noteMaker(document, stops),
    ids: new Set(ownNames(document, stops)),
    parted: false,
    heading: '',
  };
  const kept = contextOfChanges(redline.blocks);
  const text = redline.blocks.flatMap((block) => {
    const nodes = blockNodes(block, layout, { nested: false });
    if (block.status === 'same' && !kept.has(block)) for (const node of nodes) addClass(node, 'same');
    return nodes;
  });
  return [
    siteHeader(pack, document, siblings),
    h('main#main', [
      ...sanitise(head(pack, document)),
      ...sanitise(overview(document, stops)),
      ...sanitise([...consequenceSection(pack, (key) => (key === document.key ? '' : undefined), document.key)]),
      h('input#only.only', { type: 'checkbox' }),
      h('label.only', { for: 'only' }, 'Show only what changes'),
      ...renumberingSwitch(redline.blocks),
      h('article#text', { ariaLabel: `Text of ${documentName(document)}` }, text),
    ]),
    siteFooter(pack),
  ];
}

// What the page itself names cannot be the name of a provision.
function ownNames(document: PackDocument, stops: Stops): readonly string[] {
  return [
    ...['main', 'marks', 'changes', 'consequences', 'only', 'renumbering', 'text'],
    ...document.instructions.map(({ number }) => instructionId(number)),
    ...stops.all.map(stopId),
  ];
}

// Without script: what follows the box in the page can be styled by it.
function renumberingSwitch(blocks: readonly RedlineBlock[]): readonly Element[] {
  if (!holdsRelabel(blocks)) return [];
  return [
    h('input#renumbering.only', { type: 'checkbox' }),
    h('label.only', { for: 'renumbering' }, 'Hide renumbering'),
  ];
}

/** Where on its page each change of a document is shown. */
export function anchorsOf({ redline }: PackDocument, stops: Stops = findStops(redline.blocks)): AnchorOf {
  return (change: RedlineChange) => {
    const anchor = change.id === undefined ? undefined : stops.anchors.get(change.id);
    if (anchor !== undefined) return anchor;
    const stop = stops.all.find(({ by }) => change.by !== undefined && by.includes(change.by));
    return stop ? `#${stopId(stop)}` : '#text';
  };
}

/** The way from the pages of one option to those that show all options side by side, where there are such. */
export function besideLink({ beside }: Pack): readonly Element[] {
  return beside === undefined ? [] : [h('p.beside', h('a', { href: beside }, 'All options side by side'))];
}

/** What stands at the foot of every page. */
export function siteFooter({ tool, change }: Pack): Element {
  const origin = change ? 'the text before and the amending instructions' : 'the two texts';
  return h('footer', h('p', `Made by ${tool.name} ${tool.version} from ${origin}. It states no law.`));
}

function siteHeader(pack: Pack, document: PackDocument, siblings: readonly Sibling[]): Element {
  const name = pack.change ? changeName(pack.change) : 'All documents';
  return h('header.site', [
    h('nav', { ariaLabel: 'Documents' }, [
      h('a.home', { href: 'index.html' }, name),
      h(
        'ul',
        siblings.map((sibling) =>
          h(
            'li',
            h(
              'a',
              { href: sibling.path, ariaCurrent: sibling.document === document ? 'page' : undefined },
              shortName(sibling.document),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

function head(pack: Pack, document: PackDocument): ElementContent[] {
  const { change } = pack;
  const { redline, frontMatter } = document;
  return [
    h('p.kicker', change ? `Redline · ${changeName(change)} ${change.title}` : 'Redline'),
    h('h1', documentName(document)),
    ...besideLink(pack),
    ...specimenNotice([document]),
    facts([
      ...changeParticulars(pack),
      ['Version before', frontMatter.version ?? redline.before.version],
      ['Text before', shortHash(redline.before.sha256)],
      ['Text after', shortHash(redline.after.sha256)],
    ]),
    h('details.hashes', [
      h('summary', 'Full hashes (sha256)'),
      h('p', 'Before: ', h('code', redline.before.sha256)),
      h('p', 'After: ', h('code', redline.after.sha256)),
    ]),
  ];
}

function overview(document: PackDocument, stops: Stops): ElementContent[] {
  const { changes } = document.redline;
  const first = stops.all[0];
  return [
    legend([document]),
    h('section.changes', { ariaLabel: 'Changes on this page' }, [
      h('h2#changes', 'Changes on this page'),
      h('p', [
        `${counted(changes.length, 'change')}${document.instructions.length > 0 ? ` by ${counted(document.instructions.length, 'instruction')}` : ''}, in ${counted(stops.all.length, 'place')}.`,
        ...(first ? [' ', h('a.jump', { href: `#${stopId(first)}` }, 'Go to the first')] : []),
      ]),
      changes.length > 0 || document.instructions.length > 0
        ? h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'List of changes' }, [
            h('table.list', [
              h('caption.told', 'Changes on this page'),
              changeListHead(),
              h('tbody', changeRows(document, anchorsOf(document, stops), true)),
            ]),
          ])
        : undefined,
    ]),
    h('section.coverage', { ariaLabel: 'What is not touched' }, [
      h('h2', 'What is not touched'),
      ...coverageSentences(document).map((sentence) => h('p', sentence)),
    ]),
  ];
}

/** The blocks that stay when only changes are shown: the headings above changes, and the words that open a list or lead to a table. */
export function contextOfChanges(blocks: readonly RedlineBlock[]): ReadonlySet<RedlineBlock> {
  const kept = new Set<RedlineBlock>();
  const open: { readonly depth: number; readonly block: RedlineBlock }[] = [];
  blocks.forEach((block, index) => {
    if (block.type === 'heading') {
      const depth = block.depth ?? 1;
      while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
      open.push({ depth, block });
    }
    if (block.status === 'same') return;
    for (const heading of open) kept.add(heading.block);
    const before = blocks[index - 1];
    if (before?.type === 'paragraph' && (block.type === 'list' || block.type === 'table')) kept.add(before);
  });
  return kept;
}

/** Adds a class to an element. */
export function addClass(node: ElementContent, name: string): void {
  if (node.type !== 'element') return;
  const { className } = node.properties;
  node.properties.className = [...(Array.isArray(className) ? className : []), name];
}
