import type { Reference } from '../provision/references.ts';
import { isInHistory } from './history.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A citation of this document, or of another that is checked with it, that points at nothing, or at two things. Whoever
 * follows it finds nothing there. Sections of the Code and documents that are not checked are not looked up; what a history of
 * versions cites, it cites of the version it speaks of.
 *
 * Bad:
 *
 *     5.1 A Party shall apply under paragraph 5.9.
 *
 *     5.2 A Party may withdraw.
 *
 * Good:
 *
 *     5.1 A Party shall apply under paragraph 5.2.
 *
 *     5.2 A Party may apply at any time.
 */
export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  severity: 'error',
  summary: 'A citation that points at nothing, or at two things.',
  find: ({ references }) =>
    references.flatMap((reference): readonly Finding[] => {
      const { document, target, citation, start, end } = reference;
      if (target?.type !== 'unlocated' || isInHistory(reference) || isOfWhatIsNamedBefore(reference)) return [];
      const text = `“${citation.text.replace(/\s+/g, ' ')}” ${
        target.reason === 'missing' ? 'points at nothing' : 'points at more than one place'
      }: ${target.text}.`;
      const advice = target.advice && `${target.advice.charAt(0).toUpperCase()}${target.advice.slice(1)}.`;
      const finding: Finding = { document, start, end, text, ...(advice ? { advice } : {}) };
      // A number without a noun may be of something else altogether: an address, a version, another book.
      return [/^\d/.test(citation.text) && !isStep(reference) ? { ...finding, severity: 'warning' } : finding];
    }),
};

function isStep({ locator }: Reference): boolean {
  return locator.type === 'label' && locator.noun === 'step';
}

// “RFC 5280 (4.2.1.10)” cites the standard, and “Section 5.4.1, Subsection 3.6” what is counted, not labelled, in that section.
function isOfWhatIsNamedBefore({ document, citation: { start, text } }: Reference): boolean {
  const before = document.source.slice(Math.max(0, start - 60), start);
  if (/^\d/.test(text)) return /\b[A-Z]{2,}[ -]?\d+ ?\($/.test(before);
  return /^sub-?section/i.test(text) && /\bsections? [\d.]+(?:\]\([^()\s]*\))?, ?$/i.test(before);
}
