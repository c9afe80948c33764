import { isInHistory } from './history.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A citation that gives the title of its target in brackets, where the heading there reads otherwise. Either the number or
 * the title is wrong, and a reader cannot tell which.
 *
 * Bad:
 *
 *     ## 5 Applications
 *
 *     5.1 A Party shall apply under Section 5 (Access).
 *
 * Good:
 *
 *     ## 5 Applications
 *
 *     5.1 A Party shall apply under Section 5 (Applications).
 */
export const wrongTitle: Rule = {
  id: 'wrong-title',
  severity: 'error',
  summary: 'A citation that gives its target a title that is not the heading there.',
  find: ({ references }) =>
    references.flatMap((reference): readonly Finding[] => {
      const { document, target, cited, title, citation } = reference;
      if (title === undefined || !cited || target?.type !== 'provision' || !isTitle(title)) return [];
      if (isInHistory(reference)) return [];
      const { provision } = target;
      if (provision.type !== 'section' || provision.title === undefined) return [];
      if (comparable(provision.title) === comparable(title)) return [];
      return [
        {
          document,
          start: citation.start,
          end: citation.end,
          text: `The citation calls it “${title}”, but the heading there is “${provision.title}”.`,
          advice: 'Correct the title, or the number if another provision is meant.',
          other: { document: cited, ...provision.words, text: 'the heading' },
        },
      ];
    }),
};

// A bracket may hold something else: an abbreviation, a code, a remark with a number in it.
function isTitle(title: string): boolean {
  return !/^[A-Z-]+$|[#=@<>{}\d]|[a-z][A-Z]/.test(title);
}

function comparable(title: string): string {
  return title
    .replace(/[*_`]/g, '')
    .replace(/[“”"‘’']/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
