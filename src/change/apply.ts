import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { labelIndex } from '../provision/label-index.ts';
import { annexOf } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import { parseDocument } from '../source/parse.ts';
import { judgeStructure } from './judge-structure.ts';
import { plan } from './plan.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { splice } from './splice.ts';

/** One document before and after a change, with the edits that made the one from the other. */
export interface Applied {
  readonly before: Document;
  readonly after: Document;
  readonly edits: readonly PlannedEdit[];
}

/** The documents a change amends, by key, in the order of the keys given; or every reason why it cannot be carried out. */
export type Application =
  | { readonly ok: true; readonly documents: ReadonlyMap<string, Applied> }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Carries a change out: plans it, splices the edits into the base texts, reads the results again, and holds them against what
 * the instructions meant. All of the change is carried out, or none of it.
 */
export function applyChange(change: Change, documents: ReadonlyMap<string, Document>): Application {
  const planned = plan(change, documents);
  if (!planned.ok) return planned;
  const applied = new Map<string, Applied>();
  const refusals: Refusal[] = [];
  for (const [key, before] of documents) {
    const edits = planned.edits.get(key);
    if (!edits || edits.length === 0) continue;
    const after = parseDocument(splice(before.source, edits), before.path);
    refusals.push(...structureRefusals(change, before, after, edits), ...takenLabels(change, before, after, edits));
    applied.set(key, { before, after, edits });
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, documents: applied };
}

function structureRefusals(
  change: Change,
  before: Document,
  after: Document,
  edits: readonly PlannedEdit[],
): readonly Refusal[] {
  const problem = judgeStructure(before, after, edits);
  if (!problem) return [];
  return refusalOf(change, problem.by, {
    rule: 'changes-its-neighbours',
    text: `the result would not be built as meant: expected ${problem.expected} here, found ${problem.found}; the new text would run into what stands beside it, or change how it is read`,
    advice: 'look for a missing blank line, an unpaired * or `, or a line that begins like a list or heading',
    other: { document: before, range: { start: problem.at, end: Math.min(before.source.length, problem.at + 80) } },
  });
}

// A new provision must not bear a number that another one has in the same annex.
function takenLabels(
  change: Change,
  before: Document,
  after: Document,
  edits: readonly PlannedEdit[],
): readonly Refusal[] {
  const was = labelIndex(before).labels;
  return [...labelIndex(after).labels].flatMap(([label, visits]) => {
    const known = was.get(label) ?? [];
    if (mostInOneAnnex(visits) < 2 || mostInOneAnnex(visits) <= mostInOneAnnex(known)) return [];
    const by = edits.find((edit) => edit.text.includes(visits[1]?.provision.label ?? label))?.by ?? edits[0]?.by ?? 0;
    const there = known[0]?.provision;
    return refusalOf(change, by, {
      rule: 'label-taken',
      text: `the number ${label} would stand twice in Appendix ${before.key}`,
      advice: 'give the new provision a number of its own, such as one with a letter: 5.5.2A',
      other: there ? { document: before, range: there } : undefined,
    });
  });
}

// Several annexes of a document may each begin at 1.
function mostInOneAnnex(visits: readonly Visit[]): number {
  const counts = new Map<string, number>();
  for (const { provision, parents } of visits) {
    const annex = annexOf({ provision: parents.at(-1) ?? provision, parents })?.label ?? '';
    counts.set(annex, (counts.get(annex) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function refusalOf(change: Change, by: number, said: RefusalText): readonly Refusal[] {
  const instruction = change.instructions.find(({ number }) => number === by);
  return instruction ? [refuse(change, instruction, said)] : [];
}
