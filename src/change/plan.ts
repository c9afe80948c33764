import { createHash } from 'node:crypto';
import type { Change, InsertColumn, Instruction, Move, Operation, Renumber } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { locate } from '../provision/locate.ts';
import { columnAt, insertColumn, omitColumn } from './columns.ts';
import { composeMoves } from './compose-moves.ts';
import { conflicts } from './conflicts.ts';
import { insertDefinitions } from './insert-definitions.ts';
import { insertFootnote } from './insert-footnote.ts';
import { insertProvision } from './insert-provision.ts';
import { moveOf, type PlannedMove } from './move.ts';
import { omissionEdits } from './omissions.ts';
import { omitProvision } from './omit-provision.ts';
import type { Outcome, Placed } from './placed.ts';
import type { DocumentEdit, Omission, PlannedEdit } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { type Renumbering, renumberingsOf } from './renumber.ts';
import { planRenumberings } from './renumberings.ts';
import { setLevel } from './set-level.ts';
import { inOrder } from './splice.ts';
import { mergeProvisions, splitProvision } from './split.ts';
import { substituteProvision } from './substitute-provision.ts';
import { unlocatedRefusal } from './unlocated.ts';
import { insertWords, omitWords, substituteWords } from './words-edits.ts';

/** The edits of a change on each base text, by document key and in order; or every reason why it cannot be carried out. */
export type Plan =
  | { readonly ok: true; readonly edits: ReadonlyMap<string, readonly PlannedEdit[]> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Works a change out to edits on the base texts, without carrying them out. Every instruction addresses the base text, so
 * their order does not matter; instructions that touch the same text are refused, as is each that does not fit exactly.
 */
export function plan(change: Change, documents: ReadonlyMap<string, Document>): Plan {
  const refusals: Refusal[] = [...baselineRefusals(change, documents)];
  const work = new Map<Document, { edits: PlannedEdit[]; omissions: Omission[] }>();
  const renumberings: Renumbering[] = [];
  const moves: PlannedMove[] = [];
  const followers: DocumentEdit[] = [];
  for (const instruction of change.instructions) {
    const document = documents.get(instruction.document);
    const result = document ? workOut(instruction, document, documents) : unknownDocument(instruction, documents);
    if ('rule' in result) refusals.push(refuse(change, instruction, result));
    else if ('type' in result) {
      moves.push(result);
      if (result.renumbering) renumberings.push(result.renumbering);
    } else if (!('edits' in result)) renumberings.push(...result);
    else if (document) {
      const entry = work.get(document) ?? { edits: [], omissions: [] };
      entry.edits.push(...result.edits);
      entry.omissions.push(...result.omissions);
      followers.push(...(result.followers ?? []));
      work.set(document, entry);
    }
  }
  const all = new Map<Document, PlannedEdit[]>();
  for (const document of documents.values()) {
    const { edits = [], omissions = [] } = work.get(document) ?? {};
    all.set(document, [...edits, ...omissionEdits(document.source, omissions)]);
  }
  const renumbered = planRenumberings(
    change,
    [...documents.values()],
    renumberings,
    moves,
    (one) => all.get(one) ?? [],
  );
  refusals.push(...renumbered.refusals);
  for (const { document, edit } of [...renumbered.edits, ...followers]) all.get(document)?.push(edit);
  const edits = new Map<string, readonly PlannedEdit[]>();
  for (const [key, document] of documents) {
    const own = all.get(document) ?? [];
    const moved = composeMoves(
      change,
      document,
      moves.filter((move) => move.document === document),
      own,
    );
    if (moved.edits.length === 0) continue;
    refusals.push(...moved.refusals, ...conflicts(change, document, moved.edits));
    edits.set(key, inOrder(moved.edits) as readonly PlannedEdit[]);
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, edits };
}

function workOut(
  instruction: Instruction,
  document: Document,
  documents: ReadonlyMap<string, Document>,
): Outcome | readonly Renumbering[] | PlannedMove {
  const { operation } = instruction;
  if (operation.type === 'renumber') return renumberingsOf(operation, instruction, document);
  if (operation.type === 'move') return moveOf(operation, instruction, documents, document);
  if (operation.type === 'insert-column') return insertColumn(operation, document, instruction.number);
  if (operation.type === 'omit-provision') {
    const column = columnAt(document, operation.at);
    if (column) return 'rule' in column ? column : omitColumn(operation, document, column, instruction.number);
  }
  const target = locate(document, operation.at);
  if (target.type === 'unlocated') return unlocatedRefusal(target, document);
  const result = workOutAt(operation, { document, target, instruction }, [...documents.values()]);
  if (!('rule' in result) || result.other || target.type === 'document') return result;
  return { ...result, other: { document, range: target.type === 'words' ? target.range : target.provision } };
}

function workOutAt(
  operation: Exclude<Operation, Renumber | Move | InsertColumn>,
  placed: Placed,
  documents: readonly Document[],
): Outcome {
  switch (operation.type) {
    case 'substitute-words':
      return substituteWords(operation, placed);
    case 'omit-words':
      return omitWords(operation, placed);
    case 'insert-words':
      return insertWords(operation, placed);
    case 'insert-provision':
      return insertProvision(operation, placed);
    case 'omit-provision':
      return omitProvision(operation, placed);
    case 'substitute-provision':
      return substituteProvision(operation, placed);
    case 'set-level':
      return setLevel(operation, placed);
    case 'insert-footnote':
      return insertFootnote(operation, placed);
    case 'split':
      return splitProvision(operation, placed);
    case 'merge':
      return mergeProvisions(operation, placed, documents);
    case 'insert-definitions':
      return insertDefinitions(operation, placed);
  }
}

function unknownDocument(instruction: Instruction, documents: ReadonlyMap<string, Document>): RefusalText {
  const known = [...documents.keys()].sort().join(', ');
  return {
    rule: 'unknown-appendix',
    text: `there is no Appendix ${instruction.document}`,
    advice: `the appendices here are ${known || '(none)'}`,
  };
}

/** The sha256 of a text, as its UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function baselineRefusals(change: Change, documents: ReadonlyMap<string, Document>): readonly Refusal[] {
  return Object.entries(change.baseline).flatMap(([key, baseline]): readonly Refusal[] => {
    const document = documents.get(key);
    const first = change.instructions.find((instruction) => instruction.document === key) ?? change.instructions[0];
    if (!document || !first) return [];
    const version = document.frontMatter.version;
    const moved: Refusal[] = [];
    const say = (expected: string, found: string) =>
      moved.push({
        ...refuse(change, first, {
          rule: 'baseline-moved',
          text: '',
          other: { document, range: { start: 0, end: 3 } },
        }),
        text: `The baseline of Appendix ${key} has moved: the change was drafted against ${expected}, found ${found}.`,
        place: { path: change.path, line: 1, column: 1 },
        advice:
          'Use the text the change was drafted against, or redraft the change for this one and correct its baseline.',
      });
    if (baseline.version !== undefined && baseline.version !== version)
      say(`version ${baseline.version}`, version === undefined ? 'a text without a version' : `version ${version}`);
    else if (baseline.sha256 !== undefined && baseline.sha256.toLowerCase() !== sha256(document.source))
      say(`the text with sha256 ${baseline.sha256}`, sha256(document.source));
    return moved;
  });
}
