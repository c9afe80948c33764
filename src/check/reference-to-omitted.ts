import { isInHistory } from './history.ts';
import { isOmitted } from './omitted.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A citation of a provision of which only the number is left. It resolves, but there is nothing to read there: the
 * citation was overlooked when the provision was removed.
 *
 * Bad:
 *
 *     5.1 A Party shall apply under paragraph 5.2.
 *
 *     5.2 [No longer in use]
 *
 * Good:
 *
 *     5.1 A Party shall apply under paragraph 5.3.
 *
 *     5.2 [No longer in use]
 *
 *     5.3 A Party may apply at any time.
 */
export const referenceToOmitted: Rule = {
  id: 'reference-to-omitted',
  severity: 'warning',
  summary: 'A citation of a provision of which only the number is left.',
  find: ({ references }) =>
    references.flatMap((reference): readonly Finding[] => {
      const { document, target, cited, citation, start, end } = reference;
      if (!cited || !target || target.type === 'unlocated' || target.type === 'document') return [];
      if (isInHistory(reference)) return [];
      const { provision, parents } = target;
      const omitted = [provision, ...parents.toReversed()].find((around) => isOmitted(cited, around));
      if (!omitted) return [];
      return [
        {
          document,
          start,
          end,
          text: `“${citation.text.replace(/\s+/g, ' ')}” points at a provision that is no longer in use.`,
          advice: 'Cite what took its place, or take the citation out.',
          other: { document: cited, ...omitted.words, text: 'what is left of it' },
        },
      ];
    }),
};
