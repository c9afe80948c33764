import { isInHistory } from '../check/history.ts';
import type { Finding } from '../check/rule.ts';
import { nameProvision } from '../provision/name-provision.ts';
import type { Reference } from '../provision/references.ts';
import type { BothTexts } from './both-texts.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * A citation that a change leaves as it is, and that points at another provision after it: what it cited has another number now, or is gone, and
 * its number is another's. It reads as well as before, so nobody notices.
 */
export const referenceStrayed: ChangeRule = {
  id: 'reference-strayed',
  severity: 'warning',
  summary: 'A citation that the change leaves as it is, and that points at another provision after it.',
  find: (texts) => {
    const atPlace = new Map(texts.referencesAfter.map((reference) => [placeOf(reference), reference]));
    return texts.referencesBefore.flatMap((old): readonly Finding[] => {
      const start = texts.placeAfter(old.document, old.start);
      const fresh = start === undefined ? undefined : atPlace.get(`${old.document.key} ${start}`);
      return fresh && !isInHistory(fresh) ? strayed(old, fresh, texts) : [];
    });
  },
};

function strayed(old: Reference, fresh: Reference, texts: BothTexts): readonly Finding[] {
  const { cited, target } = old;
  if (!cited || target?.type !== 'provision' || fresh.target?.type !== 'provision' || !fresh.cited) return [];
  const now = fresh.target.provision;
  const later = texts.later(target.provision);
  if (now === later || (later === undefined && texts.earlier(now) === undefined)) return [];
  const { document, citation, start, end } = fresh;
  const named = later && nameProvision(texts.documentAfter(cited)).get(later)?.locator;
  const became = named === undefined ? 'is gone' : `is ${named} now`;
  return [
    {
      document,
      start,
      end,
      text: `“${citation.text.replace(/\s+/g, ' ')}” points at another provision than before: the one it cited ${became}.`,
      advice:
        named === undefined
          ? 'Amend the citation, or take it out.'
          : `Cite ${named} instead, or say “references follow” where it is renumbered.`,
      other: { document: fresh.cited, ...now.words, text: 'what it points at now' },
    },
  ];
}

function placeOf({ document, start }: Reference): string {
  return `${document.key} ${start}`;
}
