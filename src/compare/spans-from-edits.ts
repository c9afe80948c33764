import type { Edit } from '../model/range.ts';
import { compareRegion, type Region } from './compare-region.ts';
import { type EditedRange, widenEdits } from './widen-edits.ts';

/**
 * Writes the spans of a text and the text that edits made of it. What no edit touches is the same; inside an edit what it took
 * out is compared with what it put in, and every mark carries the instruction of the edit. Throws where the edits overlap or
 * make another text.
 */
export function writeSpansFromEdits(region: Region, edits: readonly Edit[]): void {
  const { before, after, writer } = region;
  const placed = placeEdits(edits);
  requireFit(before.source, after.source, placed);
  let at = 0;
  for (const range of widenEdits(before, after, placed)) {
    writer.same(before.source.slice(at, range.before.start));
    writer.boundary();
    compareRegion({ ...region, by: range.by }, range.before, range.after);
    writer.boundary();
    at = range.before.end;
  }
  writer.same(before.source.slice(at));
}

// Edits in the order in which they stand, each with where its replacement stands in the text after.
function placeEdits(edits: readonly Edit[]): readonly EditedRange[] {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end || one.by - other.by);
  let shift = 0;
  return ordered.map(({ start, end, text, by }) => {
    const after = { start: start + shift, end: start + shift + text.length };
    shift += text.length - (end - start);
    return { before: { start, end }, after, by };
  });
}

function requireFit(before: string, after: string, edits: readonly EditedRange[]): void {
  let [b, a] = [0, 0];
  const end = { start: before.length, end: before.length };
  for (const edit of [...edits, { before: end, after: { start: after.length, end: after.length } }]) {
    const fits = edit.before.start >= b && before.slice(b, edit.before.start) === after.slice(a, edit.after.start);
    if (!fits) throw new Error('the edits overlap, or do not make the text after of the text before');
    [b, a] = [edit.before.end, edit.after.end];
  }
}
