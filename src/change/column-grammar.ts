import type { TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { attempt, expected, skipDash, skipWord, takeQuotation } from '../provision/sentence-reader.ts';
import { type Clause, type ClauseReader, clauseOf } from './clause.ts';

/** Rule, after “after the column “Obligation” insert”: `the column “Evidence”—`. Undefined where no column is to be put in. */
export function readInsertColumn(
  reader: ClauseReader,
  { at, range }: { readonly at: TargetLocator; readonly range: Range },
  position: 'before' | 'after',
): Clause | undefined {
  if (at.type !== 'cell') return undefined;
  const title = attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'new');
    return skipWord(reader, 'column') ? takeQuotation(reader) : undefined;
  });
  if (!title) return expected(reader, '“the column” and the words at its head in quotation marks');
  reader.form = 'insert-column';
  if (!(skipDash(reader) ?? expected(reader, '“—” and a block quote'))) return undefined;
  const operation = { type: 'insert-column', at, position, title: title.text, content: '' } as const;
  return { ...clauseOf(operation, range), block: true };
}
