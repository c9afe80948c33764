import type { Proposal } from './proposal.ts';

/** Several proposals, and the one that says the same more shortly. */
export interface Joining {
  readonly members: readonly Proposal[];
  readonly joined: Proposal;
}

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

function replaced(proposals: readonly Proposal[], { members, joined }: Joining): readonly Proposal[] {
  const [first, ...others] = members;
  const gone = new Set(others);
  return proposals.flatMap((proposal) => (proposal === first ? [joined] : gone.has(proposal) ? [] : [proposal]));
}
