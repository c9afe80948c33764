import { isInHistory } from '../check/history.ts';
import { isOmitted } from '../check/omitted.ts';
import type { Finding } from '../check/rule.ts';
import type { Document } from '../model/document.ts';
import { possibleCitations } from '../provision/bare-number.ts';
import { citations } from '../provision/citation.ts';
import { labelIndex } from '../provision/label-index.ts';
import { nameProvision } from '../provision/name-provision.ts';
import { type Passage, passages } from '../provision/passages.ts';
import { annexOf } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import type { BothTexts } from './both-texts.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * A number without a noun that may cite a provision (“under 3.2”), where that provision is renumbered or omitted. Such a number never follows, for
 * it may be a quantity: only its reader can tell.
 */
export const numberLeftBehind: ChangeRule = {
  id: 'number-left-behind',
  severity: 'warning',
  summary: 'A number that may cite a provision which the change renumbers or omits.',
  find: (texts) => texts.before.flatMap((document) => findIn(document, texts)),
};

function findIn(document: Document, texts: BothTexts): readonly Finding[] {
  const altered = alteredNumbers(document, texts);
  if (altered.size === 0) return [];
  const references = texts.referencesBefore.filter((reference) => reference.document === document);
  const cited = new Set(references.map(({ start }) => start));
  return passages(document).flatMap((passage) => {
    if (!/\d\.\d/.test(passage.text) || isOwnNumber(passage) || isInHistory(passage)) return [];
    return possibleCitations(passage.text, citations(passage.text)).flatMap(
      ({ label, start, end }): readonly Finding[] => {
        const fate = altered.get(label)?.find(({ visit }) => annexOf(visit) === annexOf(passage.visit));
        const at = texts.placeAfter(document, passage.start + start);
        if (!fate || at === undefined || cited.has(passage.start + start)) return [];
        return [
          {
            document: texts.documentAfter(document),
            start: at,
            end: at + end - start,
            text: `“${label}” may cite ${fate.was}, which ${fate.became}. A number without a noun does not follow.`,
            advice: 'Amend it, if it is a citation.',
          },
        ];
      },
    );
  });
}

interface Fate {
  readonly visit: Visit;
  readonly was: string;
  readonly became: string;
}

// The numbers of two parts whose provision has another after the change, or says nothing any more.
function alteredNumbers(document: Document, texts: BothTexts): ReadonlyMap<string, readonly Fate[]> {
  const altered = new Map<string, Fate[]>();
  const after = texts.documentAfter(document);
  if (after === document) return altered;
  for (const [core, visits] of labelIndex(document).labels) {
    if (!/^[^.]+\.[^.]+$/.test(core)) continue;
    for (const visit of visits) {
      const later = texts.later(visit.provision);
      const locator = later && (nameProvision(after).get(later)?.locator ?? 'another');
      const isSame = later?.label !== undefined && labelCore(later.label) === core;
      const isGone = !later
        ? !labelIndex(after).labels.has(core)
        : isOmitted(after, later) && !isOmitted(document, visit.provision);
      if (!isGone && (isSame || !later)) continue;
      const was = nameProvision(document).get(visit.provision)?.locator ?? core;
      const fate = { visit, was, became: isGone ? 'is no longer there' : `is ${locator} now` };
      altered.set(core, [...(altered.get(core) ?? []), fate]);
    }
  }
  return altered;
}

// The first cell of a numbered row is its label.
function isOwnNumber({ visit: { provision, parents } }: Passage): boolean {
  return provision.type === 'cell' && provision.ordinal === 1 && parents.at(-1)?.label !== undefined;
}
