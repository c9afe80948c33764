import type { Change } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { numberOf } from '../provision/printed-numbers.ts';
import { walk } from '../provision/walk.ts';
import { crossedBy, followAcross } from './follow-across.ts';
import { followReferences } from './follow-references.ts';
import type { PlannedMove } from './move.ts';
import { type NewLabel, newLabels, type RenumberingRefusal, takenNumbers } from './new-labels.ts';
import type { DocumentEdit, PlannedEdit } from './planned-edit.ts';
import { refuse } from './refusal.ts';
import type { Renumbering } from './renumber.ts';
import { partOf } from './steps.ts';

/** What the renumberings of a change come to, and why any of them cannot be carried out. */
export interface RenumberingPlan {
  readonly edits: readonly DocumentEdit[];
  readonly refusals: readonly Refusal[];
}

/**
 * Works out all renumberings of a change together, on the base texts. `editsOn` gives the edits of the other instructions, omissions
 * included. A citation that another instruction takes out or replaces is left to that instruction; where the words it puts in still cite
 * by a number that no provision will have, that is refused.
 */
export function planRenumberings(
  change: Change,
  documents: readonly Document[],
  renumberings: readonly Renumbering[],
  moves: readonly PlannedMove[],
  editsOn: (document: Document) => readonly PlannedEdit[],
): RenumberingPlan {
  const across = moves.filter(({ document, into }) => into !== document);
  if (renumberings.length === 0 && across.length === 0) return { edits: [], refusals: [] };
  const refused: RenumberingRefusal[] = [];
  const labels = new Map<Provision, NewLabel>();
  const edits: DocumentEdit[] = [];
  for (const document of documents) {
    const own = newLabels(
      document,
      renumberings.filter((renumbering) => renumbering.document === document),
    );
    for (const [provision, label] of own) labels.set(provision, label);
    const omissions = editsOn(document).filter(({ text }) => text === '');
    const merges = editsOn(document).filter(({ meant }) => meant.type === 'merge');
    const isGone = (provision: Provision) =>
      omissions.some((omission) => covers(omission, provision)) ||
      merges.some((merge) => provision.labelRange && covers(merge, provision.labelRange));
    // What an item moves away from is free; what it moves to is held against its label there.
    const movedItems = new Set(
      moves.flatMap(({ visit: { provision } }) => (provision.type === 'item' ? [provision] : [])),
    );
    const movesAway = (range: Range) => across.some((move) => move.document === document && covers(move.range, range));
    refused.push(
      ...takenNumbers(
        document,
        own,
        (provision) => movedItems.has(provision) || isGone(provision) || movesAway(provision),
      ),
    );
    for (const label of own.values())
      if (!isGone(label.visit.provision)) edits.push({ document, edit: labelEdit(document, label) });
  }
  const following = followReferences(documents, labels, (reference) => crossedBy(reference, across) !== undefined);
  for (const { document, edit, label } of following.edits) {
    const other = editsOn(document).find((one) => touches(one, edit));
    if (!other) edits.push({ document, edit });
    else if (leavesWrong(other, document, edit, labels)) refused.push(wrongCitation(other, document, edit, label));
  }
  for (const { refusal, document, citation } of following.refusals)
    if (!editsOn(document).some((edit) => touches(edit, citation))) refused.push(refusal);
  const followingAcross = followAcross(documents, across, labels);
  edits.push(
    ...followingAcross.edits.filter(({ document, edit }) => !editsOn(document).some((one) => touches(one, edit))),
  );
  const cannot = followingAcross.refusals.filter(
    ({ document, citation }) => !editsOn(document).some((edit) => touches(edit, citation)),
  );
  return {
    edits,
    refusals: [
      ...refused.map(({ renumbering, said }) => refuse(change, renumbering.instruction, said)),
      ...cannot.map(({ move, said }) => refuse(change, move.instruction, said)),
    ],
  };
}

// The number alone: its brackets, points and noun stay.
function labelEdit({ source }: Document, { visit, label, renumbering }: NewLabel): PlannedEdit {
  const { labelRange, label: own = '' } = visit.provision;
  const { start, end } = labelRange ?? visit.provision;
  const number = numberOf(own);
  const at = start + source.slice(start, end).lastIndexOf(number);
  const step = renumbering.instruction;
  const edit = { start: at, end: at + number.length, text: numberOf(label), by: step.number, ...partOf(step) };
  return { ...edit, relabel: 'label', meant: { type: 'words' } };
}

function covers(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function touches(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

// Words that cite by a number that another provision takes over are as their drafter meant them.
function leavesWrong(
  { text }: PlannedEdit,
  document: Document,
  citation: PlannedEdit,
  labels: ReadonlyMap<Provision, NewLabel>,
): boolean {
  const number = document.source.slice(citation.start, citation.end);
  const pattern = new RegExp(`(?<![\\p{L}\\d.])${number.replaceAll('.', '\\.')}(?![\\p{L}\\d]|\\.\\d)`, 'u');
  if (!/\d/.test(number) || !pattern.test(text)) return false;
  const cited = [...labels.values()].find(({ visit }) => numberOf(visit.provision.label ?? '') === number);
  const visits = cited ? [...walk(cited.renumbering.document)] : [];
  return !visits.some(({ provision }) => numberOf((labels.get(provision)?.label ?? provision.label) || '') === number);
}

function wrongCitation(
  other: PlannedEdit,
  document: Document,
  citation: PlannedEdit,
  { renumbering }: NewLabel,
): RenumberingRefusal {
  const number = document.source.slice(citation.start, citation.end);
  return {
    renumbering,
    said: {
      rule: 'cites-an-old-number',
      text: `expected the words that instruction ${other.by} puts in to cite ${citation.text}, found ${number}, a number that no provision will have`,
      advice: `write ${citation.text} in instruction ${other.by}`,
      other: { document, range: citation },
    },
  };
}
