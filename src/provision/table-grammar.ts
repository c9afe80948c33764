import type { LocatorStep } from './locator-steps.ts';
import { expected, type SentenceReader, skipLabel, skipWord, takeQuotation, takeWord } from './sentence-reader.ts';

/** Rule, after “row”: `for step 5.5.3.4` · `for “SPOTI”`. */
export function readRow(reader: SentenceReader): LocatorStep | undefined {
  if (!takeWord(reader, 'for')) return undefined;
  skipWord(reader, 'step', 'steps');
  const label = skipLabel(reader);
  if (label) return { type: 'row', key: label.text, step: true };
  expected(reader, 'a step (as “step 5.5.3.4”)');
  const key = takeQuotation(reader);
  return key && { type: 'row', key: key.text, step: false };
}

/** Rule, after “column”: the words at its head, `“Obligation”`. */
export function readColumn(reader: SentenceReader): LocatorStep | undefined {
  skipWord(reader, 'headed');
  const column = takeQuotation(reader);
  return column && { type: 'cell', column: column.text };
}

/** Rule, after “entry” or “cell”: `in the column “Obligation”`. */
export function readEntry(reader: SentenceReader): LocatorStep | undefined {
  if (!takeWord(reader, 'in', 'under')) return undefined;
  skipWord(reader, 'the');
  return takeWord(reader, 'column') ? readColumn(reader) : undefined;
}
