import { type Chain, type Composed, composeLocator, type LocatorStep } from './locator-steps.ts';
import {
  attempt,
  beginReading,
  expected,
  nextToken,
  type SentenceReader,
  sentenceProblem,
  skipMark,
  skipWord,
} from './sentence-reader.ts';
import { readStep } from './step-grammar.ts';
import { readTokens } from './tokens.ts';

/** No locator that anyone means has more links than this. */
export const mostSteps = 20;

/**
 * Reads a text that is a locator and nothing else: `paragraph 5.5.2(b)`, `the heading of section 5.6`, `the table in
 * section 5.3, the row for “SPOTI”, the column “Device Certificates”`. Refuses with the place where sense stops.
 */
export function parseLocator(text: string): Composed {
  const reader = beginReading(readTokens(text, { start: 0, end: text.length }));
  const steps = readNarrowingSteps(reader);
  if (steps && nextToken(reader).type === 'end') return composeLocator(steps);
  if (steps) expected(reader, 'the end of the locator');
  return { ok: false, text: sentenceProblem(reader).text, advice: 'Say for example “paragraph 5.5.2(b)”.' };
}

/** Rule: chains from the outermost in, with commas between: `the table in section 5.3, in the row for “SPOTI”`. Steps innermost first. */
function readNarrowingSteps(reader: SentenceReader): Chain | undefined {
  const first = readLocatorSteps(reader);
  if (!first) return undefined;
  const chains = [first];
  while (chains.length < mostSteps) {
    const inner = attempt(reader, () => {
      if (!skipMark(reader, ',')) return undefined;
      skipWord(reader, 'in');
      return readLocatorSteps(reader);
    });
    if (!inner) break;
    chains.push(inner);
  }
  return chains.reverse().flat();
}

/** Rule: a chain from the innermost out: `the second paragraph of section 3.1`. */
export function readLocatorSteps(reader: SentenceReader): Chain | undefined {
  const first = readStep(reader);
  return first && [first, ...readOuterSteps(reader)];
}

/** Rule: what a step is of, as far as it goes: `of the table in section 3.1`. */
export function readOuterSteps(reader: SentenceReader): Chain {
  const steps: LocatorStep[] = [];
  while (steps.length < mostSteps) {
    const next = attempt(reader, () => (skipWord(reader, 'of', 'in') ? readStep(reader) : undefined));
    if (!next) break;
    steps.push(next);
  }
  return steps;
}
