import type { Document } from '../model/document.ts';
import type { CitedDocument } from './citation.ts';
import { labelIndex } from './label-index.ts';

/** Finds the documents that citations point into, among documents that belong together. */
export interface DocumentFinder {
  /** The titles and short names by which the documents may be cited. */
  readonly names: readonly string[];
  /**
   * The document that a citation in `from` points into. `within` is the label of an appendix of that document, where the
   * citation is of that appendix. Nothing, where it points outside the documents.
   */
  readonly find: (
    cited: CitedDocument,
    from: Document,
  ) => { readonly document: Document; readonly within?: string } | undefined;
}

/**
 * Prepares to find documents by letter, title and short name. A definition such as “SMKI RAPP means Appendix D of the
 * Code” gives a document another name.
 */
export function findDocuments(documents: readonly Document[]): DocumentFinder {
  const byName = new Map<string, Document>();
  const byLetter = new Map<string, Document>();
  for (const document of documents) {
    const { appendix, title, short } = document.frontMatter;
    if (appendix !== undefined && !byLetter.has(appendix)) byLetter.set(appendix, document);
    for (const name of [title, short]) if (name !== undefined && !byName.has(name)) byName.set(name, document);
  }
  for (const [name, letter] of definedNames(documents)) {
    const document = byLetter.get(letter);
    if (document && !byName.has(name)) byName.set(name, document);
  }
  const find: DocumentFinder['find'] = (cited, from) => {
    if (cited.type === 'this') return { document: from };
    if (cited.type === 'named') return found(byName.get(cited.name));
    if (cited.type === 'code') return undefined;
    const within = `Appendix ${cited.letter}`;
    if (cited.of === 'unknown' && hasAppendices(from, cited.letter)) return { document: from, within };
    return found(byLetter.get(cited.letter));
  };
  return { names: [...byName.keys()], find };
}

function found(document: Document | undefined): { readonly document: Document } | undefined {
  return document && { document };
}

function hasAppendices(document: Document, letter: string): boolean {
  return labelIndex(document).labels.has(`appendix ${letter}`);
}

function definedNames(documents: readonly Document[]): readonly (readonly [string, string])[] {
  return documents.flatMap((document) =>
    [...labelIndex(document).terms].flatMap(([term, visits]) =>
      visits.flatMap(({ provision }): readonly (readonly [string, string])[] => {
        const words = provision.children[1]?.words;
        const meaning = words ? document.source.slice(words.start, words.end) : '';
        const letter = /^means (?:the document (?:at|in) )?Appendix ([A-Z]{1,2}) of the (?:Code|SEC)\b/.exec(
          meaning,
        )?.[1];
        return letter === undefined ? [] : [[term, letter]];
      }),
    ),
  );
}
