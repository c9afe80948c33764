import { createHash } from 'node:crypto';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { locate } from '../provision/locate.ts';
import { optionNotChosen } from './choices.ts';
import { conflicts } from './conflicts.ts';
import { insertProvision } from './insert-provision.ts';
import { omissionEdits } from './omissions.ts';
import { omitProvision } from './omit-provision.ts';
import type { Outcome, Placed } from './placed.ts';
import type { Omission, PlannedEdit } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { inOrder } from './splice.ts';
import { type SingleOperation, type Step, stepsIn, unlocated } from './steps.ts';
import { omitStretch, substituteStretch } from './stretch-edits.ts';
import { substituteProvision } from './substitute-provision.ts';
import { insertWords, omitWords, substituteWords } from './words-edits.ts';

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
  const refusals: Refusal[] = [...baselineRefusals(change, documents)];
  const work = new Map<string, { edits: PlannedEdit[]; omissions: Omission[] }>();
  for (const instruction of change.instructions) {
    for (const key of instruction.documents) {
      const document = documents.get(key);
      if (!document) {
        refusals.push(refuse(change, instruction, unknownDocument(key, documents)));
        continue;
      }
      const entry = work.get(key) ?? { edits: [], omissions: [] };
      work.set(key, entry);
      for (const step of stepsIn(instruction, document)) {
        const result = workOut(step, document);
        if ('rule' in result) {
          refusals.push(refuse(change, step, result, instruction.documents.length > 1 ? document : undefined));
          continue;
        }
        entry.edits.push(...result.edits.map((edit) => ({ ...edit, ...partOf(step) })));
        entry.omissions.push(...result.omissions.map((omission) => ({ ...omission, ...partOf(step) })));
      }
    }
  }
  const edits = new Map<string, readonly PlannedEdit[]>();
  for (const [key, { edits: own, omissions }] of work) {
    const document = documents.get(key);
    if (!document) continue;
    const all = [...own, ...omissionEdits(document.source, omissions)];
    refusals.push(...conflicts(change, document, all));
    edits.set(key, inOrder(all) as readonly PlannedEdit[]);
  }
  return refusals.length > 0 ? { ok: false, refusals: inFileOrder(refusals) } : { ok: true, edits };
}

function inFileOrder(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...refusals].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

function partOf({ part }: Step): { readonly part?: string } {
  return part === undefined ? {} : { part };
}

/** Works one step of an instruction out on its document: what it asks of the text, or why it cannot be carried out. */
export function workOut(step: Step, document: Document): Outcome {
  const { operation } = step;
  if (operation.type === 'unexpanded') return operation.refusal;
  const target = locate(document, operation.at);
  if (target.type === 'unlocated') return unlocated(target, document, operation);
  const result = workOutAt(operation, { document, target, instruction: step });
  if (!('rule' in result) || result.other || target.type === 'document') return result;
  return { ...result, other: { document, range: target.type === 'words' ? target.range : target.provision } };
}

function workOutAt(operation: SingleOperation, placed: Placed): Outcome {
  switch (operation.type) {
    case 'substitute-words':
      return substituteWords(operation, placed);
    case 'omit-words':
      return omitWords(operation, placed);
    case 'insert-words':
      return insertWords(operation, placed);
    case 'substitute-stretch':
      return substituteStretch(operation, placed);
    case 'omit-stretch':
      return omitStretch(operation, placed);
    case 'insert-provision':
      return insertProvision(operation, placed);
    case 'omit-provision':
      return omitProvision(operation, placed);
    case 'substitute-provision':
      return substituteProvision(operation, placed);
  }
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
