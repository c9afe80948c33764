import { firstEndingAfter } from '../source/ordered-ranges.ts';
import type { UnitPair } from './align-units.ts';
import type { Side, Unit } from './side.ts';

/** A part of the text after that is, or begins, what stands at a place of the text before. */
interface Join {
  readonly start: number;
  readonly end: number;
  /** Where it starts in the text before. */
  readonly before: number;
}

/** What of two texts is paired with what, as far as a label can stand at it. */
export interface Joins {
  /** In the order of the text after. */
  readonly parts: Join[];
  /** Two units that are paired may differ in their label. */
  shifted: boolean;
}

/** Nothing is paired yet. */
export function createJoins(): Joins {
  return { parts: [], shifted: false };
}

/** Tells of an equal part of both texts. */
export function joinEqual(joins: Joins, before: number, after: number, length: number): void {
  if (length > 0) joins.parts.push({ start: after, end: after + length, before });
}

/** Tells of the units that are paired: what opens the one is what opens the other. */
export function joinUnits(joins: Joins, before: Side, after: Side, pairs: readonly UnitPair[]): void {
  for (const pair of pairs) {
    const [place, other] = [openingOf(pair.before), openingOf(pair.after)];
    joins.parts.push({ start: other, end: other + 1, before: place });
    joins.shifted ||= mayShift(before.source, place, after.source, other);
  }
}

// A row opens with its first cell.
function openingOf({ block, start }: Unit): number {
  return block.type === 'row' ? (block.children[0]?.words.start ?? start) : start;
}

function mayShift(before: string, place: number, after: string, other: number): boolean {
  const opening = before.slice(place, place + 14);
  return !after.startsWith(opening, other) && /^(?:\d|\(|[A-Za-z]{1,6}[.)]|[ASPC][a-z]+ )/.test(opening);
}

/** Where a place of the text after stands in the text before, if it is paired. */
export function placesBefore({ parts }: Joins): (after: number) => number | undefined {
  return (after) => {
    const part = parts[firstEndingAfter(parts, after)];
    return part && part.start <= after ? part.before + after - part.start : undefined;
  };
}
