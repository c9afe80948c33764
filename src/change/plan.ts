import { createHash } from 'node:crypto';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { optionNotChosen } from './choices.ts';
import { composeMoves } from './compose-moves.ts';
import { conflicts } from './conflicts.ts';
import type { PlannedMove } from './move.ts';
import { omissionEdits } from './omissions.ts';
import type { DocumentEdit, Omission, PlannedEdit, Work } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import type { Renumbering } from './renumber.ts';
import { planRenumberings } from './renumberings.ts';
import { settleLists } from './settle-lists.ts';
import { partOf, type Step, stepsIn } from './steps.ts';
import { tablesAfter } from './tables-after.ts';
import { workOut } from './work-out.ts';

/** The edits of a change on each base text, by document key and in order; or every reason why it cannot be carried out. */
export type Plan =
  | { readonly ok: true; readonly edits: ReadonlyMap<string, readonly PlannedEdit[]> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Works a change out to edits on the base texts, without carrying them out. Every instruction addresses the base text, so
 * their order does not matter; instructions that touch the same text are refused, as is each that does not fit exactly, and a
 * change that offers options of which none was chosen (see `chooseOption`).
 */
export function plan(change: Change, documents: ReadonlyMap<string, Document>): Plan {
  const [choice] = change.choices ?? [];
  if (choice)
    return { ok: false, refusals: [{ ...optionNotChosen(change), severity: 'error', instruction: choice.number }] };
  const { work, renumberings, moves, refusals } = collectWork(change, documents);
  const all = new Map<Document, PlannedEdit[]>();
  for (const document of documents.values()) {
    const { edits = [], omissions = [] } = work.get(document) ?? {};
    all.set(document, [...edits, ...omissionEdits(document.source, omissions)]);
  }
  const editsOn = (document: Document) => all.get(document) ?? [];
  const renumbered = planRenumberings(change, [...documents.values()], renumberings, moves, editsOn);
  refusals.push(...renumbered.refusals);
  const followers = [...work.values()].flatMap((one) => one.followers);
  for (const { document, edit } of [...renumbered.edits, ...followers]) all.get(document)?.push(edit);
  const composed = [...documents.values()].map((document) => composeMoves(change, document, moves, editsOn(document)));
  const elsewhere = composed.flatMap((one) => one.elsewhere);
  const edits = new Map<string, readonly PlannedEdit[]>();
  for (const [index, [key, document]] of [...documents].entries()) {
    const put = elsewhere.flatMap((one) => (one.document === document ? [one.edit] : []));
    const own = [...(composed[index]?.edits ?? []), ...put];
    if (own.length === 0) continue;
    refusals.push(...(composed[index]?.refusals ?? []), ...conflicts(change, document, own));
    edits.set(key, own);
  }
  if (refusals.length > 0) return { ok: false, refusals: inFileOrder(refusals) };
  const settled = [...edits].map(([key, own]) => [key, settleLists(documents.get(key) as Document, own)] as const);
  return { ok: true, edits: new Map(settled) };
}

/** What the instructions ask of one document. */
interface DocumentWork {
  readonly edits: PlannedEdit[];
  readonly omissions: Omission[];
  readonly followers: DocumentEdit[];
}

/** What the instructions of a change come to one by one, before what must be settled together is. */
interface CollectedWork {
  readonly work: ReadonlyMap<Document, DocumentWork>;
  readonly renumberings: Renumbering[];
  readonly moves: PlannedMove[];
  readonly refusals: Refusal[];
}

function collectWork(change: Change, documents: ReadonlyMap<string, Document>): CollectedWork {
  const work = new Map<Document, DocumentWork>();
  const refusals: Refusal[] = [...baselineRefusals(change, documents)];
  const renumberings: Renumbering[] = [];
  const moves: PlannedMove[] = [];
  const tables = tablesAfter(change, documents);
  for (const { instruction, key } of asked(change)) {
    const document = documents.get(key);
    if (!document) {
      refusals.push(refuse(change, instruction, unknownDocument(key, documents)));
      continue;
    }
    const entry = work.get(document) ?? { edits: [], omissions: [], followers: [] };
    work.set(document, entry);
    for (const step of stepsIn(instruction, document)) {
      const result = workOut(step, document, documents, tables);
      if ('rule' in result)
        refusals.push(refuse(change, step, result, instruction.documents.length > 1 ? document : undefined));
      else if ('type' in result) {
        moves.push(result);
        if (result.renumbering) renumberings.push(result.renumbering);
      } else if ('edits' in result) addWork(entry, result, step);
      else renumberings.push(...result);
    }
  }
  return { work, renumberings, moves, refusals };
}

function asked({ instructions }: Change) {
  return instructions.flatMap((instruction) => instruction.documents.map((key) => ({ instruction, key })));
}

function addWork(entry: DocumentWork, { edits, omissions, followers = [] }: Work, step: Step): void {
  entry.edits.push(...edits.map((edit) => ({ ...edit, ...partOf(step) })));
  entry.omissions.push(...omissions.map((omission) => ({ ...omission, ...partOf(step) })));
  entry.followers.push(...followers.map(({ document, edit }) => ({ document, edit: { ...edit, ...partOf(step) } })));
}

function inFileOrder(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...refusals].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function unknownDocument(key: string, documents: ReadonlyMap<string, Document>): RefusalText {
  const known = [...documents.keys()].sort().join(', ');
  return {
    rule: 'unknown-appendix',
    text: `there is no Appendix ${key}`,
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
    const first =
      change.instructions.find((instruction) => instruction.documents.includes(key)) ?? change.instructions[0];
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
