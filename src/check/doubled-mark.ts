import type { Document } from '../model/document.ts';
import { passages } from '../provision/passages.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A comma or semicolon with another mark at once behind it, as where “; or” is put in at the end of words that end with a comma. Full stops before
 * another mark may end an abbreviation, and colons may be of an address: neither is looked for.
 *
 * Bad:
 *
 *     5.1 A Party shall pay by post,; or by hand.
 *
 * Good:
 *
 *     5.1 A Party shall pay by post; or by hand.
 */
export const doubledMark: Rule = {
  id: 'doubled-mark',
  severity: 'warning',
  summary: 'A comma or semicolon with another mark at once behind it.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

function findIn(document: Document): readonly Finding[] {
  return passages(document).flatMap(({ start, text }) =>
    [...text.matchAll(/(?<=[\p{L}\p{N})”’\]])[,;] ?[,;:.](?![,;:.\p{L}\p{N}])/gu)].map(({ 0: marks, index }) => ({
      document,
      start: start + index,
      end: start + index + marks.length,
      about: marks,
      text: `“${marks}” is two marks where one is meant.`,
      advice: 'Take one of them out.',
    })),
  );
}
