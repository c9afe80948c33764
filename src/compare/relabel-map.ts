import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { citedAround, citedPath, numberOf, printedNumbers, shapeOf } from '../provision/printed-numbers.ts';
import { references } from '../provision/references.ts';
import { type Visit, walk } from '../provision/walk.ts';
import { type Joins, placesBefore } from './relabel-joins.ts';

/** A part of the text after that would read otherwise if no label had shifted: a label, or a part of a citation. */
export interface Follower extends Range {
  /** What stands there before. */
  readonly before: string;
  /** It is the provision's own label; else it cites. */
  readonly own: boolean;
}

/** A labelled provision in both texts. */
export interface LabelledPair {
  readonly before: Visit;
  readonly after: Visit;
  readonly shifted: boolean;
}

/** How the labels of two texts correspond. */
export interface Relabelling {
  /** In order; none overlaps another. */
  readonly followers: readonly Follower[];
  /** In the order of the text after. */
  readonly labels: readonly LabelledPair[];
}

/** Where nothing shifted. */
export const noRelabelling: Relabelling = { followers: [], labels: [] };

/**
 * Finds the labels that only change their number in provisions that are paired, and every citation after that follows them: one
 * that points at the provision that the same words, with the label before, pointed at.
 */
export function mapLabels(before: Document, after: Document, joins: Joins): Relabelling {
  const placeBefore = placesBefore(joins);
  const [visitsBefore, visitsAfter] = [labelledVisits(before), labelledVisits(after)];
  const labels: LabelledPair[] = [];
  const followers: Follower[] = [];
  const partners = new Map<Provision, Visit>();
  for (const [place, other] of visitsAfter) {
    const one = visitsBefore.get(placeBefore(place) ?? -1);
    if (!one || one.provision.type !== other.provision.type) continue;
    const own = ownFollower(after.source, one.provision, other.provision);
    if (own) followers.push(own);
    labels.push({ before: one, after: other, shifted: own !== undefined });
    partners.set(other.provision, one);
  }
  if (followers.length === 0) return noRelabelling;
  for (const follower of citingFollowers(after, partners)) followers.push(follower);
  return { followers: inOrder(followers), labels };
}

function labelledVisits(document: Document): ReadonlyMap<number, Visit> {
  const visits = new Map<number, Visit>();
  for (const visit of walk(document)) {
    const { labelRange, type } = visit.provision;
    if (labelRange && type !== 'footnote') visits.set(labelRange.start, visit);
  }
  return visits;
}

function ownFollower(source: string, before: Provision, after: Provision): Follower | undefined {
  const { label, labelRange } = after;
  if (!labelRange || label === undefined || before.label === undefined || before.label === label) return undefined;
  const [found, ...more] = renumbered(source, labelRange, [before.label], [label], true);
  return more.length === 0 ? found : undefined;
}

function* citingFollowers(after: Document, partners: ReadonlyMap<Provision, Visit>): Generator<Follower> {
  let last = -1;
  for (const reference of references([after])) {
    const { target, cited, citation } = reference;
    if (cited === after && target && (target.type === 'provision' || target.type === 'words'))
      yield* followersAt(after.source, reference, target, partners);
    if (citation.start === last || cited !== after) continue;
    last = citation.start;
    for (const place of citedAround(reference)) yield* followersAt(after.source, place, place.target, partners);
  }
}

function followersAt(
  source: string,
  place: Range,
  target: Visit,
  partners: ReadonlyMap<Provision, Visit>,
): readonly Follower[] {
  const chain = [...target.parents, target.provision].filter(({ label }) => label !== undefined);
  const labelled = chain.at(-1);
  const partner = labelled && partners.get(labelled);
  if (!partner) return [];
  return renumbered(source, place, labelsOf([...partner.parents, partner.provision]), labelsOf(chain), false);
}

function labelsOf(chain: readonly Provision[]): readonly string[] {
  return citedPath(chain).map(({ label }) => label ?? '');
}

function renumbered(
  source: string,
  place: Range,
  pathBefore: readonly string[],
  pathAfter: readonly string[],
  own: boolean,
): readonly Follower[] {
  if (pathBefore.length !== pathAfter.length) return [];
  const numbers = printedNumbers(source, place, pathAfter) ?? [];
  const pairs = numbers.map((number) => ({
    ...number,
    one: pathBefore[number.index] ?? '',
    other: pathAfter[number.index] ?? '',
  }));
  if (pairs.some(({ one, other }) => shapeOf(one) !== shapeOf(other))) return [];
  return pairs
    .filter(({ one, other }) => numberOf(one) !== numberOf(other))
    .map(({ start, end, one }) => ({ start, end, before: numberOf(one), own }));
}

function inOrder(followers: readonly Follower[]): readonly Follower[] {
  const ordered = [...followers].sort((one, other) => one.start - other.start);
  return ordered.filter(({ start }, index) => index === 0 || (ordered[index - 1] as Follower).end <= start);
}
