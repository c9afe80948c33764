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
    const before = new Map(
      rangesIn(texts.referencesBefore).map((range) => [keyOf(range.first.document, range.first.citation.start), range]),
    );
    const after = new Map(
      rangesIn(texts.referencesAfter).map((range) => [keyOf(range.first.document, range.first.citation.start), range]),
    );
    return [...before.values()].flatMap((old): readonly Finding[] => {
      const { document, citation } = old.first;
      const start = texts.placeAfter(document, citation.start);
      const fresh = start === undefined ? undefined : after.get(keyOf(document, start));
      return fresh ? altered(old, fresh, texts) : [];
    });
  },
};

/** A range as it is cited, and the provisions from its one end to the other. */
interface CitedRange {
  readonly first: Reference;
  readonly members: readonly Provision[];
}

function rangesIn(references: readonly Reference[]): readonly CitedRange[] {
  return references.flatMap((last, index): readonly CitedRange[] => {
    const first = references[index - 1];
    if (!first || first.document !== last.document || first.citation.start !== last.citation.start) return [];
    if (!rangeJoin.test(last.document.source.slice(first.end, last.start)) || isInHistory(last)) return [];
    const members = membersOf(first, last);
    return members.length > 1 ? [{ first, members }] : [];
  });
}

// The labelled provisions beside one another from one end to the other; none where the ends do not stand beside one another.
function membersOf(first: Reference, last: Reference): readonly Provision[] {
  if (first.target?.type !== 'provision' || last.target?.type !== 'provision') return [];
  const siblings = first.target.parents.at(-1)?.children ?? first.cited?.children ?? [];
  const [from, to] = [siblings.indexOf(first.target.provision), siblings.indexOf(last.target.provision)];
  if (from < 0 || to < from) return [];
  return siblings.slice(from, to + 1).filter(({ label, type }) => label !== undefined && type === siblings[from]?.type);
}

function altered(old: CitedRange, fresh: CitedRange, texts: BothTexts): readonly Finding[] {
  const { first, members } = fresh;
  // Where an end is another, the citation was amended, or has strayed.
  const isSame = (one?: Provision, other?: Provision) => one !== undefined && texts.later(one) === other;
  if (!isSame(old.members[0], members[0]) || !isSame(old.members.at(-1), members.at(-1))) return [];
  const entered = members.filter((member) => {
    const earlier = texts.earlier(member);
    return earlier ? !old.members.includes(earlier) : !replaces(member, old.members, texts);
  });
  const left = old.members.flatMap((member) => {
    const later = texts.later(member);
    return later && !members.includes(later) ? [later] : [];
  });
  if (entered.length + left.length === 0 || !first.cited) return [];
  const { document, citation } = first;
  const said = [
    ...(entered.length > 0 ? [`takes in ${named(entered, first.cited)}, which it did not before`] : []),
    ...(left.length > 0 ? [`leaves out ${named(left, first.cited)}, which it held before`] : []),
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

// What is put in under the label of a provision that goes, replaces it.
function replaces(member: Provision, old: readonly Provision[], texts: BothTexts): boolean {
  return old.some((one) => one.label === member.label && texts.later(one) === undefined);
}

function named(provisions: readonly Provision[], document: Document): string {
  const names = nameProvision(document);
  return provisions.map((provision) => names.get(provision)?.locator ?? provision.label ?? 'a provision').join(' and ');
}

function keyOf({ key }: Document, start: number): string {
  return `${key} ${start}`;
}
