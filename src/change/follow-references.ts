import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { rangeJoin } from '../provision/cited-labels.ts';
import { citedAround, citedPath, numberOf, printedNumbers } from '../provision/printed-numbers.ts';
import { type Reference, references } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import type { NewLabel, RenumberingRefusal } from './new-labels.ts';
import { ascend } from './number-series.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { excerpt } from './refusal.ts';
import { depthOf } from './renumber.ts';
import { partOf } from './steps.ts';

/** A citation that follows a new label: its edit, and the document that it is in. */
export interface Follower {
  readonly document: Document;
  readonly edit: PlannedEdit;
  readonly label: NewLabel;
}

/** The citations that follow new labels, and those that cannot. */
export interface Following {
  readonly edits: readonly Follower[];
  readonly refusals: readonly {
    readonly document: Document;
    readonly citation: Range;
    readonly refusal: RenumberingRefusal;
  }[];
}

type NewLabels = ReadonlyMap<Provision, NewLabel>;

/**
 * Finds every citation, in all documents of a code, of a provision whose label changes, and works out how it follows: where the
 * instruction says that references follow, and always where a step of a table names the next step in it, but where the instruction says
 * that they stay. What is written so that no number
 * put in its place would surely be right, is refused. `isElsewhere` tells the references that are not to be followed here.
 */
export function followReferences(
  documents: readonly Document[],
  labels: NewLabels,
  isElsewhere: (reference: Reference) => boolean = () => false,
): Following {
  const edits = new Map<string, Follower>();
  const refusals = new Map<string, Following['refusals'][number]>();
  if (labels.size === 0) return { edits: [], refusals: [] };
  let before: Reference | undefined;
  for (const reference of references(documents)) {
    const { document, citation } = reference;
    if (isElsewhere(reference)) continue;
    const broken = before && endsRange(before, reference) ? brokenRange(before, reference, labels) : undefined;
    before = reference;
    const places = broken ? [] : placesIn(reference);
    const followed = places.map((place) => follow(reference, place, labels));
    const refusal = broken ?? followed.find((one): one is RenumberingRefusal => 'said' in one);
    if (refusal) refusals.set(`${document.key} ${citation.start}`, { document, citation, refusal });
    for (const one of followed)
      for (const found of 'said' in one ? [] : one) edits.set(`${document.key} ${found.edit.start}`, found);
  }
  return { edits: [...edits.values()], refusals: [...refusals.values()] };
}

/** A place that prints a number, and what it cites. */
type Place = Range & { readonly target: Visit };

/** The places of a citation that print numbers. */
export function placesIn(reference: Reference): readonly Place[] {
  const { start, end } = reference;
  const target = targetOf(reference);
  return target ? [{ start, end, target }, ...citedAround(reference)] : citedAround(reference);
}

/** The numbers that a citation prints at a place and that change, each as an edit; or why it cannot follow. */
export function follow(
  reference: Reference,
  place: Place,
  labels: NewLabels,
): readonly Follower[] | RenumberingRefusal {
  const { document } = reference;
  const path = citedPath([...place.target.parents, place.target.provision]);
  const isWanted = (label: NewLabel | undefined) => label !== undefined && isFollowed(label, reference);
  const first = path.map((provision) => labels.get(provision)).find(isWanted);
  if (!first) return [];
  const printed = path.map(({ label }) => label ?? '');
  const numbers = printedNumbers(document.source, place, printed);
  if (!numbers) return cannotFollow(first, reference, 'it does not print the number as the provision does');
  return numbers.flatMap(({ start, end, index }): readonly Follower[] => {
    const label = labels.get(path[index] as Provision);
    if (!label || !isWanted(label)) return [];
    const step = label.renumbering.instruction;
    const owner = { by: step.number, ...partOf(step) };
    const text = numberOf(label.label);
    return [{ document, label, edit: { start, end, text, ...owner, relabel: 'citation', meant: { type: 'words' } } }];
  });
}

function isFollowed(label: NewLabel, reference: Reference): boolean {
  const { referencesFollow, except = [] } = label.renumbering;
  const { provision, parents } = reference.visit;
  if (except.some((one) => one === provision || parents.includes(one))) return false;
  return referencesFollow || isNextStep(label, reference);
}

// A step that names the next one in its table.
function isNextStep({ visit }: NewLabel, { visit: citing }: Reference): boolean {
  const table = citing.parents.findLast(({ type }) => type === 'table');
  const inTable = table !== undefined && visit.provision.type === 'row' && visit.parents.includes(table);
  return inTable && /^next step/i.test(citing.provision.title ?? '');
}

// “5.5.1 to 5.5.4”: the second ends the range that the first begins.
function endsRange(first: Reference, second: Reference): boolean {
  if (first.document !== second.document || first.citation.start !== second.citation.start) return false;
  return rangeJoin.test(first.document.source.slice(first.end, second.start));
}

// The numbers between two that change must change as they do, and go on counting upwards.
function brokenRange(first: Reference, last: Reference, labels: NewLabels): RenumberingRefusal | undefined {
  const [one, other] = [targetOf(first), targetOf(last)];
  const changed = [one, other].flatMap((visit) => (visit && labels.get(visit.provision)) ?? []);
  const siblings = one?.parents.at(-1)?.children ?? first.cited?.children ?? [];
  const [from, to] = [siblings.indexOf(one?.provision as Provision), siblings.indexOf(other?.provision as Provision)];
  const between = siblings
    .slice(Math.max(from, 0), Math.max(to, from) + 1)
    .filter(
      (provision) => provision.label !== undefined && depthOf(provision) === depthOf(siblings[from] ?? provision),
    );
  const [any] = [...changed, ...between.flatMap((provision) => labels.get(provision) ?? [])].filter((label) =>
    isFollowed(label, first),
  );
  if (!any) return undefined;
  const numbers = between.flatMap((provision) => labels.get(provision)?.label ?? []).map(numberOf);
  const whole = from >= 0 && to >= from && numbers.length === between.length;
  if (whole && ascend(numbers)) return undefined;
  return cannotFollow(any, last, 'not all the numbers of the range that it cites change together');
}

/** The provision that a reference points at. */
export function targetOf({ target }: Reference): Visit | undefined {
  return target && (target.type === 'provision' || target.type === 'words') ? target : undefined;
}

function cannotFollow({ renumbering }: NewLabel, reference: Reference, why: string): RenumberingRefusal {
  const { document, citation } = reference;
  const cited = excerpt({ document, range: citation });
  return {
    renumbering,
    said: {
      rule: 'reference-cannot-follow',
      text: `the citation “${cited}” cannot follow the new numbers: ${why}`,
      advice: `amend it by an instruction of its own, for example: for “${cited}” substitute the words with the new numbers`,
      other: { document, range: citation },
    },
  };
}
