import { joinColumn } from './join-column.ts';
import { joinMoves } from './join-moves.ts';
import { joinOmissions } from './join-omissions.ts';
import { joinColumns, joinRows, joinTargets } from './join-targets.ts';
import { type Join, joinAllProved, joinProved } from './joining.ts';
import { inOrderOfPlaces } from './order.ts';
import type { Deriving, Proposal } from './proposal.ts';

/** Says proposals more shortly in every way there is, as far as what comes of it is proved, in the order of the places they change. */
export function joinedWhere(
  isProved: (tried: readonly Proposal[]) => boolean,
  proposals: readonly Proposal[],
  deriving: Deriving,
): readonly Proposal[] {
  const moved = inOrderOfPlaces(joinProved(proposals, joinMoves(proposals, deriving), isProved));
  const column: Join = (sofar) => joinColumn(sofar, deriving);
  const joins = [joinOmissions, joinTargets, joinColumns, joinRows, column];
  return joinAllProved(moved, joins, deriving.correspondence.before, isProved);
}
