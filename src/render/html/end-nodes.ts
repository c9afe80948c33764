import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { WordsBlock } from '../../model/redline.ts';
import { placeBefore } from '../place-before.ts';
import type { Layout } from './layout.ts';

const endings = {
  inserted: { tag: 'ins', words: 'new paragraph begins here' },
  deleted: { tag: 'del', words: 'paragraphs joined here' },
} as const;

/** What stands at the end of a paragraph or heading: what it was before, and the sign of an end that only one text has. */
export function endNodes(block: WordsBlock, layout: Layout): ElementContent[] {
  // What was split off is told by the sign before it.
  const was = layout.parted ? undefined : placeBefore(block);
  layout.parted = block.ending !== undefined;
  return [
    ...(was === undefined ? [] : [h('span.address', { dataTold: '' }, ` [${was}]`)]),
    ...(block.ending === undefined ? [] : [breakSign(block.ending)]),
  ];
}

/** The sign of the end of a paragraph that only one text has, with words beside it. */
export function breakSign(ending: 'inserted' | 'deleted'): Element {
  const { tag, words } = endings[ending];
  return h('span.break', { dataTold: '' }, [h(tag, { ariaHidden: 'true' }, '¶'), h('span.address', ` ${words}`)]);
}
