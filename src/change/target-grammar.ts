import type { Range } from '../model/range.ts';
import { readLocatorSteps, readNarrowingSteps } from '../provision/locator-grammar.ts';
import { composeLocator, type LocatorStep } from '../provision/locator-steps.ts';
import { rangeSince, type SentenceReader, skipMark, takeWord } from '../provision/sentence-reader.ts';

/** A provision named in a sentence, as the steps of its locator, innermost first. */
export interface Named {
  readonly steps: readonly LocatorStep[];
  readonly range: Range;
}

/** Rule: `In Annex A,`, what an instruction may begin with. Undefined where it does not; `failed` where no provision follows. */
export function readOuter(reader: SentenceReader): Named | undefined | 'failed' {
  if (!takeWord(reader, 'in')) return undefined;
  const from = reader.index;
  const steps = readNarrowingSteps(reader);
  if (!steps) return 'failed';
  const range = rangeSince(reader, from);
  skipMark(reader, ',');
  return { steps, range };
}

/** Rule: the provision named after the verb. */
export function readInner(reader: SentenceReader): Named | undefined {
  const from = reader.index;
  const steps = readLocatorSteps(reader);
  return steps && { steps, range: rangeSince(reader, from) };
}

/** The one locator that what is named first and what is named last make together, and where they are written. */
export function joinTarget(reader: SentenceReader, outer: Named | undefined, inner?: Named) {
  const first = outer ?? inner;
  const last = inner ?? outer;
  if (!first || !last) return undefined;
  const range = { start: first.range.start, end: last.range.end };
  const composed = composeLocator([...(inner?.steps ?? []), ...(outer?.steps ?? [])]);
  if (composed.ok) return { at: composed.locator, range };
  reader.misfit = { ...range, text: composed.text, advice: composed.advice };
  return undefined;
}
