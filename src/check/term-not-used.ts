import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';
import type { Survey } from './survey.ts';

/**
 * A term that a document defines and that nothing uses: not the document itself, and no other document but those with a
 * definition of their own. A meaning that points elsewhere and other definitions that use the term count as uses of it. What is left
 * over from an amendment makes a reader look for a rule that is not there.
 *
 * Bad:
 *
 *     5.1 A Party shall apply.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person. |
 *     | Token | means a key. |
 *
 * Good:
 *
 *     5.1 A Party shall apply with a Token.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person. |
 *     | Token | means a key. |
 */
export const termNotUsed: Rule = {
  id: 'term-not-used',
  severity: 'warning',
  summary: 'A term that is defined and that nothing uses.',
  find: (survey) => {
    const uses = usesOf(survey);
    return survey.terms.flatMap(({ name, names, definitions }) => {
      const defining = new Set(definitions.map(({ document }) => document));
      const own = new Set(names);
      const usedIn = new Set([...own].flatMap((each) => [...(uses.get(each) ?? [])]));
      // What a document uses and does not define itself, it takes from any that does.
      if ([...usedIn].some((document) => !defining.has(document))) return [];
      return definitions.flatMap(({ document, visit }): readonly Finding[] => {
        const cell = visit.provision.children[0];
        if (usedIn.has(document) || !cell) return [];
        return [
          {
            document,
            start: cell.words.start,
            end: cell.words.end,
            about: name,
            text: `“${name}” is defined here, and nothing uses it.`,
            advice: 'Omit the definition, or use the term where it is meant.',
          },
        ];
      });
    });
  },
};

/** The documents that use each name. */
function usesOf({ readings, terms }: Survey): ReadonlyMap<string, ReadonlySet<Document>> {
  const ownOf = new Map(
    terms.flatMap(({ names, definitions }) => definitions.map(({ visit }) => [visit.provision, names] as const)),
  );
  const uses = new Map<string, Set<Document>>();
  for (const { document, found, passage } of readings) {
    const own = ownOf.get(passage.visit.parents.at(-1) ?? passage.visit.provision);
    for (const { name } of found) {
      // What a definition says of its own term is no use of it.
      if (own?.includes(name)) continue;
      const documents = uses.get(name) ?? new Set();
      documents.add(document);
      uses.set(name, documents);
    }
  }
  return uses;
}
