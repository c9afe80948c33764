import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Change } from '../../model/change.ts';
import type { Pack, PackDocument } from '../../model/pack.ts';
import { changeName, documentName, shortName } from '../document-name.ts';
import { changeParticulars, coverageSentences, packSummary } from '../pack-sentences.ts';
import { changeListHead, changeRows } from './change-list.ts';
import { consequenceSection, type PageOf } from './consequences.ts';
import { anchorsOf, besideLink, type Sibling, siteFooter } from './document-page.ts';
import { expectationSection } from './expectations.ts';
import { facts, shortHash, specimenNotice } from './facts.ts';
import { legend } from './legend.ts';
import { prose } from './prose.ts';
import { sanitise } from './sanitise.ts';

/** The content of the first page: what the change is, the documents, every change, the reasons, and what stays. */
export function indexPage(pack: Pack, siblings: readonly Sibling[]): ElementContent[] {
  const { change, documents } = pack;
  const name = change ? `${changeName(change)}: ${change.title}` : 'Redlines';
  return [
    h('main#main', [
      ...sanitise([
        h('p.kicker', 'Redline'),
        h('h1', name),
        ...besideLink(pack),
        ...specimenNotice(documents),
        facts(changeParticulars(pack)),
        h('p.summary', packSummary(pack)),
        contents(pack),
        documentTable(siblings),
        ...(change ? whatFor(change) : []),
        ...expectationSection(pack),
        ...consequenceSection(pack, pageOf(siblings)),
        untouched(documents),
        changeTable(siblings),
        legend(documents),
      ]),
    ]),
    siteFooter(pack),
  ];
}

function contents({ change, expectations = [], consequences }: Pack): Element {
  const entries = [
    ['documents', 'The documents'],
    ...(change && change.prose.trim() !== '' ? [['why', 'Why']] : []),
    ...(expectations.length > 0 ? [['afterwards', 'What must be true afterwards']] : []),
    ...(consequences ? [['consequences', 'What follows elsewhere']] : []),
    ['untouched', 'What is not touched'],
    ['changes', 'The changes'],
    ['marks', 'How to read the marks'],
  ];
  return h('nav.contents', { ariaLabel: 'On this page' }, [
    h(
      'ul',
      entries.map(([id, words]) => h('li', h('a', { href: `#${id}` }, words))),
    ),
  ]);
}

function pageOf(siblings: readonly Sibling[]): PageOf {
  const paths = new Map(siblings.map(({ document, path }) => [document.key, path]));
  return (key) => paths.get(key);
}

function untouched(documents: readonly PackDocument[]): Element {
  return h('section', { ariaLabel: 'What is not touched' }, [
    h('h2#untouched', 'What is not touched'),
    h(
      'dl.coverage',
      documents.map((document) =>
        h('div', h('dt', shortName(document)), h('dd', coverageSentences(document).join(' '))),
      ),
    ),
  ]);
}

function documentTable(siblings: readonly Sibling[]): ElementContent {
  const heads = ['Document', 'Changes', 'Version', 'Text before', 'Text after'];
  return h('section', { ariaLabel: 'The documents' }, [
    h('h2#documents', 'The documents'),
    h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'Table of documents' }, [
      h('table.list.documents', [
        h('caption.told', 'The documents'),
        h(
          'thead',
          h(
            'tr',
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        h(
          'tbody',
          siblings.map(({ document, path }) =>
            h('tr', [
              h('th', { scope: 'row' }, h('a', { href: path }, documentName(document))),
              h('td', String(document.redline.changes.length)),
              h('td', document.frontMatter.version ?? document.redline.before.version ?? ''),
              h('td', shortHash(document.redline.before.sha256)),
              h('td', shortHash(document.redline.after.sha256)),
            ]),
          ),
        ),
      ]),
    ]),
    h('details.hashes', [
      h('summary', 'Full hashes (sha256)'),
      ...siblings.flatMap(({ document }) => [
        h('p', `${shortName(document)} before: `, h('code', document.redline.before.sha256)),
        h('p', `${shortName(document)} after: `, h('code', document.redline.after.sha256)),
      ]),
    ]),
  ]);
}

function changeTable(siblings: readonly Sibling[]): ElementContent {
  return h('section', { ariaLabel: 'The changes' }, [
    h('h2#changes', 'The changes'),
    h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'Table of changes' }, [
      h('table.list', [
        h('caption.told', 'The changes'),
        changeListHead(),
        ...siblings.map(({ document, path }) => {
          const anchorOf = anchorsOf(document);
          return h('tbody', [
            h('tr', h('th.group', { colSpan: 4, scope: 'rowgroup' }, documentName(document))),
            ...changeRows(document, (change) => `${path}${anchorOf(change)}`, false),
          ]);
        }),
      ]),
    ]),
  ]);
}

function whatFor(change: Change): ElementContent[] {
  const why = prose(change.prose, 3);
  return why.length > 0 ? [h('section.prose', { ariaLabel: 'Why' }, [h('h2#why', 'Why'), ...why])] : [];
}
