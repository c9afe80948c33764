import type { Document } from '../model/document.ts';
import { editsOf, type Proposal, spliceRange, workOutOperation } from './proposal.ts';

/** Several proposals, and the one that says the same more shortly. */
export interface Joining {
  readonly members: readonly Proposal[];
  readonly joined: Proposal;
}

/** Finds what of some proposals may be said more shortly. */
export type Join = (proposals: readonly Proposal[]) => readonly Joining[];

/** How many joinings are tried one by one, where all of them together are not proved. */
const mostTried = 12;

/**
 * Puts joinings in place of their members where what comes of it is proved again: all at once, else one by one. What is not
 * proved stays as it was.
 */
export function joinProved(
  proposals: readonly Proposal[],
  joinings: readonly Joining[],
  isProved: (proposals: readonly Proposal[]) => boolean,
): readonly Proposal[] {
  if (joinings.length === 0) return proposals;
  const all = joinings.reduce(replaced, proposals);
  if (isProved(all)) return all;
  if (joinings.length === 1) return proposals;
  return joinings.slice(0, mostTried).reduce((sofar, joining) => {
    const next = replaced(sofar, joining);
    return isProved(next) ? next : sofar;
  }, proposals);
}

/**
 * Joins in several ways, one after the other, what does the same to the text before as its members: proved all at once, since to prove is
 * to carry everything out; else way by way.
 */
export function joinAllProved(
  proposals: readonly Proposal[],
  joins: readonly Join[],
  before: Document,
  isProved: (proposals: readonly Proposal[]) => boolean,
): readonly Proposal[] {
  const joiningsOf = (join: Join, sofar: readonly Proposal[]) =>
    join(sofar).flatMap((joining) => workedOut(joining, before));
  const all = joins.reduce((sofar, join) => joiningsOf(join, sofar).reduce(replaced, sofar), proposals);
  if (all.length === proposals.length || isProved(all)) return all;
  return joins.reduce((sofar, join) => joinProved(sofar, joiningsOf(join, sofar), isProved), proposals);
}

// With what it asks of the text before; nothing where that is not what its members ask.
function workedOut({ members, joined }: Joining, before: Document): readonly Joining[] {
  const work = workOutOperation(before, joined.operation);
  if (!work) return [];
  const own = editsOf(before.source, [work]);
  const wanted = editsOf(
    before.source,
    members.map((member) => member.work),
  );
  const edits = [...own, ...wanted];
  const range = {
    start: Math.min(...edits.map(({ start }) => start)),
    end: Math.max(...edits.map(({ end }) => end)),
  };
  const made = spliceRange(before.source, range, own);
  if (made === undefined || made !== spliceRange(before.source, range, wanted)) return [];
  return [{ members, joined: { ...joined, work } }];
}

function replaced(proposals: readonly Proposal[], { members, joined }: Joining): readonly Proposal[] {
  const [first, ...others] = members;
  const gone = new Set(others);
  return proposals.flatMap((proposal) => (proposal === first ? [joined] : gone.has(proposal) ? [] : [proposal]));
}
