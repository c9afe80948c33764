import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  skipWord,
  takeQuotation,
  takeWord,
} from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import { type Clause, type ClauseReader, clauseOf, isWord, takeVerb, takeWords, tokenAhead } from './clause.ts';
import { instructionForms } from './instruction-forms.ts';
import { joinTarget, type Named, readPlaceAfter } from './target-grammar.ts';

/** The ends of a stretch of words, and the place that it stands in. */
interface Stretch {
  readonly from?: QuotationToken | undefined;
  readonly to?: QuotationToken | undefined;
  readonly outer: Named;
}

/** Rule, after “for” or “replace”: `the words from “X” to “Y” substitute “Z”`. */
export function readSubstituteStretch(
  reader: ClauseReader,
  outer: Named | undefined,
  verb: 'substitute' | 'with',
): Clause | undefined {
  const stretch = readStretch(reader, outer, 'substitute-stretch');
  const replacement = stretch && takeVerb(reader, verb) ? takeWords(reader) : undefined;
  return stretch && replacement && substitution(reader, stretch, replacement);
}

/** Rule, after “substitute “Z” for”: `the words from “X” to “Y”`. */
export function readStretchFor(
  reader: ClauseReader,
  outer: Named | undefined,
  replacement: QuotationToken,
): Clause | undefined {
  const stretch = readStretch(reader, outer, 'substitute-stretch');
  return stretch && substitution(reader, stretch, replacement);
}

/** Rule, after “omit”: `the words from “X” to the end`. */
export function readOmitStretch(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  const stretch = readStretch(reader, outer, 'omit-stretch');
  const target = stretch && joinTarget(reader, stretch.outer);
  if (!target) return undefined;
  const operation = { type: 'omit-stretch', at: target.at, ...textsOf(stretch) } as const;
  return clauseOf(operation, target.range, stretch.from ?? stretch.to);
}

function substitution(reader: ClauseReader, stretch: Stretch, { text }: QuotationToken): Clause | undefined {
  const target = joinTarget(reader, stretch.outer);
  if (!target) return undefined;
  const operation = { type: 'substitute-stretch', at: target.at, ...textsOf(stretch), replacement: text } as const;
  return clauseOf(operation, target.range, stretch.from ?? stretch.to);
}

/**
 * Rule: `the words from “X” to “Y”`; from the beginning, or to the end, but not both. Where the words stand is named first, or with the
 * beginning or the end, or last: `from “X” to the end of paragraph 5.5.2`, `from “X” to “Y” in paragraph 5.5.2`.
 */
function readStretch(
  reader: ClauseReader,
  outer: Named | undefined,
  form: 'omit-stretch' | 'substitute-stretch',
): Stretch | undefined {
  attempt(reader, () => {
    if (skipWord(reader, 'everything')) return true;
    skipWord(reader, 'the');
    return skipWord(reader, 'words');
  });
  // “the words “X” to “Y””
  const quoted = nextToken(reader).type === 'quotation' && isWord(tokenAhead(reader, 1), 'to');
  if (!skipWord(reader, 'from') && !quoted) return undefined;
  reader.form = form;
  const first = readFirst(reader, outer);
  if (!first || reader.misfit || !takeWord(reader, 'to')) return undefined;
  const last = readLast(reader, first.place ? undefined : outer, first);
  if (!last || reader.misfit) return undefined;
  const [from, to, named] = [first.words, last.words, first.place ?? last.place ?? outer];
  if (named) return { from, to, outer: named };
  return expected(reader, 'the provision that has the words (as “in paragraph 5.5.2”, here or first)');
}

/** One end of a stretch: its words, or none where it is that of the place; and the place, where it is named there. */
interface End {
  readonly words?: QuotationToken;
  readonly place?: Named | undefined;
}

function readFirst(reader: ClauseReader, outer: Named | undefined): End | undefined {
  if (skipEnd(reader, 'beginning')) return placed(reader, readPlaceAfter(reader, outer, 'of'));
  expected(reader, '“the beginning”');
  const words = takeQuotation(reader);
  return words && { words };
}

function readLast(reader: ClauseReader, outer: Named | undefined, first: End): End | undefined {
  const from = reader.index;
  if (skipEnd(reader, 'end')) {
    if (first.words) return placed(reader, readPlaceAfter(reader, outer, 'of', 'in'));
    reader.misfit = { ...rangeSince(reader, from), ...allOfIt };
    return undefined;
  }
  if (first.words) expected(reader, '“the end”');
  const words = takeQuotation(reader);
  if (!words || first.place) return words && { words };
  const place = readPlaceAfter(reader, outer, 'in', 'from', 'of');
  return first.words ? { words, place } : { ...placed(reader, place), words };
}

const allOfIt = {
  text: 'Expected words in quotation marks at one end at least, found neither.',
  advice: `To take all of it, say for example: ${instructionForms['omit-provision']} · ${instructionForms['substitute-provision']}`,
};

function skipEnd(reader: ClauseReader, end: 'beginning' | 'end'): string | undefined {
  return attempt(reader, () =>
    skipWord(reader, 'the') ? skipWord(reader, end, ...(end === 'beginning' ? ['start'] : [])) : undefined,
  );
}

// Of a sentence at one end it is not said whether the other end stands in it or in another.
function placed(reader: ClauseReader, place: Named | undefined): End {
  if (place?.places.some((steps) => !('from' in steps) && steps[0]?.type === 'sentence'))
    reader.misfit = {
      ...place.range,
      text: 'Expected to be told first where all the words stand, found only the sentence at one end of them.',
      advice: `Begin with the place that has them all: ${instructionForms['omit-stretch']}`,
    };
  return { place };
}

function textsOf({ from, to }: Stretch): { readonly from?: string; readonly to?: string } {
  return { ...(from && { from: from.text }), ...(to && { to: to.text }) };
}
