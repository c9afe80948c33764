import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { labelIndex } from '../provision/label-index.ts';
import { type Reference, references } from '../provision/references.ts';
import { type Visit, walk } from '../provision/walk.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
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
    if (citation.start === last) continue;
    last = citation.start;
    yield* outerFollowers(after, reference, partners);
  }
}

function* followersAt(
  source: string,
  place: Range,
  target: Visit,
  partners: ReadonlyMap<Provision, Visit>,
): Generator<Follower> {
  const chain = [...target.parents, target.provision].filter(({ label }) => label !== undefined);
  const labelled = chain.at(-1);
  const partner = labelled && partners.get(labelled);
  if (!partner) return;
  yield* renumbered(source, place, pathOf([...partner.parents, partner.provision]), pathOf(chain), false);
}

const named =
  /\b(?:Annex|Appendix|Schedule) (?:[A-Z]{1,2}|\d{1,3})(?![\p{L}\d])|\b\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+/gu;

// Of “paragraph 3 of Annex C” and “item (b) of paragraph 5.5.2”, what comes after “of”.
function* outerFollowers(
  after: Document,
  { citation, start, end, cited }: Reference,
  partners: ReadonlyMap<Provision, Visit>,
): Generator<Follower> {
  if (cited !== after) return;
  const tail = citation.text.slice(Math.max(0, end - citation.start));
  if (start < citation.start || !/^\s+(?:of|in|to)\s/.test(tail)) return;
  for (const { index, 0: label } of tail.matchAll(named)) {
    const visits = labelIndex(after).labels.get(labelCore(label)) ?? [];
    const [only] = visits;
    const place = { start: end + index, end: end + index + label.length };
    if (only && visits.length === 1) yield* followersAt(after.source, place, only, partners);
  }
}

// The labels that a citation gives of a provision: from the nearest that stands for one place in the whole document.
function pathOf(chain: readonly Provision[]): readonly string[] {
  const labels = chain.flatMap(({ label, type }) => (label === undefined || type === 'footnote' ? [] : [label]));
  return labels.slice(Math.max(0, labels.findLastIndex(isDocumentWideLabel)));
}

const parts = /\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*|[A-Za-z]+/g;
const nouns = /^(?:annex|appendix|schedule|part|chapter)$/i;

// What is printed are the last labels of the path after; each that differs before is one follower.
function* renumbered(
  source: string,
  place: Range,
  pathBefore: readonly string[],
  pathAfter: readonly string[],
  own: boolean,
): Generator<Follower> {
  const printed = [...source.slice(place.start, place.end).matchAll(parts)].filter(([text]) => !nouns.test(text));
  const skipped = pathAfter.length - printed.length;
  if (pathBefore.length !== pathAfter.length || printed.length === 0 || skipped < 0) return;
  const found: Follower[] = [];
  for (const [index, { 0: text, index: at }] of printed.entries()) {
    const [one, other] = [pathBefore[skipped + index] as string, pathAfter[skipped + index] as string];
    if (coreOf(other) !== text || shapeOf(one) !== shapeOf(other)) return;
    const start = place.start + at;
    if (coreOf(one) !== text) found.push({ start, end: start + text.length, before: coreOf(one), own });
  }
  yield* found;
}

function coreOf(label: string): string {
  return labelCore(label).replace(/^[a-z]+ /, '');
}

// `5.5.2` and `5.5.2A` differ in the number alone; `(b)` and `b)`, or `5.5` and `5.5.1`, in more.
function shapeOf(label: string): string {
  const core = coreOf(label);
  const shape = core.replace(/\d+[A-Z]{0,2}|[A-Za-z]+/g, '#');
  return (
    label.slice(0, label.lastIndexOf(core)).toLowerCase() + shape + label.slice(label.lastIndexOf(core) + core.length)
  );
}

function inOrder(followers: readonly Follower[]): readonly Follower[] {
  const ordered = [...followers].sort((one, other) => one.start - other.start);
  return ordered.filter(({ start }, index) => index === 0 || (ordered[index - 1] as Follower).end <= start);
}
