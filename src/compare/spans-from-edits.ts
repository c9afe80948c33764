import type { Edit } from '../model/range.ts';
import { compareRegion, type Region } from './compare-region.ts';
import { type EditedRange, widenEdits } from './widen-edits.ts';

/**
 * Writes the spans of a text and the text that edits made of it. What no edit touches is the same; inside an edit what it took
 * out is compared with what it put in (a number that only changes is a number for a number), and every mark carries the instruction of the edit. Gives the edits as they stand in both texts. Throws where the edits overlap or
 * make another text.
 */
export function writeSpansFromEdits(region: Region, edits: readonly Edit[]): readonly EditedRange[] {
  const { before, after, writer } = region;
  const placed = placeEdits(edits, before.source, after.source);
  let at = 0;
  for (const range of widenEdits(before, after, placed)) {
    writer.same(before.source.slice(at, range.before.start));
    writer.boundary();
    const old = before.source.slice(range.before.start, range.before.end);
    const put = after.source.slice(range.after.start, range.after.end);
    if (range.relabel || endsLaterLine(old, put)) {
      writer.deleted(old, range.by, range.relabel !== undefined);
      writer.inserted(put, range.by, range.relabel !== undefined);
    } else compareRegion({ ...region, by: range.by }, range.before, range.after);
    writer.boundary();
    at = range.before.end;
  }
  writer.same(before.source.slice(at));
  return placed;
}

// “[No longer in use]”, left in place of a section, does not come from the paragraph of that section that says so too.
function endsLaterLine(old: string, put: string): boolean {
  if (put === '' || put.includes('\n')) return false;
  return old.split('\n').some((line, index) => index > 0 && line.endsWith(put));
}

// Edits in the order in which they stand, each with where its replacement stands in the text after.
function placeEdits(edits: readonly Edit[], before: string, after: string): readonly EditedRange[] {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end || one.by - other.by);
  let [b, a] = [0, 0];
  const sameUpTo = (end: number): void => {
    const length = end - b;
    if (length < 0 || before.slice(b, end) !== after.slice(a, a + length)) throw unfit();
    [b, a] = [end, a + length];
  };
  const placed = ordered.map(({ start, end, text, by, relabel, move, inside }): EditedRange => {
    sameUpTo(start);
    const own = { before: { start, end }, after: { start: a, end: a + text.length }, by };
    const range = {
      ...own,
      ...(relabel && { relabel }),
      ...(move !== undefined && { move }),
      ...(inside && { inside }),
    };
    if (!after.startsWith(text, a)) throw unfit();
    [b, a] = [end, range.after.end];
    return range;
  });
  sameUpTo(before.length);
  if (a !== after.length) throw unfit();
  return placed;
}

function unfit(): Error {
  return new Error('the edits overlap, or do not make the text after of the text before');
}
