import type { Reference } from '../provision/references.ts';
import { type CountedThings, countedLists, countedTables } from './counted-things.ts';
import { countWord, numberInWords, numberOf } from './number-words.ts';
import { readOpening } from './opening-words.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A count in words that does not match what it counts: the list or the rows of the table that it introduces, or the provisions that it is said to be
 * set out in. Items of which only the label is left are not counted. A number of days, of people or of anything but the items
 * themselves is none, and neither is a choice among them (“two of the following”).
 *
 * Bad:
 *
 *     5.1 A Party may use any of the following three routes:
 *
 *     - (a) the portal;
 *     - (b) [No longer in use]
 *     - (c) the gateway.
 *
 * Good:
 *
 *     5.1 A Party may use any of the following two routes:
 *
 *     - (a) the portal;
 *     - (b) [No longer in use]
 *     - (c) the gateway.
 */
export const countInWords: Rule = {
  id: 'count-in-words',
  severity: 'error',
  summary: 'A count in words that does not match what it counts.',
  find: ({ documents, lists, references }) => [
    ...countedLists(lists).flatMap(findInThings),
    ...documents.flatMap(countedTables).flatMap(findInThings),
    ...findInCitations(references),
  ],
};

function findInThings({ opening, document, living, kind }: CountedThings): readonly Finding[] {
  const read = readOpening(opening);
  if (!read?.count || (kind === 'table' && isOfTables(read.noun))) return [];
  const { number, start, end, least } = read.count;
  if (least ? living >= number : living === number) return [];
  const found = living === 0 ? 'none' : numberInWords(living);
  return [
    {
      document,
      start,
      end,
      text: `“${document.source.slice(start, end)}” introduces a ${kind} of ${found}${kind === 'table' ? (living === 1 ? ' row' : ' rows') : ''}.`,
      advice: `Correct the count, or the ${kind}.`,
    },
  ];
}

// “The following two columns”: no rows are counted.
function isOfTables(noun: string | undefined): boolean {
  return noun === undefined || /^(?:columns|tables|parts|sets|types|kinds|headings|fields)$/i.test(noun);
}

const counted = new RegExp(
  String.raw`\b(${countWord}|both) (?:of the )?(?:[\w’-]+ ){0,4}?(?:described|set out|listed|specified|referred to|mentioned|given|defined) in $`,
  'i',
);

/** “three functions described in sections 2.1 and 2.2”: as many citations as the count says. */
function findInCitations(references: readonly Reference[]): readonly Finding[] {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = `${reference.document.path} ${reference.citation.start}`;
    const group = groups.get(key);
    if (group) group.push(reference);
    else groups.set(key, [reference]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < 2 || /\b(?:to|through)\b|[-–—]/.test(first.citation.text)) return [];
    const { document, citation } = first;
    const before = document.source.slice(Math.max(0, citation.start - 120), citation.start).replace(/\s/g, ' ');
    const match = counted.exec(before);
    const number = match && numberOf(match[1] as string);
    if (!match || !number || number === group.length) return [];
    const start = citation.start - (before.length - match.index);
    return [
      {
        document,
        start,
        end: start + (match[1] as string).length,
        text: `“${match[1]}” is followed by citations of ${numberInWords(group.length)} provisions.`,
        advice: 'Correct the count, or the citations.',
      },
    ];
  });
}
