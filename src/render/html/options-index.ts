import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { OptionsPack, PackDocument, PrintedChoice } from '../../model/pack.ts';
import { documentName, shortName } from '../document-name.ts';
import { changeParticulars, optionsSummary } from '../pack-sentences.ts';
import { choiceTable } from './choice-table.ts';
import { expectationsOfOptions } from './expectations.ts';
import { facts, shortHash, specimenNotice } from './facts.ts';
import { legend } from './legend.ts';
import { instructionId } from './note.ts';
import { optionPath, optionsFooter, type Place } from './options-site.ts';
import { prose } from './prose.ts';
import { sanitise } from './sanitise.ts';

/** The content of the first page of a change with options: what is to be decided, and the way to each option and document. */
export function optionsIndex(pack: OptionsPack, places: readonly Place[]): ElementContent[] {
  const { change, options } = pack;
  const why = prose(change.prose, 3);
  const documents = pack.documents.flatMap((document) => document.options.map((option) => option.document));
  const results = options.map(({ letter, pack: { expectations = [] } }) => ({ option: letter, expectations }));
  return [
    h('main#main', [
      ...sanitise([
        h('p.kicker', 'Options for a vote'),
        h('h1', `${change.name}: ${change.title}`),
        ...specimenNotice(documents),
        facts(changeParticulars(pack)),
        h('p.summary', optionsSummary(pack)),
        contents(
          why.length > 0,
          results.some(({ expectations }) => expectations.length > 0),
        ),
        ...decisions(pack, places),
        ...optionTable(pack),
        ...(why.length > 0 ? [h('section.prose', { ariaLabel: 'Why' }, [h('h2#why', 'Why'), ...why])] : []),
        ...expectationsOfOptions(change, results),
        legend(documents),
      ]),
    ]),
    optionsFooter(pack),
  ];
}

function contents(hasProse: boolean, hasExpectations: boolean): ElementContent {
  const entries = [
    ['decide', 'What is to be decided'],
    ['options', 'Each option in full'],
    ...(hasProse ? [['why', 'Why']] : []),
    ...(hasExpectations ? [['afterwards', 'What must be true afterwards']] : []),
    ['marks', 'How to read the marks'],
  ];
  const links = entries.map(([id, words]) => h('li', h('a', { href: `#${id}` }, words)));
  return h('nav.contents', { ariaLabel: 'On this page' }, [h('ul', links)]);
}

function decisions({ choices, documents }: OptionsPack, places: readonly Place[]): ElementContent[] {
  return [
    h('section', { ariaLabel: 'What is to be decided' }, [
      h('h2#decide', 'What is to be decided'),
      ...documents.flatMap(({ key, options }): ElementContent[] => {
        const own = choices.filter(({ documents }) => documents.includes(key));
        const path = places.find(({ document }) => document.key === key)?.path ?? 'index.html';
        const name = documentName(options[0]?.document as PackDocument);
        const addressOf = ({ number }: PrintedChoice) => `${path}#${instructionId(number)}`;
        const link = h('h3', h('a', { href: path }, name));
        return [link, own.length > 0 ? choiceTable(own, addressOf, false) : h('p', 'All options say the same here.')];
      }),
    ]),
  ];
}

function optionTable({ options }: OptionsPack): ElementContent[] {
  const heads = ['Option', 'Document', 'Changes', 'Text before', 'Text after'];
  const rows = options.flatMap(({ letter, pack }) =>
    pack.documents.map(({ redline, ...document }, index) =>
      h('tr', [
        index === 0
          ? h('th', { scope: 'row' }, h('a', { href: optionPath(letter, 'index.html') }, `Option ${letter}`))
          : h('td', ''),
        h('td', shortName({ redline, ...document })),
        h('td', String(redline.changes.length)),
        h('td', shortHash(redline.before.sha256)),
        h('td', shortHash(redline.after.sha256)),
      ]),
    ),
  );
  return [
    h('section', { ariaLabel: 'Each option in full' }, [
      h('h2#options', 'Each option in full'),
      h('p', 'Each option has a redline of its own, carried out and proved by itself:'),
      h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'Table of options' }, [
        h('table.list.documents', [
          h('caption.told', 'Each option in full'),
          h(
            'thead',
            h(
              'tr',
              heads.map((head) => h('th', { scope: 'col' }, head)),
            ),
          ),
          h('tbody', rows),
        ]),
      ]),
    ]),
  ];
}
