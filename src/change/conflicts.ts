import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { refuse } from './refusal.ts';
import { inOrder } from './splice.ts';

/**
 * Refuses each instruction whose edits touch text that another one changes. Edits that only meet at a point do not: insertions
 * at one point stand in the order of their instructions.
 */
export function conflicts(change: Change, document: Document, edits: readonly PlannedEdit[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const said = new Set<string>();
  let furthest: PlannedEdit | undefined;
  for (const edit of inOrder(edits) as readonly PlannedEdit[]) {
    if (furthest && overlaps(furthest, edit) && !said.has(`${furthest.by} ${edit.by}`)) {
      said.add(`${furthest.by} ${edit.by}`);
      refusals.push(...conflict(change, document, furthest, edit));
    }
    if (!furthest || edit.end > furthest.end) furthest = edit;
  }
  return refusals;
}

function overlaps(first: PlannedEdit, second: PlannedEdit): boolean {
  return second.start < first.end && second.end > first.start;
}

function conflict(change: Change, document: Document, first: PlannedEdit, second: PlannedEdit): readonly Refusal[] {
  const [earlier, later] = first.by <= second.by ? [first, second] : [second, first];
  const instruction = change.instructions.find(({ number }) => number === later.by);
  if (!instruction) return [];
  const inserts = later.start === later.end;
  const range = inserts
    ? earlier
    : { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
  const itself = earlier.by === later.by;
  const text = itself
    ? 'it changes the same words twice'
    : `it touches text that instruction ${earlier.by} already changes or omits`;
  return [
    refuse(change, instruction, {
      rule: 'overlapping-instructions',
      text,
      advice: 'make one instruction of the two, or narrow them so that each has its own words',
      other: { document, range },
    }),
  ];
}
