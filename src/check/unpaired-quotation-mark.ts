import type { Document } from '../model/document.ts';
import { passages } from '../provision/passages.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A curly quotation mark without its partner in the same paragraph, item, heading or cell. What is quoted then has no
 * end, or no beginning. `’` is also an apostrophe, so it is never looked for on its own.
 *
 * Bad:
 *
 *     5.1 The word “Party’ means a party.
 *
 * Good:
 *
 *     5.1 The word “Party” means a party.
 */
export const unpairedQuotationMark: Rule = {
  id: 'unpaired-quotation-mark',
  severity: 'warning',
  summary: 'A curly quotation mark without its partner.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

function findIn(document: Document): readonly Finding[] {
  return passages(document).flatMap(({ start, text }) =>
    unpaired(text).map((at) => ({
      document,
      start: start + at,
      end: start + at + 1,
      text: `The quotation mark ${text.charAt(at)} has no partner in this block.`,
      advice: isOpening(text.charAt(at)) ? 'Close what it opens.' : 'Open the quotation that it closes.',
    })),
  );
}

function unpaired(text: string): readonly number[] {
  if (!/[“”‘]/.test(text)) return [];
  const open: number[] = [];
  const wrong: number[] = [];
  for (const { index, 0: mark } of text.matchAll(/[“”‘’]/g)) {
    if (isOpening(mark)) open.push(index);
    else if (mark === '”') {
      closeUpTo('“', open, wrong, text, index);
    } else if (text.charAt(open.at(-1) ?? -1) === '‘' && !isApostrophe(text, index)) {
      open.pop();
    }
  }
  return [...wrong, ...open].sort((a, b) => a - b);
}

function closeUpTo(opening: string, open: number[], wrong: number[], text: string, index: number): void {
  const at = open.findLastIndex((mark) => text.charAt(mark) === opening);
  if (at < 0) wrong.push(index);
  else wrong.push(...open.splice(at).slice(1));
}

function isApostrophe(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

function isOpening(mark: string): boolean {
  return mark === '“' || mark === '‘';
}
