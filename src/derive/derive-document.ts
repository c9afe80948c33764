import { judgeStructure } from '../change/judge-structure.ts';
import type { PlannedEdit } from '../change/planned-edit.ts';
import type { Document } from '../model/document.ts';
import { findLocators } from '../provision/locator-of.ts';
import { coarsenProposal, coarsenWrong, type OwnedEdit } from './blame.ts';
import { type Carry, carryOut } from './carry.ts';
import type { Correspondence } from './correspondence.ts';
import { joinEachPlace } from './each-place.ts';
import { joinedWhere } from './joined.ts';
import { inOrderOfPlaces } from './order.ts';
import type { Pair } from './pair.ts';
import { pairDocuments } from './pair-children.ts';
import { type Deriving, editsOf, type Proposal, spliceRange } from './proposal.ts';
import type { Reading } from './reading.ts';
import { relevel } from './relevel.ts';
import { type Settled, settle } from './settle.ts';
import { costOf } from './written.ts';

/** The instructions that make one document of another, in the order of the places they change; or that none could be proved. */
export type DocumentDerived =
  | { readonly ok: true; readonly proposals: readonly Proposal[] }
  | { readonly ok: false; readonly at: number };

/** One attempt in which something had to be made coarser, or none. */
type Attempt = { readonly ok: true } | { readonly ok: false; readonly coarser: boolean };

/** Each attempt makes at least one pair coarser; no two texts that anyone edits need as many. */
const mostAttempts = 200;

/** The instructions for a document as they are being written. */
export interface Drafted {
  /**
   * What they would cost a reader as they are before they are printed and carried out: little is found wrong by that, and it costs more
   * than to write them. Undefined where none can be written.
   */
  readonly cost: () => number | undefined;
  readonly derive: () => DocumentDerived;
}

/** Derives the instructions that make the text after of a document: see `draftDocument`. */
export function deriveDocument(...given: Parameters<typeof draftDocument>): DocumentDerived {
  return draftDocument(...given).derive();
}

/**
 * Drafts the instructions that make the text after of a document. Every set of instructions is printed, read again and
 * carried out on the text before; where that is refused, or does not give the text after in canonical form, what was written
 * for the place is made coarser, and all is tried again. `carry` carries them out, where that is not on the text before itself.
 */
export function draftDocument(
  before: Document,
  correspondence: Correspondence,
  reading: Reading,
  carry: Carry = carryOut(before, reading),
): Drafted {
  if (correspondence.before.source === correspondence.after.source)
    return { cost: () => 0, derive: () => ({ ok: true, proposals: [] }) };
  const { children, locators } = relevel(correspondence, findLocators(correspondence.before));
  const deriving: Deriving = { correspondence, locators };
  const root = pairDocuments(correspondence, children);
  const trial: Trial = { before, root, settled: new Map(), correspondence, reading, carry };
  let attempts = 0;
  const write = (attempt: (proposals: readonly Proposal[]) => Attempt): readonly Proposal[] | undefined => {
    for (; attempts < mostAttempts; attempts += 1) {
      const written = settle(root, deriving, trial.settled);
      if (!written) return undefined;
      const proposals = inOrderOfPlaces(joinEachPlace(written, deriving));
      const tried = attempt(proposals);
      if (tried.ok) return proposals;
      if (!tried.coarser) return undefined;
    }
    return undefined;
  };
  return {
    cost: () => {
      const proposals = write((list) => tryRoughly(list, trial) ?? { ok: true });
      return proposals && costOf(joinedWhere(() => true, proposals, deriving));
    },
    derive: () => {
      const proposals = write((list) => tryOut(list, trial));
      if (proposals) return { ok: true, proposals: joined(proposals, deriving, trial) };
      return { ok: false, at: narrowestApart(root)?.after.start ?? correspondence.changes[0]?.after.start ?? 0 };
    },
  };
}

