import { readEnding } from './item-ending.ts';
import { type ItemList, livingItems } from './item-lists.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * An item that is not closed as the list has it: one ends with a full stop though its sentence goes on in the next item, or the
 * last ends with a semicolon though nothing follows. The rule speaks only where every other item but the last ends with a
 * semicolon, and the list is not inside another.
 *
 * Bad:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply;
 *     - (b) pay.
 *     - (c) wait; and
 *     - (d) answer.
 *
 * Good:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply;
 *     - (b) pay;
 *     - (c) wait; and
 *     - (d) answer.
 */
export const listPunctuation: Rule = {
  id: 'list-punctuation',
  severity: 'warning',
  summary: 'An item that is not closed as the other items of its list are.',
  find: ({ lists }) => lists.flatMap(findIn),
};

function findIn(list: ItemList): readonly Finding[] {
  const { document, outer, closing } = list;
  const living = livingItems(list);
  const endings = living.flatMap(({ last }) => (last ? [readEnding(last)] : []));
  if (living.length < 2 || endings.length < living.length || outer) return [];
  const earlier = endings.slice(0, -1);
  const others = earlier.filter(({ mark }) => mark !== ';');
  const last = endings.at(-1);
  const [odd] = others;
  if (others.length === 1 && odd && earlier.length > 1 && (odd.mark === '.' || odd.mark === '')) {
    // An item of two sentences may close the first with a full stop and leave the list’s mark out.
    const text = `This item ${odd.mark === '' ? 'has no mark at its end' : 'ends with a full stop'}, and every other before the last with a semicolon.`;
    return [{ document, start: odd.start, end: odd.end, text, advice: 'End it with a semicolon: the list goes on.' }];
  }
  if (others.length > 0 || !last || closing || last.conjunction || (last.mark !== ';' && last.mark !== ',')) return [];
  const text = `The last item of the list ends with “${last.mark}”, and nothing follows.`;
  return [
    { document, start: last.start, end: last.end, text, advice: 'End it with a full stop, or put back what followed.' },
  ];
}
