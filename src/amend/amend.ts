import { applyChange } from '../change/apply.ts';
import { reasonOf } from '../change/reason.ts';
import { type JudgedExpectation, judgeExpectations } from '../check/check-expectations.ts';
import { compareDocuments } from '../compare/compare-documents.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Redline } from '../model/redline.ts';

/** One document that a change amends, before and after, with the redline between. */
export interface AmendedDocument {
  readonly before: Document;
  readonly after: Document;
  readonly redline: Redline;
}

/** What a change makes of a code: the documents it amends by key, or every reason why it cannot be carried out. */
export type Amendment =
  | {
      readonly ok: true;
      readonly change: Change;
      readonly documents: ReadonlyMap<string, AmendedDocument>;
      readonly expectations: readonly JudgedExpectation[];
      /** Every document of the code before the change, by key. */
      readonly code: ReadonlyMap<string, Document>;
    }
  | { readonly ok: false; readonly messages: readonly Message[] };

/**
 * Carries a change out on a code and makes the redline of each document it amends, with the correspondence its edits give.
 * Refuses, all or nothing, what cannot be carried out exactly, and a result that is not what the drafter expects of it.
 * `done` is told the key of each document as its redline is made.
 */
export function amend(
  change: Change,
  documents: ReadonlyMap<string, Document>,
  done?: (key: string) => void,
): Amendment {
  const applied = applyChange(change, documents);
  if (!applied.ok) return { ok: false, messages: applied.refusals };
  const texts = new Map(documents);
  for (const [key, result] of applied.documents) texts.set(key, result.after);
  const expectations = judgeExpectations(change, texts);
  const unmet = expectations.flatMap(({ message }) => message ?? []);
  if (unmet.length > 0) return { ok: false, messages: unmet };
  const reasons = new Map(
    change.instructions.flatMap((instruction) => {
      const reason = reasonOf(instruction);
      return reason === undefined ? [] : [[instruction.number, reason] as const];
    }),
  );
  const amended = new Map<string, AmendedDocument>();
  for (const [key, result] of applied.documents) {
    const { before, after, edits } = result;
    const redline = compareDocuments(before, after, { edits, reasons });
    amended.set(key, { before, after, redline });
    done?.(key);
  }
  return { ok: true, change, documents: amended, expectations, code: documents };
}
