import type { Operation } from '../model/change.ts';
import type { Pair } from './pair.ts';
import { placesIn } from './places.ts';
import { type Deriving, type Proposal, spliceRange, workOutOperation } from './proposal.ts';
import { occurrencesIn, type Place } from './quotable.ts';

/**
 * Makes one instruction of several that change the same words to the same, where these are all the places in which the words
 * occur: “for X, in each place where it occurs, substitute Y”, in the narrowest provision that holds them all.
 */
export function joinEachPlace(proposals: readonly Proposal[], deriving: Deriving): readonly Proposal[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { bare } = proposal;
    if (!bare || bare.words === '' || /\n/.test(bare.replacement)) continue;
    const key = JSON.stringify([bare.words, bare.replacement]);
    groups.set(key, [...(groups.get(key) ?? []), proposal]);
  }
  let joined = proposals;
  const join = (group: readonly Proposal[]): boolean => {
    const one = isWorthJoining(group) ? joinGroup(group, deriving) : undefined;
    if (!one) return false;
    const members = new Set(group);
    const rest = joined.filter((proposal) => !members.has(proposal));
    if (overlaps(one, rest)) return false;
    joined = [...rest, one];
    return true;
  };
  for (const group of groups.values()) if (!join(group)) for (const own of byOwner(group)) join(own);
  return joined;
}

// Where the words stand in further places that stay, they may still change in each place of one provision.
function byOwner(group: readonly Proposal[]): readonly (readonly Proposal[])[] {
  const owners = new Set(group.map(({ owner }) => owner));
  return owners.size < 2 ? [] : [...owners].map((owner) => group.filter((proposal) => proposal.owner === owner));
}

// In one provision two places are enough; over several a drafter says “in each place” only of what is said throughout.
function isWorthJoining(group: readonly Proposal[]): boolean {
  return group.length > 2 || (group.length === 2 && group[0]?.owner === group[1]?.owner);
}

function joinGroup(group: readonly Proposal[], deriving: Deriving): Proposal | undefined {
  const [first] = group;
  const { before } = deriving.correspondence;
  if (!first?.bare) return undefined;
  const { words, replacement } = first.bare;
  const owner = group.reduce<Pair>((common, proposal) => commonOwner(common, proposal.owner), first.owner);
  const places = group.every((proposal) => proposal.owner === owner)
    ? placesIn(owner, deriving)
    : placeOf(owner, deriving);
  const wanted = spliceRange(
    before.source,
    owner.before,
    group.flatMap(({ work }) => work.edits),
  );
  for (const place of places) {
    const found = occurrencesIn(before, place, words);
    if (found.length !== group.length) continue;
    const occurrence = { type: 'each' } as const;
    const operation: Operation =
      replacement === ''
        ? { type: 'omit-words', at: place.at, words, occurrence }
        : { type: 'substitute-words', at: place.at, words, replacement, occurrence };
    const work = workOutOperation(before, operation);
    if (!work || spliceRange(before.source, owner.before, work.edits) !== wanted) continue;
    return { operation, owner, work, after: first.after, more: group.slice(1).map(({ after }) => after) };
  }
  return undefined;
}

function placeOf({ before, parent }: Pair, { locators }: Deriving): readonly Place[] {
  if (!parent) return [{ at: { type: 'document' }, bounds: before }];
  const at = locators.of(before);
  return at ? [{ at, bounds: before }] : [];
}

function commonOwner(one: Pair, other: Pair): Pair {
  const above = new Set<Pair>();
  for (let pair: Pair | undefined = one; pair; pair = pair.parent) above.add(pair);
  let common: Pair = other;
  while (!above.has(common) && common.parent) common = common.parent;
  return common;
}

function overlaps({ work }: Proposal, others: readonly Proposal[]): boolean {
  const parts = [...work.edits, ...others.flatMap((other) => [...other.work.edits, ...other.work.omissions])];
  let reached = -1;
  for (const { start, end } of parts.sort((one, other) => one.start - other.start || one.end - other.end)) {
    if (start < reached) return true;
    reached = Math.max(reached, end);
  }
  return false;
}
