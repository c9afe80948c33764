import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PackDocument } from '../../model/pack.ts';
import { endingsIn, holdsMove, holdsRelabel } from '../marks-held.ts';
import { breakSign } from './end-nodes.ts';
import { told } from './told.ts';

/** How to read the marks of these redlines. The marks it shows are samples, told like the real ones. */
export function legend(documents: readonly PackDocument[]): Element {
  const moves = documents.some(({ redline }) => redline.blocks.some(holdsMove));
  const relabels = documents.some(({ redline }) => holdsRelabel(redline.blocks));
  const splits = new Set(documents.flatMap(({ redline }) => redline.blocks.flatMap(endingsIn)));
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
      ...(splits.has('inserted')
        ? [entry(breakSign('inserted'), 'ends a paragraph in the text after only: before, it went on.')]
        : []),
      ...(splits.has('deleted')
        ? [entry(breakSign('deleted'), 'ended a paragraph in the text before only: now it goes on.')]
        : []),
      ...(relabels ? [entry(relabelSample(), 'only change their number, and what cites them follows.')] : []),
      ...(moves ? [entry(movedSample(), 'stand at another place in the text before and in the text after.')] : []),
      entry(
        h('span.bar', 'A bar in the margin'),
        'stands beside every block that changes, and a note beside the bar says what is done, by which instruction, and why.',
      ),
      entry(h('span', 'Unmarked words'), 'are the same in both texts.'),
    ]),
  ]);
}

function movedSample(): Element {
  const from = h('span', { dataStatus: 'moved-from' }, h('del', 'Moved from'));
  return h('span', from, ' and ', h('span', { dataStatus: 'moved-to' }, h('ins', 'moved to')));
}

function relabelSample(): Element {
  const from = h('del.relabel', told('renumbered from'), '5.6', told('renumbered'));
  return h('span', from, h('ins.relabel', told('to'), '5.7', told('renumbering ends')));
}

function entry(mark: Element, meaning: string): Element {
  return h('div', h('dt', mark), h('dd', meaning));
}
