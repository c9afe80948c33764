import type { Document, Provision } from '../model/document.ts';
import { walk } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { inOrder } from './splice.ts';

/** A letter that stands twice in one list of the text after, and the edit that put one of the two in. */
interface LetterTaken {
  readonly label: string;
  readonly owner: PlannedEdit;
}

/** The letters that edits have put into a list that has them. A list ends where something else than an item stands. */
export function lettersTaken(after: Document, edits: readonly PlannedEdit[]): readonly LetterTaken[] {
  const placed = insertions(edits);
  if (placed.length === 0) return [];
  const lists = [after.children, ...[...walk(after)].map(({ provision }) => provision.children)];
  return lists.flatMap((siblings) => takenIn(siblings, placed));
}

interface Insertion {
  readonly edit: PlannedEdit;
  readonly start: number;
  readonly end: number;
}

function insertions(edits: readonly PlannedEdit[]): readonly Insertion[] {
  let shift = 0;
  return (inOrder(edits) as readonly PlannedEdit[]).flatMap((edit) => {
    const start = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    const { meant } = edit;
    const nodes = meant.type === 'blocks' ? meant.inserted : meant.type === 'split' ? meant.nodes : [];
    const items = nodes.includes('listItem');
    return items ? [{ edit, start, end: start + edit.text.length }] : [];
  });
}

function takenIn(siblings: readonly Provision[], placed: readonly Insertion[]): readonly LetterTaken[] {
  const taken: LetterTaken[] = [];
  let letters = new Map<string, Provision>();
  for (const sibling of siblings) {
    if (sibling.type !== 'item') letters = new Map();
    if (sibling.type !== 'item' || sibling.label === undefined) continue;
    const core = labelCore(sibling.label);
    const other = letters.get(core);
    letters.set(core, sibling);
    const owner = other && (ownerOf(sibling, placed) ?? ownerOf(other, placed));
    if (owner) taken.push({ label: sibling.label, owner });
  }
  return taken;
}

function ownerOf({ start }: Provision, placed: readonly Insertion[]): PlannedEdit | undefined {
  const last = placed[lastStartingAt(placed, start)];
  return last && start < last.end ? last.edit : undefined;
}
