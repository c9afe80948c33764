import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';
import { undefinedAbbreviations } from './undefined-abbreviations.ts';
import { undefinedExpressions } from './undefined-expressions.ts';
import type { UndefinedUse } from './undefined-use.ts';

/**
 * Capitalised words used as a term that no definitions table of the documents defines and that no text introduces. Two
 * or more in a row must have their capitals from the drafter, not from the sentence; an abbreviation must look like one
 * that somebody meant to define. Where no document has a definitions table there is nothing to hold a term against, and
 * the rule is silent. One finding for each expression in a document, at its first use.
 *
 * Bad:
 *
 *     5.1 A Party shall tell the Central Help Desk.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | has the meaning given in Section A of the Code. |
 *
 * Good:
 *
 *     5.1 A Party shall tell the Service Desk.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | has the meaning given in Section A of the Code. |
 *     | Service Desk | has the meaning given in Section A of the Code. |
 */
export const undefinedTerm: Rule = {
  id: 'undefined-term',
  severity: 'warning',
  summary: 'Words used as a defined term that nothing defines.',
  find: (survey) => {
    if (survey.terms.length === 0) return [];
    return firstUses([...undefinedExpressions(survey), ...undefinedAbbreviations(survey)]);
  },
};

function firstUses(uses: readonly UndefinedUse[]): readonly Finding[] {
  const counts = new Map<Document, Map<string, number>>();
  for (const { document, expression } of uses) {
    const own = counts.get(document) ?? new Map<string, number>();
    own.set(expression, (own.get(expression) ?? 0) + 1);
    counts.set(document, own);
  }
  return uses.flatMap(({ document, expression, start, end, advice }) => {
    const count = counts.get(document)?.get(expression);
    if (count === undefined) return [];
    counts.get(document)?.delete(expression);
    return [
      {
        document,
        start,
        end,
        about: expression,
        text: `“${expression}” is used as a defined term${count > 1 ? ` (${count} times)` : ''}, and nothing defines it.`,
        advice: advice ?? `Add a row for it to a definitions table, or write it without capitals.`,
      },
    ];
  });
}
