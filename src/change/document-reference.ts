import { printList, printQuotation } from '../provision/quotation.ts';
import {
  attempt,
  expected,
  nextToken,
  type SentenceReader,
  skipMark,
  skipWord,
  takeQuotation,
} from '../provision/sentence-reader.ts';
import type { Token } from '../provision/tokens.ts';

/** The letters or number of an appendix, as a document's key. */
export const appendixKey = /^(?:[A-Z]{1,2}|\d{1,3}[A-Z]?)$/;

/** Rule: `Appendix D`, or `document “notes.md”` for a document that is no appendix. Gives its key. */
export function readDocumentReference(reader: SentenceReader): string | undefined {
  if (skipWord(reader, 'appendix', 'appendices')) return readLetter(reader);
  if (!skipWord(reader, 'document')) return expected(reader, 'a document (as “Appendix D”)');
  return takeQuotation(reader)?.text;
}

/** Rule: `Appendices D, K, M and N`. Gives their keys in the order written. */
export function readDocumentReferences(reader: SentenceReader): readonly string[] | undefined {
  const first = readDocumentReference(reader);
  if (first === undefined) return undefined;
  const keys = [first];
  for (;;) {
    const next = attempt(reader, () => {
      const separated = skipMark(reader, ',');
      if (!skipWord(reader, 'and') && !separated) return undefined;
      const token = nextToken(reader);
      return isLetter(token) ? readLetter(reader) : readDocumentReference(reader);
    });
    if (next === undefined) return keys;
    keys.push(next);
  }
}

/** Prints a document's key as `readDocumentReference` reads it. */
export function printDocumentReference(key: string): string {
  return appendixKey.test(key) ? `Appendix ${key}` : `document ${printQuotation(key)}`;
}

/** Prints several keys in one list: `Appendices D, K, M and N`. */
export function printDocumentReferences(keys: readonly string[]): string {
  const letters = keys.length > 1 && keys.every((key) => appendixKey.test(key));
  return letters ? `Appendices ${printList(keys)}` : printList(keys.map(printDocumentReference));
}

function readLetter(reader: SentenceReader): string | undefined {
  const token = nextToken(reader);
  if (!isLetter(token)) return expected(reader, 'the letter of an appendix (as “D”)');
  reader.index += 1;
  return token.text;
}

function isLetter(token: Token): boolean {
  return (token.type === 'word' || token.type === 'label') && appendixKey.test(token.text);
}
