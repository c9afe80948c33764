import { isOmitted } from '../check/omitted.ts';
import type { Finding } from '../check/rule.ts';
import type { Document, Provision } from '../model/document.ts';
import { nameProvision } from '../provision/name-provision.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { printList } from '../provision/quotation.ts';
import { citedNeighbours, type RelativeCitation, relativeCitations } from '../provision/relative-citation.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { BothTexts } from './both-texts.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * A citation by place (“the preceding paragraph”, “the next three items”) beside which other provisions stand after the change: one was inserted, moved
 * or omitted there, or the words themselves were moved.
 */
export const neighbourAltered: ChangeRule = {
  id: 'neighbour-altered',
  severity: 'warning',
  summary:
    'A citation by place, as “the preceding paragraph” or “the next three items”, that means another provision because of the change.',
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
  const was = citedNeighbours(document, passage.visit, citation);
  // Where not so many stood there, the words mean something else.
  if (was.length < citation.count || !standing) return [];
  const now = citedNeighbours(after, standing.visit, citation);
  const other = altered(document, after, was, now, texts);
  if (!other) return [];
  return [
    {
      document: after,
      start,
      end,
      text: `“${citation.text.replace(/\s+/g, ' ')}” meant ${named(document, was)} before the change, and ${meaning(after, now)} after it.`,
      advice: `Cite the ${citation.count === 1 ? 'provision by its number' : 'provisions by their numbers'}, or amend the words.`,
      ...(other === 'fewer' ? {} : { other: { document: after, ...other.words, text: 'what stands there now' } }),
    },
  ];
}

// The first provision that is meant now and was not, or is left without words; nothing where the same are meant.
function altered(
  document: Document,
  after: Document,
  was: readonly Provision[],
  now: readonly Provision[],
  texts: BothTexts,
): Provision | 'fewer' | undefined {
  if (now.length < was.length) return 'fewer';
  const later = was.map((one) => texts.later(one));
  const entered = now.filter((one) => !later.includes(one));
  const left = later.filter((one) => one === undefined || !now.includes(one));
  // What is put in where a provision goes may replace it.
  const isReplaced = left.every((one) => one === undefined) && entered.every((one) => texts.earlier(one) === undefined);
  if (entered.length > 0 && !isReplaced) return entered[0];
  return now.find(
    (one) => isOmitted(after, one) && was.some((old) => texts.later(old) === one && !isOmitted(document, old)),
  );
}

function named(document: Document, provisions: readonly Provision[]): string {
  const names = nameProvision(document);
  return printList(provisions.map((one) => names.get(one)?.locator ?? one.label ?? 'a provision'));
}

function meaning(after: Document, now: readonly Provision[]): string {
  if (now.length === 0) return 'nothing';
  const names = nameProvision(after);
  return printList(
    now.map((one) => {
      const name = names.get(one)?.locator ?? one.label ?? 'a provision';
      return isOmitted(after, one) ? `${name}, of which only the number is left,` : name;
    }),
  );
}
