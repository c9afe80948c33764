import type { Document, Provision } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A citation of a provision of which only the number is left. It resolves, but there is nothing to read there: the
 * citation was overlooked when the provision was removed.
 *
 * Bad:
 *
 *     5.1 A Party shall apply under paragraph 5.2.
 *
 *     5.2 [No longer in use]
 *
 * Good:
 *
 *     5.1 A Party shall apply under paragraph 5.3.
 *
 *     5.2 [No longer in use]
 *
 *     5.3 A Party may apply at any time.
 */
export const referenceToOmitted: Rule = {
  id: 'reference-to-omitted',
  severity: 'warning',
  find: ({ references }) =>
    references.flatMap((reference): readonly Finding[] => {
      const { document, target, cited, citation, start, end } = reference;
      if (!cited || !target || target.type === 'unlocated' || target.type === 'document') return [];
      const { provision, parents } = target;
      const omitted = [provision, ...parents.toReversed()].find((around) => isOmitted(cited, around));
      if (!omitted) return [];
      return [
        {
          document,
          start,
          end,
          text: `“${citation.text.replace(/\s+/g, ' ')}” points at a provision that is no longer in use.`,
          advice: 'Cite what took its place, or take the citation out.',
          other: { document: cited, ...omitted.words, text: 'what is left of it' },
        },
      ];
    }),
};

const nothingLeft =
  /^\[?(?:no longer (?:in use|used)|not (?:in )?use[d]?|(?:provision )?(?:omitted|deleted|revoked|repealed|reserved)|(?:this \w+ is )?intentionally (?:left )?blank)\.?\]?\.?$/i;

function isOmitted(document: Document, provision: Provision): boolean {
  const { type, words, children } = provision;
  if (type === 'row') return children.slice(1).some((cell) => isNothing(document, cell));
  return type !== 'cell' && words.end > words.start && words.end - words.start < 60 && isNothing(document, provision);
}

function isNothing({ source }: Document, { words }: Provision): boolean {
  return nothingLeft.test(
    source
      .slice(words.start, words.end)
      .replace(/[*_\\]/g, '')
      .trim(),
  );
}
