import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Pack } from '../../model/pack.ts';
import { tellConsequences } from '../consequence-tables.ts';

/** What follows elsewhere in one document, as blocks of Markdown: what was checked, and a table for each kind of consequence. */
export function consequenceBlocks(pack: Pack, document: string): RootContent[] {
  const telling = tellConsequences(pack, document);
  if (!telling) return [];
  return [
    paragraph({ type: 'strong', children: [{ type: 'text', value: 'What follows elsewhere.' }] }),
    ...telling.sentences.map((value) => paragraph({ type: 'text', value })),
    ...telling.tables.flatMap(({ caption, heads, rows }): RootContent[] => [
      paragraph({ type: 'strong', children: [{ type: 'text', value: `${caption} (${rows.length}).` }] }),
      { type: 'table', children: [row(heads), ...rows.map((cells) => row(cells.map(({ words }) => words)))] },
    ]),
  ];
}

function paragraph(child: PhrasingContent): RootContent {
  return { type: 'paragraph', children: [child] };
}

function row(cells: readonly string[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: value === '' ? [] : [{ type: 'text', value }] })),
  };
}
