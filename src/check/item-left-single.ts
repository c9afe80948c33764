import { lastWords } from './closed-words.ts';
import { type ItemList, livingItems } from './item-lists.ts';
import { readOpening } from './opening-words.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A list of one item. Where its opening words speak of several (“any of the following”, “either”), they no longer fit; where
 * they do not, a label that no other follows is what an amendment leaves when it takes the other items out. An item beside
 * which the labels of omitted ones are kept stands rightly alone, if the opening words fit.
 *
 * Bad:
 *
 *     5.1 A Party shall meet one or more of the following conditions:
 *
 *     - (a) it has applied.
 *     - (b) [No longer in use]
 *
 * Good:
 *
 *     5.1 A Party shall meet the following condition:
 *
 *     - (a) it has applied.
 *     - (b) [No longer in use]
 */
export const itemLeftSingle: Rule = {
  id: 'item-left-single',
  severity: 'warning',
  summary: 'A list of one item.',
  find: ({ lists }) => lists.flatMap(findIn),
};

function findIn(list: ItemList): readonly Finding[] {
  const { document, opening, items } = list;
  const living = livingItems(list);
  const [only] = living;
  if (living.length !== 1 || !only || !opening) return [];
  const read = readOpening(opening);
  if (!read || read.count) return [];
  const place = only.provision.labelRange ?? only.provision.words;
  const several = read.several ?? alternatives(opening.text, opening.start);
  if (several) {
    return [
      {
        document,
        ...several,
        text: `“${document.source.slice(several.start, several.end)}” introduces a list of one item.`,
        advice: 'Write the opening words for one item, or make it part of them.',
        other: { document, ...place, text: 'the only item' },
      },
    ];
  }
  if (items.length > 1 || only.provision.label === undefined) return [];
  return [
    {
      document,
      ...place,
      text: `“${only.provision.label}” is the only item of its list.`,
      advice: 'Make it part of the words before it, or put back what belongs beside it.',
    },
  ];
}

// “A Party shall either:”
function alternatives(text: string, start: number) {
  const last = lastWords(text);
  const match = /\b(?:either|both)(?=\s?[:—–]$)/i.exec(last.words);
  const at = start + last.start + (match?.index ?? 0);
  return match ? { start: at, end: at + match[0].length } : undefined;
}
