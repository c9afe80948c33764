import type { Document } from '../model/document.ts';
import { introducedTerms } from '../provision/introduced-terms.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { type Reference, references } from '../provision/references.ts';
import { type RunningWord, runningWords } from '../provision/running-words.ts';
import { indexTerms, namesFound, type TermFound } from '../provision/term-index.ts';
import { type DefinedTerm, definedTerms } from '../provision/terms.ts';
import { type ItemList, itemLists } from './item-lists.ts';

/** What the rules need to know of documents that are checked together, found in one reading of them. */
export interface Survey {
  readonly documents: readonly Document[];
  readonly references: readonly Reference[];
  readonly terms: readonly DefinedTerm[];
  readonly lists: readonly ItemList[];
  /** Every passage, and what stands in it. The first cells of definitions are left out: they are terms themselves. */
  readonly readings: readonly Reading[];
}

/** One passage, and the names in it that are known: defined, introduced in the text, or of a document. */
export interface Reading {
  readonly document: Document;
  readonly passage: Passage;
  /** In order, without overlap. `at` is the index of the first word. */
  readonly found: readonly (TermFound & { readonly at: number })[];
}

/** A reading with its words. */
export interface WordedReading extends Reading {
  readonly words: readonly RunningWord[];
  /** For each word, whether it is in one of the names found. */
  readonly isKnown: readonly boolean[];
}

/** Reads the words of a passage again: to keep those of a whole code would take a gigabyte. */
export function withWords(reading: Reading): WordedReading {
  const words = runningWords(reading.passage.text);
  return { ...reading, words, isKnown: knownWords(words, reading.found) };
}

/** Reads documents that belong together, once, for every rule. */
export function survey(documents: readonly Document[]): Survey {
  const terms = definedTerms(documents);
  const all = documents.flatMap((document) => passages(document));
  const names = new Set([
    ...terms.flatMap((term) => term.names),
    ...documents.flatMap(({ frontMatter: { title, short } }) => [title ?? '', short ?? '']),
    ...introducedTerms(all),
  ]);
  const index = indexTerms(names);
  const readings = documents.flatMap((document) =>
    passages(document)
      .filter((passage) => !isDefinedTerm(passage))
      .map((passage): Reading => ({ document, passage, found: namesFound(index, runningWords(passage.text)) })),
  );
  const lists = documents.flatMap((document) => itemLists(document, passages(document)));
  return { documents, references: references(documents), terms, lists, readings };
}

function isDefinedTerm({ visit }: Passage): boolean {
  return visit.parents.at(-1)?.type === 'definition' && visit.provision.ordinal === 1;
}

function knownWords(words: readonly RunningWord[], found: Reading['found']): readonly boolean[] {
  const known: boolean[] = Array(words.length).fill(false);
  for (const { at, length } of found) known.fill(true, at, at + length);
  return known;
}
