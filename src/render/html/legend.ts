import type { Element } from 'hast';
import { h } from 'hastscript';
import { told } from './told.ts';

/** How to read the marks of a redline. The marks it shows are samples, told like the real ones. */
export function legend(): Element {
  return h('section.legend', { ariaLabel: 'How to read the marks' }, [
    h('h2#marks', 'How to read the marks'),
    h('dl', [
      entry(
        h('ins', told('insertion starts'), 'words inserted', told('insertion ends')),
        'stand in the text after only.',
      ),
      entry(
        h('del', told('deletion starts'), 'words omitted', told('deletion ends')),
        'stand in the text before only.',
      ),
      entry(
        h('span.bar', 'A bar in the margin'),
        'stands beside every block that changes, and a note beside the bar says what is done, by which instruction, and why.',
      ),
      entry(h('span', 'Unmarked words'), 'are the same in both texts.'),
    ]),
  ]);
}

function entry(mark: Element, meaning: string): Element {
  return h('div', h('dt', mark), h('dd', meaning));
}
