import type { Move } from './find-moves.ts';
import { leafAt, type Side } from './side.ts';

/** A citation that follows a new number inside what moved: where it stands in the text before, and where its words begin in the text after. */
export interface MovedCitation {
  readonly before: number;
  readonly after: number;
  readonly by: number;
}

/** Finds the citations inside declared moves that follow a new number, through the blocks that each move pairs. */
export function movedCitations(before: Side, after: Side, moves: readonly Move[]): readonly MovedCitation[] {
  return moves.flatMap(({ units, inside = [] }) =>
    inside.flatMap(({ start, by, relabel }): readonly MovedCitation[] => {
      if (relabel !== 'citation') return [];
      const pair = units.find((unit) => unit.before.start <= start && start < unit.before.end);
      const leaf = leafAt(before, start);
      if (!pair || leaf < 0) return [];
      const words = after.outline.leaves[pair.after.block.leafFrom + leaf - pair.before.block.leafFrom]?.words;
      return words ? [{ before: start, after: words.start, by }] : [];
    }),
  );
}
