import type { TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipDash,
  skipWord,
  takeQuotation,
  takeWord,
} from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import {
  type Clause,
  type ClauseReader,
  type ClauseRule,
  clauseOf,
  isWord,
  skipTheFollowing,
  tokenAhead,
} from './clause.ts';
import { instructionForms } from './instruction-forms.ts';
import { joinOne, readInner } from './target-grammar.ts';

/** Whether `the column “X”` stands next, which no other insertion begins with. */
export function announcesColumn(reader: SentenceReader): boolean {
  const article = isWord(nextToken(reader), 'the', 'a') ? 1 : 0;
  const fresh = isWord(tokenAhead(reader, article), 'new') ? 1 : 0;
  return isWord(tokenAhead(reader, article + fresh), 'column');
}

/** Rule, after “insert”: `the column “Evidence” after the column “Obligation” in the table in paragraph 5.5.3—`. */
export const readInsertedColumn: ClauseRule = (reader, outer) => {
  reader.form = 'insert-column';
  const title = readTitle(reader);
  const position = title && (takeWord(reader, 'after', 'before') as 'after' | 'before' | undefined);
  const inner = position && readInner(reader);
  const target = inner && joinOne(reader, outer, inner);
  if (!target || !takeBlock(reader)) return undefined;
  const { at, range } = target;
  if (at.type === 'cell')
    return { ...clauseOf({ type: 'insert-column', at, position, title: title.text, content: '' }, range), block: true };
  reader.misfit = {
    ...range,
    text: 'Expected the column beside which the new one is to stand, found something else.',
    advice: `Say for example: ${instructionForms['insert-column']}`,
  };
  return undefined;
};

/** Rule, after “after the column “Obligation” insert”: `the column “Evidence”—`. Undefined where no column is to be put in. */
export function readInsertColumn(
  reader: ClauseReader,
  { at, range }: { readonly at: TargetLocator; readonly range: Range },
  position: 'before' | 'after',
): Clause | undefined {
  if (at.type !== 'cell') return undefined;
  const title = readTitle(reader);
  if (!title) return expected(reader, '“the column” and the words at its head in quotation marks');
  reader.form = 'insert-column';
  if (!takeBlock(reader)) return undefined;
  const operation = { type: 'insert-column', at, position, title: title.text, content: '' } as const;
  return { ...clauseOf(operation, range), block: true };
}

function readTitle(reader: ClauseReader): QuotationToken | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'new');
    return skipWord(reader, 'column') ? takeQuotation(reader) : undefined;
  });
}

function takeBlock(reader: ClauseReader): true | undefined {
  return skipDash(reader) ?? expected(reader, '“—” and a block quote');
}

/**
 * Rule, after “for the column “Obligation” substitute”: `—`. Undefined where words are quoted, for a cell. Notes the misfit where a column
 * is named in its place, or several are to be replaced.
 */
export function readSubstituteColumn(
  reader: ClauseReader,
  { at, range }: { readonly at: TargetLocator; readonly range: Range },
): Clause | undefined {
  if (!isColumn(at)) return undefined;
  const from = reader.index;
  const named = attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'new');
    return skipWord(reader, 'column');
  });
  if (named) {
    reader.misfit = { ...rangeSince(reader, from), ...columnByName };
    return undefined;
  }
  const dash = attempt(reader, () => {
    skipTheFollowing(reader);
    return skipDash(reader);
  });
  if (!dash) return expected(reader, '“—”');
  reader.form = 'substitute-column';
  if (at.type === 'cell') return { ...clauseOf({ type: 'substitute-column', at, content: '' }, range), block: true };
  reader.misfit = {
    ...range,
    text: 'Expected one column, found several.',
    advice: 'Write an instruction for each column, with a block quote of its own.',
  };
  return undefined;
}

function isColumn(at: TargetLocator): boolean {
  return at.type === 'several' ? at.locators.every(isColumn) : at.type === 'cell';
}

/** What is wrong with a column that is to be replaced by another, of which only the name is given. */
export const columnByName = {
  text: 'Expected “—” and a block quote with the new column, found another column named in its place.',
  advice:
    'To give the column other cells: for the column “X” substitute— (and then a block quote with a table of that one column). To change its head alone: In the head row of the table in paragraph 5.5.3, in the column “X”, for “X” substitute “Y”.',
};
