import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { PlannedEdit } from './planned-edit.ts';

/** An edit with the place of its text in the text after. */
export type PlacedEdit = PlannedEdit & { readonly after: number; readonly afterEnd: number };

/** Places edits, given in order, in the text after. */
export function placeEdits(edits: readonly PlannedEdit[]): readonly PlacedEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const after = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { ...edit, after, afterEnd: after + edit.text.length };
  });
}

/**
 * Gives for an offset of the text before the bounds within which it may stand in the text after. Both sides of an edit at the very offset
 * are allowed: whether a list that grows at its end ends before or after what was put in is told by its items.
 */
export function boundsAfter(edits: readonly PlacedEdit[]): (offset: number) => readonly [number, number] {
  return (offset) => {
    let at = lastStartingAt(edits, offset);
    const edit = edits[at];
    if (!edit) return [offset, offset];
    if (offset > edit.end) return both(edit.afterEnd + offset - edit.end);
    let low = edit.after;
    // Several edits may touch the offset: deletions side by side, insertions at one point or before what is replaced.
    for (; at > 0 && (edits[at - 1]?.end ?? -1) >= (edits[at]?.start ?? 0); at -= 1) low = edits[at - 1]?.after ?? low;
    return [low, edit.afterEnd];
  };
}

function both(offset: number): readonly [number, number] {
  return [offset, offset];
}

/** The offset of the text before that an offset of the text after comes from. */
export function offsetBefore(edits: readonly PlacedEdit[], offset: number): number {
  const edit = edits.findLast(({ after }) => after <= offset);
  if (!edit) return offset;
  return offset <= edit.afterEnd ? edit.start : edit.end + offset - edit.afterEnd;
}

/** The edit nearest to an offset of the text before. */
export function nearestEdit(edits: readonly PlacedEdit[], at: number): PlacedEdit | undefined {
  const gap = (edit: PlacedEdit) => Math.max(edit.start - at, at - edit.end, 0);
  return edits.reduce<PlacedEdit | undefined>(
    (best, edit) => (best && gap(best) <= gap(edit) ? best : edit),
    undefined,
  );
}
