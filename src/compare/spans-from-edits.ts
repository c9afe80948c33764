import type { Edit } from '../model/range.ts';
import { compareRegion, type Region } from './compare-region.ts';
import { type EditedRange, widenEdits } from './widen-edits.ts';

/**
 * Writes the spans of a text and the text that edits made of it. What no edit touches is the same; inside an edit what it took
 * out is compared with what it put in, and every mark carries the instruction of the edit.
 */
export function writeSpansFromEdits(region: Region, edits: readonly Edit[]): void {
  const { before, writer } = region;
  let at = 0;
  for (const range of widenEdits(region.before, region.after, placeEdits(edits))) {
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
