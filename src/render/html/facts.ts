import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Pack, PackDocument } from '../../model/pack.ts';

/** A name and what it stands for; left out where there is nothing. */
export type Fact = readonly [string, ElementContent | string | undefined];

/** Particulars in two columns. */
export function facts(entries: readonly Fact[]): Element {
  const shown = entries.filter(([, value]) => value !== undefined);
  return h(
    'dl.facts',
    shown.map(([name, value]) => h('div', h('dt', name), h('dd', value))),
  );
}

/** What is known of the change, for the head of a page. */
export function changeFacts({ change }: Pick<Pack, 'change'>): readonly Fact[] {
  return [
    ['Stage', change && sentence(change.stage)],
    ['Proposer', change?.proposer],
    ['Date', change?.date],
  ];
}

/** A hash cut short, with the whole of it behind. */
export function shortHash(sha256: string): Element {
  return h('code.hash', { title: `sha256 ${sha256}` }, sha256.slice(0, 12));
}

/** The notice that texts are specimens, where one of them is. */
export function specimenNotice(documents: readonly PackDocument[]): Element[] {
  if (!documents.some(({ frontMatter }) => frontMatter.status === 'specimen')) return [];
  return [
    h('p.notice', [
      h('strong', 'Specimen.'),
      ' The documents here were written to show a redline. They are not the text of the Smart Energy Code, and they have no legal effect.',
    ]),
  ];
}

/** What was compared, what stands unchanged, and what was left out, in sentences. */
export function coverageSentences({ redline }: PackDocument): readonly string[] {
  const { blocksBefore, blocksAfter, blocksUnchanged, suppressed, notCompared } = redline.coverage;
  return [
    `All ${blocksBefore} blocks of the text before (headings, paragraphs, items, cells) were compared with all ${blocksAfter} of the text after; ${blocksUnchanged} stand unchanged.`,
    ...(suppressed > 0
      ? [
          `${suppressed === 1 ? '1 label or citation only changes its' : `${suppressed} labels and citations only change their`} number; ${suppressed === 1 ? 'it is' : 'they are'} marked as renumbering.`,
        ]
      : []),
    ...(notCompared.length > 0
      ? [`Not compared: ${notCompared.join('; ')}.`]
      : ['Nothing was left out of the comparison.']),
  ];
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
