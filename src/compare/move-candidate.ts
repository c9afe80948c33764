import { type LoneUnit, loneUnits } from './lone-units.ts';
import { bareWords, fingerprint } from './move-words.ts';
import type { Side } from './side.ts';
import type { PlacedSpan } from './span-places.ts';

/** A lone unit with what is asked about it to know it again elsewhere. */
export interface Candidate extends LoneUnit {
  readonly print: number;
  readonly words: readonly string[];
}

/** Two candidates that are one unit. */
export interface CandidatePair {
  readonly before: Candidate;
  readonly after: Candidate;
}

/** What stands in one text only and may be one end of a move: never front matter, nor the address of a link. */
export function findCandidates(
  before: Side,
  after: Side,
  spans: readonly PlacedSpan[],
): { readonly from: readonly Candidate[]; readonly to: readonly Candidate[] } {
  const [loneBefore, loneAfter] = [loneUnits(before, spans, 'before'), loneUnits(after, spans, 'after')];
  if (loneBefore.length === 0 || loneAfter.length === 0) return { from: [], to: [] };
  return { from: candidatesOf(before, loneBefore), to: candidatesOf(after, loneAfter) };
}

function candidatesOf(side: Side, lone: readonly LoneUnit[]): readonly Candidate[] {
  const able = lone.filter(({ unit: { block } }) => block.type !== 'front-matter' && block.type !== 'link-definition');
  return able.map((one) => ({ ...one, print: fingerprint(side, one.unit), words: bareWords(side, one.unit) }));
}

/** Whether two units can be one: of one type and shape, with words that both texts keep between the places where they stand. */
export function canBeOne(one: Candidate, other: Candidate): boolean {
  const [block, match] = [one.unit.block, other.unit.block];
  const shaped = block.type === match.type && block.leafTo - block.leafFrom === match.leafTo - match.leafFrom;
  return shaped && (block.kind === 'head row') === (match.kind === 'head row') && one.kept !== other.kept;
}
