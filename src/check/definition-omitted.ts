import type { Document } from '../model/document.ts';
import { introducedTerms } from '../provision/introduced-terms.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { runningWords, singular } from '../provision/running-words.ts';
import { indexTerms, termAt } from '../provision/term-index.ts';
import { type DefinedTerm, definedTerms } from '../provision/terms.ts';
import type { Finding, Rule } from './rule.ts';

/** What `usesOfOmittedTerms` is called where rules are listed. It compares two texts, and so it is no rule of one. */
export const definitionOmitted: Pick<Rule, 'id' | 'severity' | 'summary'> = {
  id: 'definition-omitted',
  severity: 'error',
  summary: 'A term that is still used where the change omits its definition.',
};

/**
 * The first use, in each document after a change, of each term that a document of the code defined before it and none defines after it. A
 * reader is then left with capitals that point at nothing. A term that another name defines, or that the text introduces, still has its meaning;
 * a definition that only points at the one omitted (`pointing`, as the rule meaning-not-given finds them) gives none, and is told by itself.
 */
export function usesOfOmittedTerms(
  before: readonly Document[],
  after: readonly Document[],
  pointing: readonly Finding[],
): readonly Finding[] {
  const rows = definedTerms(after);
  const empty = new Set(pointing.map(({ document, about }) => `${document.key} ${about}`));
  const isEmpty = (document: Document, name: string) => empty.has(`${document.key} ${name}`);
  const kept = new Set(
    rows.flatMap(({ name, names, definitions }) =>
      definitions.some(({ document }) => !isEmpty(document, name)) ? names : [],
    ),
  );
  const gone = definedTerms(before).filter(({ name }) => !kept.has(name));
  if (gone.length === 0) return [];
  const all = after.flatMap((document) => passages(document));
  const introduced = introducedTerms(all);
  const lost = new Set(gone.flatMap((term) => lostNames(term, kept, introduced)));
  // Longer names that are still defined may hold a lost one: they are found first.
  const index = indexTerms([...kept, ...introduced, ...lost]);
  return after.flatMap((document) => {
    // Where a definition points at nothing, that is what is wrong with each use.
    const told = new Set([...lost].filter((name) => isEmpty(document, name)));
    return passages(document).flatMap((passage) => usesIn(document, passage, index, lost, told));
  });
}

function lostNames(
  { names }: DefinedTerm,
  kept: ReadonlySet<string>,
  introduced: ReadonlySet<string>,
): readonly string[] {
  return names.filter((name) => !kept.has(name) && !introduced.has(name));
}

function usesIn(
  document: Document,
  { text, start }: Passage,
  index: ReturnType<typeof indexTerms>,
  lost: ReadonlySet<string>,
  told: Set<string>,
): readonly Finding[] {
  const words = runningWords(text);
  const found: Finding[] = [];
  for (let at = 0; at < words.length; ) {
    const term = termAt(index, words, at);
    if (term?.exact && lost.has(term.name) && !told.has(term.name)) {
      told.add(term.name);
      const [first, last] = [words[at]?.start ?? 0, words[at + term.length - 1]?.end ?? 0];
      found.push({
        document,
        start: start + first,
        end: start + last,
        about: singular(term.name),
        text: `“${term.name}” is still used here, and its definition is omitted.`,
        advice: 'Keep the definition, or amend what uses the term.',
      });
    }
    at += term?.length ?? 1;
  }
  return found;
}
