import type { Edit, Range } from '../model/range.ts';
import type { Correspondence } from './correspondence.ts';
import { type Pair, type Run, runsOf } from './pair.ts';
import { type Proposal, spliceRange } from './proposal.ts';
import type { Settled } from './settle.ts';

/** An edit with the pair that the instruction asking for it was written for. */
export interface OwnedEdit extends Edit {
  readonly owner: Pair;
}

/** Makes what one instruction was written for coarser. Gives whether it could. */
export function coarsenProposal(proposal: Proposal, settled: Settled): boolean {
  if (proposal.run) return coarsenRun(proposal.run, settled);
  if (proposal.bare && !proposal.owner.wordsWhole) {
    proposal.owner.wordsWhole = true;
    forget(proposal.owner, settled);
    return true;
  }
  return coarsen(proposal.owner, settled);
}

// The shorter neighbour no longer stays; where that was not enough before, twice as many of its fellows beyond it go too.
function coarsenRun({ holder, previous, next }: Run, settled: Settled): boolean {
  const [shorter] = [previous, next]
    .filter((each) => each !== undefined)
    .filter(({ mode }) => mode !== 'apart')
    .sort((one, other) => lengthOf(one) - lengthOf(other));
  if (!shorter) return coarsen(holder, settled);
  const step = shorter === previous ? -1 : 1;
  let at = holder.children.indexOf(shorter);
  for (let left = 2 ** Math.min(holder.widened, 12); left > 0; left -= 1) {
    const pair = holder.children[at];
    if (!pair || pair.before.type !== shorter.before.type) break;
    pair.mode = 'apart';
    at += step;
  }
  if (shorter.before.type === 'item') holder.widened += 1;
  forget(holder, settled);
  return true;
}

function lengthOf({ before }: Pair): number {
  return before.end - before.start;
}

function coarsen(pair: Pair, settled: Settled): boolean {
  const changed = pair.mode === 'fine' ? pair.children.filter((child) => child.mode !== 'apart' && !child.same) : [];
  if (changed.length > 0 && (!pair.parent || pair.before.type === 'section')) {
    for (const child of changed) child.mode = 'apart';
    forget(pair, settled);
    return true;
  }
  if (!pair.parent) return false;
  if (pair.mode === 'apart') return coarsen(pair.parent, settled);
  pair.mode = pair.mode === 'fine' ? 'whole' : 'apart';
  forget(pair, settled);
  return true;
}

function forget(pair: Pair, settled: Settled): void {
  for (let each: Pair | undefined = pair; each; each = each.parent) settled.delete(each);
}

/**
 * Finds where the edits do not give the text after, and makes the innermost pair of each such place coarser. Gives whether
 * any could be.
 */
export function coarsenWrong(
  root: Pair,
  edits: readonly OwnedEdit[],
  texts: Correspondence,
  settled: Settled,
): boolean {
  if (isRight(root, edits, texts)) return false;
  let coarser = false;
  let inside = false;
  for (const child of root.children) {
    if (child.mode === 'apart' || isRight(child, edits, texts)) continue;
    inside = true;
    if (coarsenWrong(child, edits, texts, settled)) coarser = true;
  }
  if (inside) return coarser || coarsen(root, settled);
  const wrong = runsOf(root).find((run) => !isRightBetween(run, edits, texts));
  return wrong && (wrong.previous || wrong.next) ? coarsenRun(wrong, settled) : coarsen(root, settled);
}

function isRight(pair: Pair, edits: readonly OwnedEdit[], texts: Correspondence): boolean {
  const inside = editsIn(edits, pair.before).filter((edit) => edit.start < edit.end || isWithin(edit.owner, pair));
  return gives(pair.before, pair.after, inside, texts);
}

function isRightBetween({ previous, next, holder }: Run, edits: readonly OwnedEdit[], texts: Correspondence): boolean {
  const before = {
    start: previous?.before.end ?? holder.before.words.end,
    end: next?.before.start ?? holder.before.end,
  };
  const after = { start: previous?.after.end ?? holder.after.words.end, end: next?.after.start ?? holder.after.end };
  return gives(
    before,
    after,
    editsIn(edits, before).filter(({ owner }) => owner === holder),
    texts,
  );
}

// What is omitted at the end of a range takes the gap after it along.
function gives(before: Range, after: Range, edits: readonly Edit[], texts: Correspondence): boolean {
  const start = Math.min(before.start, ...edits.map((edit) => edit.start));
  const end = Math.max(before.end, ...edits.map((edit) => edit.end));
  const made = spliceRange(texts.before.source, { start, end }, edits);
  const wanted = texts.after.source.slice(after.start, after.end);
  if (start === before.start && end === before.end) return made === wanted;
  return made?.trim() === wanted.trim();
}

function editsIn(edits: readonly OwnedEdit[], { start, end }: Range): readonly OwnedEdit[] {
  return edits.filter((edit) => edit.end >= start && edit.start <= end && (edit.start < end || edit.end <= end));
}

function isWithin(pair: Pair, holder: Pair): boolean {
  for (let each: Pair | undefined = pair; each; each = each.parent) if (each === holder) return true;
  return false;
}
