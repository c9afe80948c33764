import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { parseDocument } from '../source/parse.ts';
import { applyChange } from './apply.ts';
import { judgeStructure } from './judge-structure.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { excerpt, refuse } from './refusal.ts';
import { splice } from './splice.ts';
import { refusedPart } from './steps.ts';

/** The documents after several changes, by key and only those amended; or every reason why they cannot be carried out together. */
export type ApplicationTogether =
  | { readonly ok: true; readonly documents: ReadonlyMap<string, Document> }
  | { readonly ok: false; readonly messages: readonly Message[] };

type OwnedEdit = { readonly change: Change; readonly edit: PlannedEdit };

/**
 * Carries several changes out on the same base texts. Each addresses the base, so their order makes no difference; changes
 * that touch the same text, or insert at the same point, are in conflict and refused.
 */
export function applyTogether(
  changes: readonly Change[],
  documents: ReadonlyMap<string, Document>,
): ApplicationTogether {
  const messages: Message[] = [];
  const owned = new Map<string, OwnedEdit[]>();
  for (const change of changes) {
    const applied = applyChange(change, documents);
    if (!applied.ok) messages.push(...applied.refusals);
    else
      for (const [key, { edits }] of applied.documents)
        owned.set(key, [...(owned.get(key) ?? []), ...edits.map((edit) => ({ change, edit }))]);
  }
  const after = new Map<string, Document>();
  for (const [key, edits] of owned) {
    const before = documents.get(key);
    if (!before) continue;
    const found = conflictsBetween(before, edits);
    messages.push(...found);
    if (found.length === 0)
      after.set(
        key,
        parseDocument(
          splice(
            before.source,
            edits.map(({ edit }) => edit),
          ),
          before.path,
        ),
      );
    const result = after.get(key);
    if (result) messages.push(...fused(before, result, edits));
  }
  return messages.length > 0 ? { ok: false, messages } : { ok: true, documents: after };
}

function conflictsBetween(document: Document, owned: readonly OwnedEdit[]): readonly Message[] {
  const ordered = [...owned].sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  const messages: Message[] = [];
  // An omission may reach over many small edits, so edits before are kept while they can still reach this one.
  let reaching: OwnedEdit[] = [];
  for (const second of ordered) {
    reaching = reaching.filter(({ edit }) => edit.end >= second.edit.start);
    for (const first of reaching) {
      if (first.change !== second.change && touches(first.edit, second.edit))
        messages.push(...conflict(document, first, second));
    }
    reaching.push(second);
  }
  return messages;
}

function touches(first: PlannedEdit, second: PlannedEdit): boolean {
  const overlap = second.start < first.end && second.end > first.start;
  const samePoint = first.start === first.end && second.start === second.end && first.start === second.start;
  return overlap || samePoint;
}

function conflict(document: Document, first: OwnedEdit, second: OwnedEdit): readonly Message[] {
  const instruction = refusedPart(second.change, second.edit.by, second.edit.part);
  if (!instruction) return [];
  const range = {
    start: Math.max(first.edit.start, second.edit.start),
    end: Math.max(Math.min(first.edit.end, second.edit.end), second.edit.start + 1),
  };
  return [
    {
      ...refuse(second.change, instruction, { rule: 'changes-in-conflict', text: '', other: { document, range } }),
      text: `${second.change.name}, instruction ${second.edit.by}, and ${first.change.name}, instruction ${first.edit.by}, both change “${excerpt({ document, range })}”.`,
      advice: 'Agree one wording, and put it in one of the two changes.',
    },
  ];
}

function fused(before: Document, after: Document, owned: readonly OwnedEdit[]): readonly Message[] {
  const problem = judgeStructure(
    before,
    after,
    owned.map(({ edit }) => edit),
  );
  const owner = problem && owned.find(({ edit }) => edit.by === problem.by);
  const instruction = owner && refusedPart(owner.change, owner.edit.by, problem?.part);
  if (!problem || !owner || !instruction) return [];
  return [
    refuse(owner.change, instruction, {
      rule: 'changes-its-neighbours',
      text: `together with the other changes the result would not be built as meant: expected ${problem.expected} here, found ${problem.found}`,
    }),
  ];
}
