import type { LabelLocator, Locator, TargetLocator } from '../model/locator.ts';
import { isDocumentWideLabel } from '../source/label.ts';
import type { Joining } from './joining.ts';
import type { Pair } from './pair.ts';
import type { Proposal } from './proposal.ts';

/**
 * Finds numbered provisions that follow one another and are all omitted, with the same words left: “omit paragraphs 5.5.4 to 5.5.6 and
 * leave …”; of two, “omit paragraphs 5.5.4 and 5.5.5”. Definitions that stand together are named in one instruction, too.
 */
export function joinOmissions(proposals: readonly Proposal[]): readonly Joining[] {
  const runs: Proposal[][] = [];
  for (const proposal of proposals) {
    const last = runs.at(-1);
    if (last && continues(last.at(-1), proposal)) last.push(proposal);
    else runs.push([proposal]);
  }
  return runs.flatMap((members): readonly Joining[] => {
    const [first] = members;
    if (members.length < 2 || first?.operation.type !== 'omit-provision') return [];
    const operation = { ...first.operation, at: targetOf(members.map((member) => placeOf(member) as Locator)) };
    const more = members.slice(1).map(({ after }) => after);
    const edits = members.flatMap(({ work }) => work.edits);
    const omissions = members.flatMap(({ work }) => work.omissions);
    return [{ members, joined: { ...first, operation, more, work: { edits, omissions } } }];
  });
}

function continues(one: Proposal | undefined, other: Proposal): boolean {
  if (one?.operation.type !== 'omit-provision' || other.operation.type !== 'omit-provision') return false;
  const [last, next] = [one.omitted, other.omitted];
  const [place, following] = [placeOf(one), placeOf(other)];
  if (!last || !next || !place || !following || one.operation.leaving !== other.operation.leaving) return false;
  if (last.type !== next.type || holderOf(one) !== holderOf(other) || place.type !== following.type) return false;
  return place.type === 'definition' || areAlike(place, following);
}

function holderOf({ run, owner }: Proposal): Pair | undefined {
  return run ? run.holder : owner.parent;
}

function areAlike(one: Locator, other: Locator): boolean {
  if (one.type !== 'label' || other.type !== 'label' || one.of || other.of || one.noun !== other.noun) return false;
  const outer = ({ labels }: LabelLocator) => JSON.stringify(labels.slice(0, -1));
  const isWide = ({ labels }: LabelLocator) => isDocumentWideLabel(labels.at(-1) ?? '');
  return outer(one) === outer(other) && isWide(one) === isWide(other);
}

function placeOf({ operation: { at } }: Proposal): Locator | undefined {
  return at.type === 'label' || at.type === 'definition' ? at : undefined;
}

function targetOf(places: readonly Locator[]): TargetLocator {
  const [from, to] = [places[0], places.at(-1)];
  if (places.length > 2 && from?.type === 'label' && to?.type === 'label') return { type: 'range', from, to };
  return { type: 'several', locators: places };
}
