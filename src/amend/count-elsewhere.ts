import { countedLists, countedTables } from '../check/counted-things.ts';
import { itemLists } from '../check/item-lists.ts';
import { countWord, numberInWords, numberOf } from '../check/number-words.ts';
import { readOpening } from '../check/opening-words.ts';
import type { Finding } from '../check/rule.ts';
import type { Document } from '../model/document.ts';
import { passages } from '../provision/passages.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * “Those four interfaces”, away from the list of the interfaces, where the change leaves another number of them in the list. It is told only where one list
 * (or table) of the document introduced just so many of them by that name before the change, and none does after it.
 */
export const countElsewhere: ChangeRule = {
  id: 'count-elsewhere',
  severity: 'warning',
  summary:
    'A count in words, as “those four interfaces”, of what a list elsewhere holds in another number after the change.',
  find: (texts) =>
    texts.before.flatMap((document) => {
      const after = texts.documentAfter(document);
      return after === document ? [] : alteredCounts(document, after).flatMap((count) => findIn(after, count));
    }),
};

/** How many things of one name a document listed, and lists. */
interface AlteredCount {
  readonly noun: string;
  readonly was: number;
  readonly now: number;
}

function alteredCounts(before: Document, after: Document): readonly AlteredCount[] {
  const [old, fresh] = [listedIn(before), listedIn(after)];
  return [...old].flatMap(([noun, [was, ...others]]): readonly AlteredCount[] => {
    const [now, ...more] = fresh.get(noun) ?? [];
    if (was === undefined || now === undefined || others.length + more.length > 0) return [];
    return was === now ? [] : [{ noun, was, now }];
  });
}

// The numbers of things in lists and tables, by the noun with which the words before them introduce them.
function listedIn(document: Document): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const things = [...countedLists(itemLists(document, passages(document))), ...countedTables(document)];
  for (const { opening, living } of things) {
    const noun = readOpening(opening)?.noun?.toLowerCase();
    if (noun !== undefined) found.set(noun, [...(found.get(noun) ?? []), living]);
  }
  return found;
}

function findIn(document: Document, { noun, was, now }: AlteredCount): readonly Finding[] {
  const pattern = new RegExp(
    String.raw`\b(?:the|those|these|all|all of the|each of the)\s+(${countWord}|both)\s+(?:[\p{L}’-]+\s+){0,2}?${noun}\b`,
    'giu',
  );
  // Most passages say nothing of the things, and to look for a count of them is slow.
  const named = new RegExp(noun, 'iu');
  const naming = passages(document).filter(({ text }) => named.test(text));
  return naming.flatMap(({ text, start }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, 1: word = '', index }): readonly Finding[] => {
      if (numberOf(word) !== was || /^\s*[:—–]/.test(text.slice(index + words.length))) return [];
      return [
        {
          document,
          start: start + index,
          end: start + index + words.length,
          text: `“${words.replace(/\s+/g, ' ')}” says ${word.toLowerCase()}, and the ${noun} listed are ${numberInWords(now)} after the change.`,
          advice: 'Correct the count, or leave it where other things are meant.',
        },
      ];
    }),
  );
}
