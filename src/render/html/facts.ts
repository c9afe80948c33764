import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PackDocument } from '../../model/pack.ts';
import { specimenWords } from '../pack-sentences.ts';

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

/** A hash cut short, with the whole of it behind. */
export function shortHash(sha256: string): Element {
  return h('code.hash', { title: `sha256 ${sha256}` }, sha256.slice(0, 12));
}

/** The notice that texts are specimens, where one of them is. */
export function specimenNotice(documents: readonly PackDocument[]): Element[] {
  const words = specimenWords(documents);
  return words === undefined ? [] : [h('p.notice', [h('strong', 'Specimen.'), ` ${words}`])];
}
