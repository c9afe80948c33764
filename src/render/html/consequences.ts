import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Pack } from '../../model/pack.ts';
import { type TellingTable, tellConsequences } from '../consequence-tables.ts';

/** The path of the page of a document, from its key; empty on that page itself. */
export type PageOf = (document: string) => string | undefined;

/** What follows elsewhere, as a part of a page: what was checked, and a table for each kind of consequence that there is. */
export function consequenceSection(pack: Pack, pageOf: PageOf, document?: string): readonly Element[] {
  const telling = tellConsequences(pack, document);
  if (!telling) return [];
  return [
    h('section.consequences', { ariaLabel: 'What follows elsewhere' }, [
      h('h2#consequences', 'What follows elsewhere'),
      ...telling.sentences.map((sentence) => h('p', sentence)),
      ...telling.tables.map((each) => tableElement(each, pageOf)),
    ]),
  ];
}

function tableElement({ caption, heads, rows }: TellingTable, pageOf: PageOf): Element {
  return h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: caption }, [
    h('table.list', [
      h('caption', `${caption} (${rows.length})`),
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        rows.map((cells) =>
          h(
            'tr',
            cells.map((cell, index) => cellElement(cell, index === 0, pageOf)),
          ),
        ),
      ),
    ]),
  ]);
}

function cellElement({ words, target }: TellingTable['rows'][number][number], names: boolean, pageOf: PageOf): Element {
  const path = target && pageOf(target.document);
  const inside = target && path !== undefined ? h('a', { href: `${path}#${target.id}` }, words) : words;
  return names ? h('th', { scope: 'row' }, inside) : h('td', inside);
}
