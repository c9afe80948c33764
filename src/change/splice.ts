import type { Edit } from '../model/range.ts';

/** Edits in the order in which they stand in the base: at one point, in the order of their instructions. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end || a.by - b.by);
}

/** The base text with the edits put in. What is outside every edit keeps its bytes. The edits must not overlap. */
export function splice(base: string, edits: readonly Edit[]): string {
  let at = 0;
  let text = '';
  for (const edit of inOrder(edits)) {
    text += base.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + base.slice(at);
}
