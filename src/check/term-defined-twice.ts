import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A term with two definitions in one document. A reader who finds the first does not look for the second, and an instruction
 * that names the definition is refused.
 *
 * Bad:
 *
 *     5.1 A Party shall apply.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person. |
 *     | Party | means a company. |
 *
 * Good:
 *
 *     5.1 A Party shall apply.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person or a company. |
 */
export const termDefinedTwice: Rule = {
  id: 'term-defined-twice',
  severity: 'error',
  summary: 'A term with two definitions in one document.',
  find: ({ terms }) =>
    terms.flatMap(({ name, definitions }) => {
      const first = new Map<Document, (typeof definitions)[number]>();
      return definitions.flatMap((definition): readonly Finding[] => {
        const { document, visit } = definition;
        const known = first.get(document);
        if (!known) {
          first.set(document, definition);
          return [];
        }
        const words = (visit.provision.children[0] ?? visit.provision).words;
        const other = (known.visit.provision.children[0] ?? known.visit.provision).words;
        return [
          {
            document,
            ...words,
            text: `“${name}” is already defined in this document.`,
            advice: 'Make one definition of the two, or omit one.',
            other: { document, ...other, text: 'the first definition' },
          },
        ];
      });
    }),
};
