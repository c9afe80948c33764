import type { Element } from 'hast';
import { h } from 'hastscript';

/** Words that only assistive technology reads out, and that are not of the document's own text. */
export function told(words: string): Element {
  return h('span.told', { dataTold: '' }, ` ${words} `);
}
