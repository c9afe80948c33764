import { lastWords } from './closed-words.ts';
import { readEnding } from './item-ending.ts';
import { type ItemList, livingItems } from './item-lists.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * An “and” or “or” that no longer stands between the last two items of a list: the last item ends with one and nothing
 * follows, or one stands between earlier items and none before the last. It is what is left when the last item is omitted or
 * another is put after it, and a reader cannot tell whether all the items are required or one is enough. A list that has no
 * such word anywhere leaves that to its opening words, where they say it.
 *
 * Bad:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply; and
 *     - (b) pay;
 *     - (c) wait.
 *
 * Good:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply;
 *     - (b) pay; and
 *     - (c) wait.
 */
export const listConjunction: Rule = {
  id: 'list-conjunction',
  severity: 'warning',
  summary: 'An “and” or “or” that does not stand before the last item of its list.',
  find: ({ lists }) => lists.flatMap(findIn),
};

function findIn(list: ItemList): readonly Finding[] {
  const { document } = list;
  const living = livingItems(list);
  const passages = living.map(({ last }) => last);
  if (living.length < 1 || passages.some((passage) => passage === undefined)) return [];
  const endings = passages.flatMap((passage) => (passage ? [readEnding(passage)] : []));
  const last = endings.at(-1);
  const before = endings.at(-2);
  if (last?.conjunction && !goesOn(list)) {
    const text = `The last item of the list ends with “${last.conjunction}”, and no item follows.`;
    return [
      {
        document,
        start: last.start,
        end: last.end,
        text,
        advice: 'End it with a full stop, or put back the item that followed.',
      },
    ];
  }
  if (!last || !before || before.conjunction || endings.length < 2) return [];
  const stray = endings.slice(0, -2).findLast(({ conjunction }) => conjunction);
  if (stray) {
    const text = `“${stray.conjunction}” stands here, and nothing stands before the last item of the list.`;
    return [
      {
        document,
        start: stray.start,
        end: stray.end,
        text,
        advice: `Put “${stray.conjunction}” at the end of the last item but one.`,
      },
    ];
  }
  if (
    !needsConjunction(
      list,
      endings.map(({ mark }) => mark),
    )
  )
    return [];
  const text =
    'Nothing says whether all the items of this list are required, or one is enough: no “and” or “or” stands before the last.';
  return [
    {
      document,
      start: before.start,
      end: before.end,
      text,
      advice: 'End the last item but one with “; and” or “; or”.',
    },
  ];
}

// The conjunction of an inner list may join its outer item to the next; closing words may go on with the sentence.
function goesOn({ outer, closing }: ItemList): boolean {
  return outer !== undefined || closing !== undefined;
}

// One sentence that runs from words that end with “shall:” through every item to a full stop.
function needsConjunction({ opening, items, outer }: ItemList, marks: readonly string[]): boolean {
  if (!opening || outer || items.some(({ provision }) => provision.label === undefined)) return false;
  const { words } = lastWords(opening.text);
  if (!/\b(?:shall|must|may|will|to|that|if|where|when|unless|by)\s?[:—–]$/i.test(words)) return false;
  return marks.slice(0, -1).every((mark) => mark === ';') && marks.at(-1) === '.';
}
