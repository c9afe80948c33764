import { isInHistory } from '../check/history.ts';
import type { Finding } from '../check/rule.ts';
import type { Document, Provision } from '../model/document.ts';
import { rangeJoin } from '../provision/cited-labels.ts';
import { nameProvision } from '../provision/name-provision.ts';
import type { Reference } from '../provision/references.ts';
import type { BothTexts } from './both-texts.ts';
import type { ChangeRule } from './change-rule.ts';

/**
 * A range that a citation names by its two ends (“paragraphs 5.5.1 to 5.5.4”), and that takes in a provision it did not, or leaves one out, because
 * the change inserts it there, or moves it there or away. The citation reads as it did, and means something else.
 */
export const rangeAltered: ChangeRule = {
  id: 'range-altered',
  severity: 'warning',
  summary: 'A range cited by its two ends that takes in or leaves out a provision because of the change.',
  find: (texts) => {
    const after = new Map(rangesIn(texts.referencesAfter).map((range) => [keyOf(range, range.citation.start), range]));
    return rangesIn(texts.referencesBefore).flatMap((old): readonly Finding[] => {
      // A range of a document that stays as it is holds what it held.
      if (!old.cited || texts.documentAfter(old.cited) === old.cited) return [];
      const start = texts.placeAfter(old.document, old.citation.start);
      const fresh = start === undefined ? undefined : after.get(keyOf(old, start));
      return fresh ? altered(old, fresh, texts) : [];
    });
  },
};

/** A range as it is cited: its two ends, and which range of the citation it is, from 0. */
interface CitedRange extends Pick<Reference, 'document' | 'citation' | 'cited'> {
  readonly first: Reference;
  readonly last: Reference;
  readonly place: number;
}

function rangesIn(references: readonly Reference[]): readonly CitedRange[] {
  const found: CitedRange[] = [];
  for (const [index, last] of references.entries()) {
    const first = references[index - 1];
    const { document, citation, cited } = last;
    if (!first || first.document !== document || first.citation.start !== citation.start) continue;
    if (!rangeJoin.test(document.source.slice(first.end, last.start)) || isInHistory(last)) continue;
    const before = found.at(-1);
    const isNext = before?.document === document && before.citation.start === citation.start;
    found.push({ document, citation, ...(cited && { cited }), first, last, place: isNext ? before.place + 1 : 0 });
  }
  return found;
}

// The labelled provisions beside one another from one end to the other; none where the ends do not stand beside one another.
function membersOf({ first, last }: CitedRange): readonly Provision[] {
  if (first.target?.type !== 'provision' || last.target?.type !== 'provision') return [];
  const siblings = first.target.parents.at(-1)?.children ?? first.cited?.children ?? [];
  const [from, to] = [siblings.indexOf(first.target.provision), siblings.indexOf(last.target.provision)];
  if (from < 0 || to < from) return [];
  return siblings.slice(from, to + 1).filter(({ label, type }) => label !== undefined && type === siblings[from]?.type);
}

function altered(old: CitedRange, fresh: CitedRange, texts: BothTexts): readonly Finding[] {
  const [members, oldMembers] = [membersOf(fresh), membersOf(old)];
  // Where an end is another, the citation was amended, or has strayed.
  const isSame = (one?: Provision, other?: Provision) => one !== undefined && texts.later(one) === other;
  if (!isSame(oldMembers[0], members[0]) || !isSame(oldMembers.at(-1), members.at(-1))) return [];
  const [inOld, inFresh] = [new Set(oldMembers), new Set(members)];
  const replaced = new Set(oldMembers.flatMap((one) => (texts.later(one) === undefined ? one.label : [])));
  const entered = members.filter((member) => {
    const earlier = texts.earlier(member);
    // What is put in under the label of a provision that goes, replaces it.
    return earlier ? !inOld.has(earlier) : !replaced.has(member.label);
  });
  const left = oldMembers.flatMap((member) => {
    const later = texts.later(member);
    return later && !inFresh.has(later) ? [later] : [];
  });
  const { document, citation, cited } = fresh;
  if (entered.length + left.length === 0 || !cited) return [];
  const said = [
    ...(entered.length > 0 ? [`takes in ${named(entered, cited)}, which it did not before`] : []),
    ...(left.length > 0 ? [`leaves out ${named(left, cited)}, which it held before`] : []),
  ];
  return [
    {
      document,
      start: citation.start,
      end: citation.end,
      text: `“${citation.text.replace(/\s+/g, ' ')}” ${said.join(', and ')}.`,
      advice: 'Amend the citation where it should still mean the same provisions.',
    },
  ];
}

function named(provisions: readonly Provision[], document: Document): string {
  const names = nameProvision(document);
  return provisions.map((provision) => names.get(provision)?.locator ?? provision.label ?? 'a provision').join(' and ');
}

function keyOf({ document: { key }, place }: CitedRange, start: number): string {
  return `${key} ${start} ${place}`;
}
