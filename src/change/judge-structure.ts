import type { Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import { boundsAfter, nearestEdit, offsetBefore, type PlacedEdit, placeEdits } from './placed-edits.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { inOrder } from './splice.ts';
import { type ExpectedNode, splitNodes } from './split-nodes.ts';
import { isInline, kindOf, visitNodes } from './structure-nodes.ts';

/** Where the text after is not built as the instructions meant: what was meant and what came, and who did it. */
export interface StructureProblem {
  readonly by: number;
  readonly part?: string;
  readonly expected: string;
  readonly found: string;
  /** An offset of the base text. */
  readonly at: number;
}

interface Expected {
  readonly type: string;
  /** The bounds in the text after within which its start and end must fall. */
  readonly start: readonly [number, number];
  readonly end: readonly [number, number];
  readonly at: number;
}

/**
 * Holds the text after against what the instructions meant: every heading, paragraph, item, row, emphasis and link of the
 * base that no instruction takes out must still be there, in place and of its kind, and what an instruction puts in must
 * be read as it was given. Text that fuses with its neighbours is found here. Gives the first problem, or nothing.
 */
export function judgeStructure(
  before: Document,
  after: Document,
  edits: readonly PlannedEdit[],
): StructureProblem | undefined {
  const placed = placeEdits(inOrder(edits) as readonly PlannedEdit[]);
  const expected = expectedNodes(before, placed);
  const found = foundNodes(after, placed);
  for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
    const wanted = expected[index];
    const node = found[index];
    if (wanted && node && agrees(wanted, node, after.source)) continue;
    const at = wanted ? wanted.at : offsetBefore(placed, node?.start ?? 0);
    return {
      ...ownerOf(nearestEdit(placed, at)),
      expected: wanted?.type ?? 'nothing more',
      found: node?.type ?? 'nothing',
      at,
    };
  }
  return insertedProblem(after, placed);
}

function expectedNodes(before: Document, edits: readonly PlacedEdit[]): readonly Expected[] {
  const removed = removals(edits);
  const maps = { start: boundsAfter(edits), end: boundsAfter(edits) };
  const kept: ExpectedNode[] = [];
  visitNodes(before.tree, (node, start, end) => {
    if (!isRemoved(removed, node, start, end)) kept.push({ type: kindOf(node), start, end });
  });
  return splitNodes(kept, edits).map(({ type, start, end }) => ({
    type,
    start: maps.start(start),
    end: maps.end(end),
    at: start,
  }));
}

interface Removal {
  readonly start: number;
  readonly end: number;
  readonly blocks: boolean;
}

// Deletions that touch take out together what none of them takes out alone: a list, all of whose items go.
function removals(edits: readonly PlacedEdit[]): readonly Removal[] {
  const list: { start: number; end: number; blocks: boolean }[] = [];
  for (const edit of edits) {
    if (edit.start === edit.end) continue;
    const blocks = edit.meant.type === 'blocks';
    const last = list.at(-1);
    if (last && last.end === edit.start && last.blocks && blocks) last.end = edit.end;
    else list.push({ start: edit.start, end: edit.end, blocks });
  }
  return list;
}

function isRemoved(removed: readonly Removal[], node: Nodes, start: number, end: number): boolean {
  const at = lastStartingAt(removed, start);
  const removal = removed[at];
  return removal !== undefined && end <= removal.end && end > start && (removal.blocks || isInline(node));
}

interface Found {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function foundNodes(after: Document, edits: readonly PlacedEdit[]): readonly Found[] {
  const inserted = insertions(edits);
  const found: Found[] = [];
  visitNodes(after.tree, (node, start, end) => {
    const insertion = inserted[lastStartingAt(inserted, start)];
    const inside = insertion !== undefined && end <= insertion.end && end > start;
    if (inside && (insertion.blocks || isInline(node))) return;
    found.push({ type: kindOf(node), start, end });
  });
  return found;
}

function insertions(edits: readonly PlacedEdit[]): readonly Removal[] {
  return edits
    .filter((edit) => edit.text !== '')
    .map((edit) => ({ start: edit.after, end: edit.afterEnd, blocks: edit.meant.type === 'blocks' }));
}

// What was put in must be read in its place as it is read alone.
function insertedProblem(after: Document, edits: readonly PlacedEdit[]): StructureProblem | undefined {
  const inserted = edits.filter((edit) => edit.text !== '' && edit.meant.type === 'blocks');
  const starts = inserted.map((edit) => ({ start: edit.after }));
  const kinds = inserted.map((): string[] => []);
  visitNodes(after.tree, (node, start, end) => {
    const at = lastStartingAt(starts, start);
    const edit = inserted[at];
    if (edit && end <= edit.afterEnd && end > start) kinds[at]?.push(node.type);
  });
  for (const [index, edit] of inserted.entries()) {
    if (edit.meant.type !== 'blocks' || edit.meant.inserted.length === 0) continue;
    const expected = readAlike(edit.meant.inserted);
    const found = readAlike(kinds[index] ?? []);
    // Where it is all of a list, the list is new as well.
    if (expected !== found && expected !== found.replace(/^list, (?=listItem)/, ''))
      return { ...ownerOf(edit), expected, found, at: edit.start };
  }
  return undefined;
}

// What refers to a definition is read as words where the definition is not, so it cannot be held against a reading alone.
function readAlike(types: readonly string[]): string {
  return types.filter((type) => !/Reference$/.test(type)).join(', ');
}

function agrees(wanted: Expected, node: Found, text: string): boolean {
  return wanted.type === node.type && near(node.start, wanted.start, text) && near(node.end, wanted.end, text);
}

function near(offset: number, [low, high]: readonly [number, number], text: string): boolean {
  if (low <= offset && offset <= high) return true;
  return offset < low ? text.slice(offset, low).trim() === '' : text.slice(high, offset).trim() === '';
}

function ownerOf(edit: PlacedEdit | undefined): { readonly by: number; readonly part?: string } {
  return { by: edit?.by ?? 0, ...(edit?.part !== undefined && { part: edit.part }) };
}
