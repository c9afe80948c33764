import type { Document } from '../model/document.ts';
import { type DocumentFinder, findDocuments } from '../provision/find-document.ts';
import { introducedTerms } from '../provision/introduced-terms.ts';
import { passages } from '../provision/passages.ts';
import type { Finding, Rule } from './rule.ts';
import type { Survey } from './survey.ts';

/**
 * A definition that only points at another document, where that document is checked with it and does not define the term. It
 * is what becomes of a definition when the one it borrows is omitted or renamed.
 *
 * Bad:
 *
 *     ---
 *     appendix: D
 *     short: SMKI RAPP
 *     version: "1.0"
 *     ---
 *     5.1 A Party shall use a Token.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person. |
 *     | Token | has the meaning given in the SMKI RAPP. |
 *
 * Good:
 *
 *     ---
 *     appendix: D
 *     short: SMKI RAPP
 *     version: "1.0"
 *     ---
 *     5.1 A Party shall use a Token.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Party | means a person. |
 *     | Token | has the meaning given in Section A of the Code. |
 */
export const meaningNotGiven: Rule = {
  id: 'meaning-not-given',
  severity: 'error',
  summary: 'A definition that points at a document which does not define the term.',
  find: (survey) => {
    const finder = findDocuments(survey.documents);
    const pattern = pointer(finder.names);
    const defines = definitionsOf(survey);
    return survey.terms.flatMap(({ name, names, definitions }) =>
      definitions.flatMap(({ document, visit }): readonly Finding[] => {
        const cell = visit.provision.children[1];
        const match = cell && pattern.exec(document.source.slice(cell.words.start, cell.words.end));
        const cited = match && citedBy(match, finder, document);
        if (!cited || names.some((each) => defines.words(cited, each))) return [];
        if (cited !== document && names.some((each) => defines.rows(cited, each))) return [];
        return [
          {
            document,
            start: cell.words.start,
            end: cell.words.end,
            about: name,
            text: `“${name}” is to have the meaning given in ${match[1] ?? match[2]}, which does not define it.`,
            advice: 'Write the meaning out, or point at the document that gives it.',
          },
        ];
      }),
    );
  },
};

// The whole meaning is the pointer, but for what may follow in a sentence of its own.
function pointer(names: readonly string[]): RegExp {
  const known = names
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const letter = `(Appendix [A-Z]{1,2}) of the (?:Code|SEC)`;
  const either = known.length > 0 ? `(${known.join('|')})|${letter}` : `(?!)()|${letter}`;
  return new RegExp(
    `^(?:has|shall have|bears) the meaning (?:given|set out|assigned)?(?: to (?:it|that term))? ?in (?:the )?(?:${either})\\.?$`,
  );
}

function citedBy(match: RegExpExecArray, finder: DocumentFinder, from: Document): Document | undefined {
  const letter = match[2]?.replace('Appendix ', '');
  if (letter !== undefined) return finder.find({ type: 'appendix', letter, of: 'code' }, from)?.document;
  return finder.find({ type: 'named', name: match[1] ?? '' }, from)?.document;
}

type Defines = (document: Document, name: string) => boolean;

/** Which names each document gives a meaning, in a table or in its text; of its own pointers to itself, none. */
function definitionsOf({ terms }: Survey): { readonly rows: Defines; readonly words: Defines } {
  const rows = new Map<Document, Set<string>>();
  for (const { names, definitions } of terms) {
    for (const { document } of definitions) {
      const own = rows.get(document) ?? new Set();
      rows.set(document, own);
      for (const name of names) own.add(name);
    }
  }
  const introduced = new Map<Document, ReadonlySet<string>>();
  return {
    rows: (document, name) => rows.get(document)?.has(name) ?? false,
    words: (document, name) => {
      const known = introduced.get(document) ?? introducedTerms(passages(document));
      introduced.set(document, known);
      return known.has(name);
    },
  };
}
