import type { RunningWord } from '../provision/running-words.ts';
import type { Finding, Rule } from './rule.ts';
import { isSentenceStart } from './sentence-start.ts';
import { type Reading, withWords } from './survey.ts';

/**
 * A defined term of several words, written with other capitals or hyphens than its definition has. A reader cannot tell
 * whether the defined thing is meant. Words in small letters throughout are ordinary words, and so are headings, which
 * have capitals of their own.
 *
 * Bad:
 *
 *     5.1 A Party may submit an ad hoc device CSR.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Ad Hoc Device CSR | means a request that is submitted singly. |
 *
 * Good:
 *
 *     5.1 A Party may submit an Ad Hoc Device CSR.
 *
 *     | Term | Meaning |
 *     |---|---|
 *     | Ad Hoc Device CSR | means a request that is submitted singly. |
 */
export const termSpeltDifferently: Rule = {
  id: 'term-spelt-differently',
  severity: 'warning',
  summary: 'A defined term, written with other capitals or hyphens than its definition has.',
  find: ({ terms, readings }) => {
    const defined = new Set(terms.map(({ name }) => name));
    return readings.flatMap((reading) => findIn(reading, defined));
  },
};

function findIn(reading: Reading, defined: ReadonlySet<string>): readonly Finding[] {
  const { document, passage } = reading;
  if (passage.visit.provision.type === 'section') return [];
  const found = reading.found.filter(({ name, length, exact }) => !exact && length > 1 && defined.has(name));
  if (found.length === 0) return [];
  const { words } = withWords(reading);
  return found.flatMap(({ name, at, length }) => {
    const written = words.slice(at, at + length);
    if (!isMeantAsTerm(written, passage.text)) return [];
    const start = written[0]?.start ?? 0;
    const end = written.at(-1)?.end ?? start;
    return [
      {
        document,
        start: passage.start + start,
        end: passage.start + end,
        text: `“${passage.text.slice(start, end)}” is defined as “${name}”.`,
        advice: `Write “${name}” where the defined term is meant.`,
      },
    ];
  });
}

// A capital shows that a term is meant, unless the sentence gives it.
function isMeantAsTerm(written: readonly RunningWord[], text: string): boolean {
  return written.some((word, index) => /^[A-Z]/.test(word.text) && (index > 0 || !isSentenceStart(text, word.start)));
}
