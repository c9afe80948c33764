import type { Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { rangeOf } from '../source/index-provisions.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { inOrder } from './splice.ts';
import { type ExpectedNode, headingKind, splitNodes } from './split-nodes.ts';

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

/** An edit with the place of its text in the text after. */
type PlacedEdit = PlannedEdit & { readonly after: number; readonly afterEnd: number };

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
  const placed = place(inOrder(edits) as readonly PlannedEdit[]);
  const expected = expectedNodes(before, placed);
  const found = foundNodes(after, placed);
  for (let index = 0; index < Math.max(expected.length, found.length); index += 1) {
    const wanted = expected[index];
    const node = found[index];
    if (wanted && node && agrees(wanted, node, after.source)) continue;
    const at = wanted ? wanted.at : toBase(placed, node?.start ?? 0);
    return {
      ...ownerOf(nearest(placed, at)),
      expected: wanted?.type ?? 'nothing more',
      found: node?.type ?? 'nothing',
      at,
    };
  }
  return insertedProblem(after, placed);
}

function place(edits: readonly PlannedEdit[]): readonly PlacedEdit[] {
  let shift = 0;
  return edits.map((edit) => {
    const after = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { ...edit, after, afterEnd: after + edit.text.length };
  });
}

function expectedNodes(before: Document, edits: readonly PlacedEdit[]): readonly Expected[] {
  const removed = removals(edits);
  const maps = { start: mapper(edits), end: mapper(edits) };
  const kept: ExpectedNode[] = [];
  visit(before.tree, (node, start, end) => {
    if (!isRemoved(removed, node, start, end)) kept.push({ type: kind(node), start, end });
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
  visit(after.tree, (node, start, end) => {
    const insertion = inserted[lastStartingAt(inserted, start)];
    const inside = insertion !== undefined && end <= insertion.end && end > start;
    if (inside && (insertion.blocks || isInline(node))) return;
    found.push({ type: kind(node), start, end });
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
  visit(after.tree, (node, start, end) => {
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

// Both sides of an edit at the very offset are allowed: whether a list that grows at its end ends before or after what was put in is told by its items.
function mapper(edits: readonly PlacedEdit[]): (offset: number) => readonly [number, number] {
  return (offset) => {
    let at = lastStartingAt(edits, offset);
    const edit = edits[at];
    if (!edit) return [offset, offset];
    if (offset > edit.end) return both(edit.afterEnd + offset - edit.end);
    let low = edit.after;
    // Several edits may touch the offset: deletions side by side, insertions at one point.
    for (; at > 0 && (edits[at - 1]?.end ?? -1) >= offset; at -= 1) low = edits[at - 1]?.after ?? low;
    return [low, edit.afterEnd];
  };
}

function both(offset: number): readonly [number, number] {
  return [offset, offset];
}

// Looked for once, for the first problem only.
function toBase(edits: readonly PlacedEdit[], offset: number): number {
  const edit = edits.findLast(({ after }) => after <= offset);
  if (!edit) return offset;
  return offset <= edit.afterEnd ? edit.start : edit.end + offset - edit.afterEnd;
}

function nearest(edits: readonly PlacedEdit[], at: number): PlacedEdit | undefined {
  const gap = (edit: PlacedEdit) => Math.max(edit.start - at, at - edit.end, 0);
  return edits.reduce<PlacedEdit | undefined>(
    (best, edit) => (best && gap(best) <= gap(edit) ? best : edit),
    undefined,
  );
}

function ownerOf(edit: PlacedEdit | undefined): { readonly by: number; readonly part?: string } {
  return { by: edit?.by ?? 0, ...(edit?.part !== undefined && { part: edit.part }) };
}

const inlineTypes = new Set([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'footnoteReference',
  'break',
  'html',
]);

function isInline(node: Nodes): boolean {
  return inlineTypes.has(node.type);
}

function kind(node: Nodes): string {
  return node.type === 'heading' ? headingKind(node.depth) : node.type;
}

// Some addresses in running text are told apart only after reading, and have no place but that of the words they stand in.
function visit(node: Nodes, see: (node: Nodes, start: number, end: number) => void, within: Range = nowhere): void {
  const { start, end } = node.position ? rangeOf(node) : within;
  if (node.type === 'text') return;
  if (node.type !== 'root') see(node, start, end);
  if ('children' in node) for (const child of node.children) visit(child, see, { start, end });
}

const nowhere: Range = { start: 0, end: 0 };