// Said more shortly where that is proved, too: what is proved already is never given up for it.
function joined(
  proposals: readonly Proposal[],
  deriving: Deriving,
  { before, reading, carry }: Pick<Trial, 'before' | 'reading' | 'carry'>,
): readonly Proposal[] {
  const wanted = deriving.correspondence.after.source;
  const isCanonical = before === deriving.correspondence.before;
  const isProved = (tried: readonly Proposal[]): boolean => {
    const carried = carry(tried);
    if ('blamed' in carried) return false;
    const { result } = carried;
    return result.source === wanted || (!isCanonical && reading.canonicalText(result) === wanted);
  };
  return joinedWhere(isProved, proposals, deriving);
}

// What had to be set apart and is smallest is nearest to what no instruction could be written for.
function narrowestApart(pair: Pair): Pair | undefined {
  const length = ({ after }: Pair) => after.end - after.start;
  let narrowest = pair.mode === 'apart' ? pair : undefined;
  for (const child of pair.children) {
    const inside = narrowestApart(child);
    if (inside && (!narrowest || length(inside) < length(narrowest))) narrowest = inside;
  }
  return narrowest;
}

interface Trial {
  readonly before: Document;
  readonly root: Pair;
  readonly settled: Settled;
  readonly correspondence: Correspondence;
  readonly reading: Reading;
  readonly carry: Carry;
}

function tryOut(proposals: readonly Proposal[], trial: Trial): Attempt {
  const { correspondence } = trial;
  const rough = tryRoughly(proposals, trial);
  if (rough) return rough;
  const carried = trial.carry(proposals);
  if ('blamed' in carried) return blamed(carried.blamed, proposals, trial);
  const { result } = carried;
  const wanted = correspondence.after.source;
  if (result.source === wanted) return { ok: true };
  const formatted = trial.reading.canonicalText(result);
  if (formatted === wanted) return { ok: true };
  return blamed([nearestTo(firstDifference(formatted, wanted), proposals)], proposals, trial);
}

// What is known without printing and parsing: whether the edits give the text, and whether it is built as they mean it.
function tryRoughly(proposals: readonly Proposal[], trial: Trial): Attempt | undefined {
  const { before, correspondence } = trial;
  if (before !== correspondence.before) return undefined;
  const edits = editsOf(
    before.source,
    proposals.map(({ work }) => work),
  );
  const text = spliceRange(before.source, { start: 0, end: before.source.length }, edits);
  if (text === undefined) return blamed(overlapping(edits), proposals, trial);
  if (text !== correspondence.after.source) {
    const owned = edits.flatMap((edit): readonly OwnedEdit[] => {
      const owner = proposals[edit.by - 1]?.owner;
      return owner ? [{ ...edit, owner }] : [];
    });
    return { ok: false, coarser: coarsenWrong(trial.root, owned, correspondence, trial.settled) };
  }
  const problem = judgeStructure(before, correspondence.after, edits);
  return problem && blamed([problem.by], proposals, trial);
}

function overlapping(edits: readonly PlannedEdit[]): readonly number[] {
  let reached = 0;
  return edits.flatMap(({ start, end, by }) => {
    const overlaps = start < reached;
    reached = Math.max(reached, end);
    return overlaps ? [by] : [];
  });
}

function blamed(numbers: readonly number[], proposals: readonly Proposal[], { settled }: Trial): Attempt {
  let coarser = false;
  for (const number of new Set(numbers)) {
    const proposal = proposals[number - 1];
    if (proposal && coarsenProposal(proposal, settled)) coarser = true;
  }
  return { ok: false, coarser };
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function nearestTo(offset: number, proposals: readonly Proposal[]): number {
  const distance = ({ after }: Proposal) => Math.max(after.start - offset, offset - after.end, 0);
  let nearest = 0;
  proposals.forEach((proposal, index) => {
    if (distance(proposal) < distance(proposals[nearest] as Proposal)) nearest = index;
  });
  return nearest + 1;
}
