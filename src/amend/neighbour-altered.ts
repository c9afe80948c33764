import { isOmitted } from '../check/omitted.ts';
import type { Finding } from '../check/rule.ts';
import type { Document, Provision } from '../model/document.ts';
import { nameProvision } from '../provision/name-provision.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { citedNeighbour, type RelativeCitation, relativeCitations } from '../provision/relative-citation.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { BothTexts } from './both-texts.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * A citation by place (“the preceding paragraph”) beside which another provision stands after the change: one was inserted, moved or omitted there, or
 * the words themselves were moved.
 */
export const neighbourAltered: ChangeRule = {
  id: 'neighbour-altered',
  severity: 'warning',
  summary: 'A citation by place, as “the preceding paragraph”, that means another provision because of the change.',
  find: (texts) =>
    texts.before.flatMap((document) => {
      const after = texts.documentAfter(document);
      if (after === document) return [];
      return passages(document).flatMap((passage) =>
        relativeCitations(passage.text).flatMap((citation) => alteredBy(document, after, passage, citation, texts)),
      );
    }),
};

function alteredBy(
  document: Document,
  after: Document,
  passage: Passage,
  citation: RelativeCitation,
  texts: BothTexts,
): readonly Finding[] {
  const start = texts.placeAfter(document, passage.start + citation.start);
  const end = start === undefined ? 0 : start + citation.text.length;
  if (start === undefined || after.source.slice(start, end) !== citation.text) return [];
  const standing = passages(after)[lastStartingAt(passages(after), start)];
  const was = citedNeighbour(document, passage.visit, citation);
  const now = standing && citedNeighbour(after, standing.visit, citation);
  if (!was || !isAltered(document, after, was, now, texts)) return [];
  const [old, fresh] = [nameProvision(document).get(was)?.locator, now && nameProvision(after).get(now)?.locator];
  return [
    {
      document: after,
      start,
      end,
      text: `“${citation.text.replace(/\s+/g, ' ')}” meant ${old} before the change, and ${meaning(after, now, fresh)} after it.`,
      advice: 'Cite the provision by its number, or amend the words.',
      ...(now ? { other: { document: after, ...now.words, text: 'what stands there now' } } : {}),
    },
  ];
}

function isAltered(
  document: Document,
  after: Document,
  was: Provision,
  now: Provision | undefined,
  texts: BothTexts,
): boolean {
  if (!now) return true;
  const later = texts.later(was);
  if (later === now) return isOmitted(after, now) && !isOmitted(document, was);
  // What is put in where a provision goes may replace it.
  return later !== undefined || texts.earlier(now) !== undefined;
}

function meaning(after: Document, now: Provision | undefined, name: string | undefined): string {
  if (!now) return 'nothing';
  return isOmitted(after, now) ? `${name}, of which only the number is left,` : `${name}`;
}
