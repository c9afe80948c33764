import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { conflicts } from './conflicts.ts';
import { readContent } from './content.ts';
import { insertionAfter, insertionBefore } from './insertion.ts';
import type { PlannedMove } from './move.ts';
import { omissionEdits } from './omissions.ts';
import { indentOf } from './placed.ts';
import type { DocumentEdit, PlannedEdit } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { splice } from './splice.ts';
import { partOf } from './steps.ts';

/** The edits on a document with its moves, and why any of them cannot be carried out. */
export interface ComposedMoves {
  readonly edits: readonly PlannedEdit[];
  /** What is put into other documents. */
  readonly elsewhere: readonly DocumentEdit[];
  readonly refusals: readonly Refusal[];
}

/**
 * Works the moves of a document out to edits: each takes its text out, and puts it in elsewhere with all that other instructions change
 * inside it. `all` are the moves of the change, `edits` those of the other instructions; those inside what is moved go with it. Refuses what would have to stand both
 * inside and outside of it.
 */
export function composeMoves(
  change: Change,
  document: Document,
  all: readonly PlannedMove[],
  edits: readonly PlannedEdit[],
): ComposedMoves {
  const moves = all.filter((move) => move.document === document);
  if (moves.length === 0) return { edits, elsewhere: [], refusals: [] };
  const { source } = document;
  const definitions = definitionsOf(document);
  const refusals: Refusal[] = [];
  const composed: PlannedEdit[] = [];
  const elsewhere: DocumentEdit[] = [];
  let rest = edits;
  for (const [index, move] of moves.entries()) {
    const { range } = move;
    const owner = { by: move.instruction.number, ...partOf(move.instruction) };
    const inside = rest.flatMap((edit) => clipped(source, edit, range));
    const unclear = rest.find((edit) => isUnclear(edit, range, inside));
    rest = rest.filter((edit) => !inside.some(({ whole }) => whole === edit));
    const amended = move.into === document ? undefined : inside.find(({ edit }) => edit.relabel === undefined);
    const refusal = unclear
      ? besideMoved(document, unclear)
      : amended
        ? amendedAway(document, amended.edit)
        : placeMoved(move, all);
    if (refusal) refusals.push(refuse(change, move.instruction, refusal));
    refusals.push(
      ...conflicts(
        change,
        document,
        inside.map(({ edit }) => edit),
      ),
    );
    const shifted = inside.map(({ edit }) => ({
      ...edit,
      start: edit.start - range.start,
      end: edit.end - range.start,
    }));
    const text = dedented(splice(source.slice(range.start, range.end), shifted), indentOf(source, range.start));
    const insertion = move.position === 'after' ? insertionAfter : insertionBefore;
    const content = readContent(text, move.into === document ? definitions : definitionsOf(move.into));
    const put = insertion(move.into.source, move.beside, move.siblings, content, owner.by);
    if (move.into !== document) {
      elsewhere.push({ document: move.into, edit: { ...put, ...owner } });
      composed.push(...omissionEdits(source, [{ start: range.start, end: range.end, ...owner }]));
      continue;
    }
    const end = { ...owner, move: index + 1 };
    const [taken] = omissionEdits(source, [{ start: range.start, end: range.end, ...end }]);
    const carried = inside.map(({ edit }) => edit);
    composed.push({ ...put, ...end }, ...(taken ? [{ ...taken, inside: carried }] : []));
  }
  return { edits: [...rest, ...composed], elsewhere, refusals };
}

interface Clipped {
  readonly whole: PlannedEdit;
  readonly edit: PlannedEdit;
}

// The blank lines that an omission takes with it may reach out of what is moved.
function clipped(source: string, edit: PlannedEdit, range: Range): readonly Clipped[] {
  const start = Math.max(edit.start, range.start);
  const end = Math.min(edit.end, range.end);
  const point = edit.start === edit.end;
  if (point ? !isInside(edit, range) : start >= end) return [];
  // What is omitted whole cannot move.
  if (edit.text === '' && start === range.start && end === range.end) return [];
  const outside = source.slice(edit.start, start) + source.slice(Math.max(end, start), edit.end);
  return outside.trim() === '' ? [{ whole: edit, edit: { ...edit, start, end } }] : [];
}

function isInside(edit: PlannedEdit, range: Range): boolean {
  const words = edit.meant.type === 'words';
  return words ? range.start <= edit.start && edit.end <= range.end : range.start < edit.start && edit.end < range.end;
}

// A block put in at the very edge of what is moved may be meant to go with it or to stay.
function isUnclear(edit: PlannedEdit, range: Range, inside: readonly Clipped[]): boolean {
  if (inside.some(({ whole }) => whole === edit)) return false;
  return edit.start <= range.end && edit.end >= range.start && edit.start === edit.end;
}

function besideMoved(document: Document, edit: PlannedEdit): RefusalText {
  return {
    rule: 'inserts-beside-moved',
    text: `instruction ${edit.by} inserts at the edge of what this one moves, so that it cannot be told whether that moves too`,
    advice: 'insert beside a provision that stays',
    other: { document, range: { start: edit.start, end: Math.min(edit.start + 80, document.source.length) } },
  };
}

// In its own document all that changes in it is shown at both ends; in another it could not be told from what moves.
function amendedAway(document: Document, { by, start, end }: PlannedEdit): RefusalText {
  return {
    rule: 'amends-what-moves-away',
    text: `instruction ${by} amends what this one moves to another appendix`,
    advice: 'move it as it stands, and amend it by a change of its own; or omit it here, and insert the new text there',
    other: { document, range: { start, end } },
  };
}

function placeMoved({ beside, into, range: own }: PlannedMove, moves: readonly PlannedMove[]): RefusalText | undefined {
  const other = moves.find(
    ({ document, range }) =>
      document === into && range !== own && range.start <= beside.start && beside.end <= range.end,
  );
  return (
    other && {
      rule: 'place-is-moved',
      text: `expected a place that stays, found one that instruction ${other.instruction.number} moves`,
      advice: 'name a provision that stays, where both will stand',
      other: { document: into, range: beside },
    }
  );
}

function dedented(text: string, indent: string): string {
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
}

function definitionsOf({ tree, source }: Document): string {
  return tree.children
    .filter(({ type }) => type === 'definition' || type === 'footnoteDefinition')
    .map(({ position }) => source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0))
    .join('\n\n');
}
