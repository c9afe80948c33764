import type { Operation } from '../model/change.ts';
import { type Proposal, reachOf } from './proposal.ts';

/** Proposals in the order of the places they change. */
export function inOrderOfPlaces(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals
    .map((proposal) => ({ proposal, start: reachOf(proposal).start, rank: rankAtPoint(proposal.operation) }))
    .sort((one, other) => one.start - other.start || one.rank - other.rank)
    .map(({ proposal }) => proposal);
}

// At one point stands first what is put in after something, then what is put in before something, then words that begin it.
function rankAtPoint(operation: Operation): number {
  if (operation.type === 'insert-provision') return operation.position === 'before' ? 1 : 0;
  if (operation.type !== 'insert-words') return 0;
  return operation.position === 'before' || operation.position === 'beginning' ? 2 : 0;
}
