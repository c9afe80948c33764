import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { type Reference, references } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import { follow, placesIn, targetOf } from './follow-references.ts';
import type { PlannedMove } from './move.ts';
import type { NewLabel } from './new-labels.ts';
import type { DocumentEdit, PlannedEdit } from './planned-edit.ts';
import { excerpt, type RefusalText } from './refusal.ts';
import { partOf } from './steps.ts';

type NewLabels = ReadonlyMap<Provision, NewLabel>;

/** The move to another document that a reference crosses: it cites from the one side what stands on the other. Undefined where it crosses none. */
export function crossedBy(reference: Reference, moves: readonly PlannedMove[]): PlannedMove | undefined {
  return moves.find(({ document, into, visit }) => {
    if (into === document) return false;
    const target = targetOf(reference);
    const [cites, cited] = [isIn(reference.visit, visit), target !== undefined && isIn(target, visit)];
    if (cites && !cited) return reference.cited === document && target !== undefined;
    return cited && !cites;
  });
}

function isIn({ provision, parents }: Visit, outer: Visit): boolean {
  return provision === outer.provision || parents.includes(outer.provision);
}

/** The citations that follow provisions into another document, and those that cannot. */
export interface FollowingAcross {
  readonly edits: readonly DocumentEdit[];
  readonly refusals: readonly {
    readonly document: Document;
    readonly citation: Range;
    readonly move: PlannedMove;
    readonly said: RefusalText;
  }[];
}

/**
 * Finds every citation that crosses a move to another document with which references follow, and works out how it follows: by its new
 * number, and by the name of the appendix that it is of from now on. One that names several provisions, or an appendix in other words than
 * “Appendix D” or “this Appendix”, is refused.
 */
export function followAcross(
  documents: readonly Document[],
  moves: readonly PlannedMove[],
  labels: NewLabels,
): FollowingAcross {
  const following = moves.filter((move) => move.referencesFollow && move.into !== move.document);
  if (following.length === 0) return { edits: [], refusals: [] };
  const all = references(documents);
  const counts = new Map<string, number>();
  for (const one of all) counts.set(placeKey(one), (counts.get(placeKey(one)) ?? 0) + 1);
  const edits: DocumentEdit[] = [];
  const refusals: FollowingAcross['refusals'][number][] = [];
  for (const reference of all) {
    const move = crossedBy(reference, following);
    if (!move) continue;
    const { document, citation } = reference;
    const only = counts.get(placeKey(reference)) === 1;
    const edit = only ? followed(reference, move, labels) : 'it names several provisions';
    if (typeof edit !== 'string') edits.push({ document, edit });
    else refusals.push({ document, citation, move, said: cannotFollow(reference, edit) });
  }
  return { edits, refusals };
}

function placeKey({ document, citation }: Reference): string {
  return `${document.key} ${citation.start}`;
}

// One edit for all of it, or why it cannot follow.
function followed(reference: Reference, move: PlannedMove, labels: NewLabels): PlannedEdit | string {
  const { document, citation } = reference;
  const named = namingOf(reference, move);
  if (typeof named === 'string') return named;
  const numbers: (Range & { readonly text: string })[] = [];
  for (const place of placesIn(reference)) {
    const found: ReturnType<typeof follow> = follow(reference, place, labels);
    if ('said' in found) return 'it does not print the number as the provision does';
    numbers.push(...found.map(({ edit }) => edit));
  }
  const changes = [...numbers, named].sort((one, other) => one.start - other.start);
  const start = changes[0]?.start ?? citation.start;
  const end = changes.at(-1)?.end ?? citation.end;
  let text = '';
  let at = start;
  for (const change of changes) {
    text += document.source.slice(at, change.start) + change.text;
    at = change.end;
  }
  const owner = { by: move.instruction.number, ...partOf(move.instruction) };
  return { start, end, text, ...owner, relabel: 'citation', meant: { type: 'words' } };
}

// The name of the appendix as the citation gives it, and what stands there from now on; or why that cannot be told.
function namingOf(reference: Reference, move: PlannedMove): (Range & { readonly text: string }) | string {
  const { document, citation, visit, cited } = reference;
  const cites = isIn(visit, move.visit);
  const [citing, holding] = cites ? [move.into, move.document] : [document, move.into];
  const name = citing === holding ? 'this Appendix' : `Appendix ${holding.key}`;
  const names = [...citation.text.matchAll(/\bthis (?:Appendix|document)\b|\bAppendix [A-Z]{1,2}\b/gi)];
  const [only] = names;
  if (names.length > 1) return 'it names more than one appendix';
  if (only) {
    const start = citation.start + only.index;
    return { start, end: start + only[0].length, text: name };
  }
  if (cited !== document) return 'it names the appendix in other words';
  return { start: citation.end, end: citation.end, text: ` of ${name}` };
}

function cannotFollow({ document, citation }: Reference, why: string): RefusalText {
  const cited = excerpt({ document, range: citation });
  return {
    rule: 'reference-cannot-follow',
    text: `the citation “${cited}” cannot follow into another appendix: ${why}`,
    advice: `amend it by an instruction of its own, for example: for “${cited}” substitute the words with the new numbers and appendices`,
    other: { document, range: citation },
  };
}
