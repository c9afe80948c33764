import type { ExceptedProvision, Expectation } from '../model/expectation.ts';
import type { Range } from '../model/range.ts';
import { readLocatorSteps } from '../provision/locator-grammar.ts';
import { composeLocator, type LocatorStep } from '../provision/locator-steps.ts';
import {
  attempt,
  beginReading,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  sentenceProblem,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
  takeWords,
} from '../provision/sentence-reader.ts';
import { readTokens } from '../provision/tokens.ts';
import { readDocumentReference, readDocumentReferences } from './document-reference.ts';
import type { Problem } from './problem.ts';

/** One expectation as written, without its place; the model's type leaves no way to say that. */
export type ExpectationRead =
  | { readonly ok: true; readonly expectation: Expectation }
  | { readonly ok: false; readonly problem: Problem };

const examples =
  'The forms that can be read are: No provision of Appendices D and K mentions both “Device CSR” and “SPOTI”. · No provision of Appendix D, other than section 2 of Appendix D, mentions “SPOTI”. · At least one provision of Appendix D mentions “SPOTI”. · Section 5 of Appendix D contains the words “…”. · Section 5 of Appendix D does not contain the words “…”.';

/** Reads one sentence under “After this change”. Refuses what the grammar cannot read, with the place where sense stops. */
export function readExpectation(source: string, sentence: Range): ExpectationRead {
  const tokens = readTokens(source, sentence);
  const reader = beginReading(tokens);
  const expectation = readMentions(reader, sentence) ?? readContains(reader, sentence);
  if (expectation) {
    skipMark(reader, '.', ';');
    if (nextToken(reader).type !== 'end') expected(reader, 'the end of the sentence');
  }
  const empty = tokens.find((token) => token.type === 'quotation' && token.text.trim() === '');
  if (expectation && nextToken(reader).type === 'end' && !empty) return { ok: true, expectation };
  const problem =
    expectation && empty
      ? { start: empty.start, end: empty.end, text: 'Expected words between the quotation marks, found none.' }
      : sentenceProblem(reader);
  return { ok: false, problem: { rule: 'expectation-syntax', advice: examples, ...problem } };
}

function readMentions(reader: SentenceReader, { start, end }: Range): Expectation | undefined {
  return attempt(reader, () => {
    const quantity = readQuantity(reader);
    if (quantity === undefined || !takeWords(reader, 'of')) return undefined;
    const documents = readDocumentReferences(reader);
    const except = documents && quantity === 'none' ? readExceptions(reader) : [];
    if (!documents || !except || !takeWord(reader, 'mentions', 'mention')) return undefined;
    const terms = readTerms(reader);
    const read = { type: 'mentions', documents, terms: terms ?? [], expected: quantity, start, end } as const;
    return terms && (except.length > 0 ? { ...read, except } : read);
  });
}

/** Rule: `, other than section 2 of Appendix N and the definition of “X” of Appendix D,`; nothing is no exception. */
function readExceptions(reader: SentenceReader): readonly ExceptedProvision[] | undefined {
  const opened = attempt(reader, () => {
    skipMark(reader, ',');
    return takeWords(reader, 'other', 'than');
  });
  if (!opened) return [];
  const first = readPlace(reader);
  if (!first) return undefined;
  const places = [first];
  for (;;) {
    const next = attempt(reader, () => {
      const separated = skipMark(reader, ',');
      return skipWord(reader, 'and') || separated ? readPlace(reader) : undefined;
    });
    if (!next) break;
    places.push(next);
  }
  skipMark(reader, ',');
  return places;
}

function readQuantity(reader: SentenceReader): 'none' | 'some' | undefined {
  if (takeWord(reader, 'no')) return takeWord(reader, 'provision') ? 'none' : undefined;
  return takeWords(reader, 'at', 'least', 'one') && takeWord(reader, 'provision') ? 'some' : undefined;
}

/** Rule: `“A”` · `both “A” and “B”` · `all of “A”, “B” and “C”`. */
function readTerms(reader: SentenceReader): readonly string[] | undefined {
  const opening = skipWord(reader, 'both', 'all');
  if (opening === 'all') skipWord(reader, 'of');
  const first = takeQuotation(reader);
  if (!first) {
    if (opening !== undefined) return undefined;
    expected(reader, '“both”');
    return expected(reader, '“all of”');
  }
  const terms = [first.text];
  for (;;) {
    const separated = skipMark(reader, ',');
    if (!skipWord(reader, 'and') && !separated) break;
    const term = takeQuotation(reader);
    if (!term) return undefined;
    terms.push(term.text);
  }
  const enough = opening === 'both' ? terms.length === 2 : opening === 'all' ? terms.length > 1 : terms.length === 1;
  if (enough) return terms;
  if (opening === undefined) reader.index = reader.tokens.indexOf(first);
  return expected(reader, opening === undefined ? '“both” or “all of” before several terms' : '“and” and another term');
}

function readContains(reader: SentenceReader, { start, end }: Range): Expectation | undefined {
  return attempt(reader, () => {
    const place = readPlace(reader);
    if (!place) return undefined;
    const denied = skipWord(reader, 'does') !== undefined;
    const verb = denied ? takeWords(reader, 'not', 'contain') : takeWord(reader, 'contains');
    if (!verb || !takeWords(reader, 'the', 'words')) return undefined;
    const words = takeQuotation(reader);
    return words && { type: 'contains', ...place, words: words.text, expected: !denied, start, end };
  });
}

/** Rule: `Section 5 of Appendix D`; `Appendix D` alone is all of it. The appendix named last is the document. */
function readPlace(reader: SentenceReader): ExceptedProvision | undefined {
  const whole = attempt(reader, () => (skipWord(reader, 'document') ? takeQuotation(reader)?.text : undefined));
  if (whole !== undefined) return { document: whole, at: { type: 'document' } };
  const from = reader.index;
  const steps = readLocatorSteps(reader);
  if (!steps) return undefined;
  const range = rangeSince(reader, from);
  const named = attempt(reader, () => (skipWord(reader, 'of', 'in') ? readDocumentReference(reader) : undefined));
  const letter = named ?? letterOf(steps.at(-1));
  if (letter === undefined) return expected(reader, '“of” and the document (as “of Appendix D”)');
  const composed = composeLocator(named === undefined ? steps.slice(0, -1) : steps);
  if (composed.ok) return { document: letter, at: composed.locator };
  reader.misfit = { ...range, text: composed.text, advice: composed.advice };
  return undefined;
}

function letterOf(step: LocatorStep | undefined): string | undefined {
  if (step?.type !== 'label' || step.noun !== 'appendix' || step.labels.length !== 1) return undefined;
  return step.labels[0]?.slice('Appendix '.length);
}
