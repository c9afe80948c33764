import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DocumentOptions, OptionsPack, PackDocument } from '../../model/pack.ts';
import { commonTo } from '../common-to-options.ts';
import { documentName } from '../document-name.ts';
import { coverageSentences } from '../pack-sentences.ts';
import { groupsOf, sideBySide } from '../side-by-side.ts';
import { findStopsInGroups, type Stops, stopId } from '../stops.ts';
import { changeListHead, changeRows } from './change-list.ts';
import { choiceTable } from './choice-table.ts';
import { anchorsOf } from './document-page.ts';
import { specimenNotice } from './facts.ts';
import { legend } from './legend.ts';
import { optionPath, optionsFooter, optionsHeader, type Place } from './options-site.ts';
import { optionsText } from './options-text.ts';
import { sanitise } from './sanitise.ts';

/**
 * The content of the page of one document under all options: what is common to them once, and where they differ, the options
 * next to each other, or under one another where there is no room. An element with `data-option` is of that option only.
 */
export function optionsPage(pack: OptionsPack, document: DocumentOptions, places: readonly Place[]): ElementContent[] {
  const laid = sideBySide(document.options.map((option) => option.document.redline.blocks));
  const stops = findStopsInGroups(laid.stretches.flatMap(groupsOf));
  const [first] = document.options;
  if (!first) return [];
  return [
    optionsHeader(pack, places, document),
    h('main#main', [
      ...sanitise(head(pack, document, first.document)),
      ...sanitise(decisions(pack, document, stops)),
      h('input#only.only', { type: 'checkbox' }),
      h('label.only', { for: 'only' }, 'Show only what changes'),
      h(
        'article#text',
        { ariaLabel: `Text of ${documentName(first.document)}` },
        optionsText(pack, document, laid, stops),
      ),
    ]),
    optionsFooter(pack),
  ];
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
  const choices = pack.choices.filter(({ documents }) => documents.includes(key));
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
    ...(common ? commonChanges(common, stops) : []),
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

function commonChanges(common: PackDocument, stops: Stops): ElementContent[] {
  if (common.instructions.length === 0) return [];
  return [
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
  ];
}
