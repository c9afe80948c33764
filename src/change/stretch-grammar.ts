import { attempt, expected, skipWord, takeQuotation, takeWord } from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import { type Clause, type ClauseReader, clauseOf, takeVerb, takeWords } from './clause.ts';
import { joinTarget, type Named } from './target-grammar.ts';

interface StretchEnds {
  readonly from?: QuotationToken | undefined;
  readonly to?: QuotationToken | undefined;
}

/** Rule, after “for” or “replace”: `the words from “X” to “Y” substitute “Z”`. */
export function readSubstituteStretch(
  reader: ClauseReader,
  outer: Named | undefined,
  verb: 'substitute' | 'with',
): Clause | undefined {
  const ends = readStretch(reader, outer);
  if (!ends) return undefined;
  reader.form = 'substitute-stretch';
  const replacement = takeVerb(reader, verb) ? takeWords(reader) : undefined;
  const target = replacement && joinTarget(reader, outer);
  if (!target) return undefined;
  const operation = {
    type: 'substitute-stretch',
    at: target.at,
    ...textsOf(ends),
    replacement: replacement.text,
  } as const;
  return clauseOf(operation, target.range, ends.from ?? ends.to);
}

/** Rule, after “omit”: `the words from “X” to the end`. */
export function readOmitStretch(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  const ends = readStretch(reader, outer);
  if (!ends) return undefined;
  reader.form = 'omit-stretch';
  const target = joinTarget(reader, outer);
  return (
    target && clauseOf({ type: 'omit-stretch', at: target.at, ...textsOf(ends) }, target.range, ends.from ?? ends.to)
  );
}

/** Rule: `the words from “X” to “Y”`; from the beginning, or to the end, but not both. */
function readStretch(reader: ClauseReader, outer: Named | undefined): StretchEnds | undefined {
  attempt(reader, () => {
    if (skipWord(reader, 'everything')) return true;
    skipWord(reader, 'the');
    return skipWord(reader, 'words');
  });
  if (!skipWord(reader, 'from')) return undefined;
  if (!outer) return expected(reader, 'a provision (begin with the one that has the words: “In paragraph 5.5.2,”)');
  const begins = attempt(reader, () => (skipWord(reader, 'the') ? skipWord(reader, 'beginning') : undefined));
  if (!begins) expected(reader, '“the beginning”');
  const from = begins ? undefined : takeQuotation(reader);
  if (!(begins || from) || !takeWord(reader, 'to')) return undefined;
  const ends = from && attempt(reader, () => (skipWord(reader, 'the') ? skipWord(reader, 'end') : undefined));
  if (from && !ends) expected(reader, '“the end”');
  const to = ends ? undefined : takeQuotation(reader);
  return ends || to ? { from, to } : undefined;
}

function textsOf({ from, to }: StretchEnds): { readonly from?: string; readonly to?: string } {
  return { ...(from && { from: from.text }), ...(to && { to: to.text }) };
}
