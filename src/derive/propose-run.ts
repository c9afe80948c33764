import type { Work } from '../change/planned-edit.ts';
import type { Operation } from '../model/change.ts';
import type { Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Edit, Range } from '../model/range.ts';
import { frontMatterOf } from '../provision/ordinal-types.ts';
import { labelCore } from '../source/label.ts';
import { hasOwnWords, type Run } from './pair.ts';
import { type Deriving, editsOf, type Proposal, spliceRange, workOutOperation } from './proposal.ts';
import { contentOf } from './propose-provision.ts';

/** One operation, and the part of the text after that it puts in. */
interface Step {
  readonly operation: Operation;
  readonly after: Range;
  readonly omitted?: Provision;
}

/**
 * Writes the instructions that take provisions out between two that stay, and put others in: omitted and inserted, or one
 * substituted for another of its kind. Undefined where none of the ways to write them gives the text.
 */
export function proposeRun(run: Run, deriving: Deriving): readonly Proposal[] | undefined {
  if (run.removed.length === 0 && run.added.length === 0) return [];
  const { before } = deriving.correspondence;
  for (const steps of waysToWrite(run, deriving)) {
    const works = steps.map(({ operation }) => workOutOperation(before, operation));
    if (!works.every((work) => work !== undefined)) continue;
    if (!givesRun(run, editsOf(before.source, works), deriving)) continue;
    return steps.map((step, index) => ({
      ...{ ...step, owner: run.holder, run },
      work: works[index] as Work,
    }));
  }
  return undefined;
}

// From the end of what stays before to the start of what stays after; white space at the end of the holder is not its own.
function givesRun({ holder, previous, next }: Run, edits: readonly Edit[], { correspondence }: Deriving): boolean {
  const { before, after } = correspondence;
  const from = previous ? previous.before.end : headEnd(holder.before);
  const to = Math.max(next ? next.before.start : holder.before.end, ...edits.map(({ end }) => end));
  const made = spliceRange(before.source, { start: from, end: to }, edits);
  const fromAfter = previous ? previous.after.end : headEnd(holder.after);
  const wanted = after.source.slice(fromAfter, next ? next.after.start : holder.after.end);
  return next ? made === wanted : made?.trimEnd() === wanted.trimEnd();
}

function headEnd(provision: Provision): number {
  return hasOwnWords(provision) ? provision.words.end : provision.start;
}

function* waysToWrite(run: Run, deriving: Deriving): Generator<readonly Step[]> {
  const { removed, added } = run;
  if (removed.length > 0 && added.length > 0) yield* substitutions(run, deriving);
  const omitted = omissions(removed, deriving);
  if (!omitted) return;
  if (added.length === 0) yield omitted;
  else for (const inserted of insertions(run, deriving)) yield [...omitted, ...inserted];
}

function omissions(removed: readonly Provision[], { locators, correspondence }: Deriving): readonly Step[] | undefined {
  const steps = removed.map((provision): Step | undefined => {
    const at = locators.of(provision);
    const after = nothing(correspondence);
    return at && { operation: { type: 'omit-provision', at }, after, omitted: provision };
  });
  return steps.includes(undefined) ? undefined : (steps as readonly Step[]);
}

function nothing({ after }: Deriving['correspondence']): Range {
  return { start: after.source.length, end: after.source.length };
}

// The first that goes makes room for all that comes, or for the first of it, with the rest put in after.
function* substitutions(run: Run, deriving: Deriving): Generator<readonly Step[]> {
  const { removed, added } = run;
  const [first, ...others] = removed;
  const [version, ...more] = added;
  const at = first && deriving.locators.of(first);
  const omitted = omissions(others, deriving);
  if (!first || !version || !at || !omitted || first.type !== version.type || labelOf(first) !== labelOf(version))
    return;
  const substitute = (provisions: readonly Provision[]): Step => {
    const after = extentOf(provisions);
    const content = contentOf(deriving.correspondence.after, after);
    return { operation: { type: 'substitute-provision', at, content }, after };
  };
  if (more.length === 0 || first.type !== 'row') yield [substitute(added), ...omitted];
  if (more.length === 0) return;
  yield [substitute([version]), insert('after', at, more, deriving), ...omitted];
}

function labelOf({ label }: Provision): string | undefined {
  return label === undefined ? undefined : labelCore(label);
}

function extentOf(provisions: readonly Provision[]): Range {
  return { start: provisions[0]?.start ?? 0, end: provisions.at(-1)?.end ?? 0 };
}

function* insertions(run: Run, deriving: Deriving): Generator<readonly Step[]> {
  const { added } = run;
  const both = positions(run, deriving);
  for (const place of both) yield [insert(place.position, place.at, added, deriving)];
  // A list that begins or ends what comes may belong to the list beside it, and what stands with it not.
  const isItem = ({ type }: Provision) => type === 'item';
  const lead = added.findIndex((provision) => isItem(provision) !== isItem(added[0] as Provision));
  if (lead < 0) return;
  const trail = added.findLastIndex((provision) => isItem(provision) !== isItem(added.at(-1) as Provision)) + 1;
  for (const cut of new Set([lead, trail])) {
    for (const one of both) {
      for (const other of both) {
        if (one === other) continue;
        yield [
          insert(one.position, one.at, added.slice(0, cut), deriving),
          insert(other.position, other.at, added.slice(cut), deriving),
        ];
      }
    }
  }
}

function insert(position: Position, at: Locator, provisions: readonly Provision[], { correspondence }: Deriving): Step {
  const after = extentOf(provisions);
  return {
    operation: { type: 'insert-provision', at, position, content: contentOf(correspondence.after, after) },
    after,
  };
}

type Position = 'before' | 'after' | 'end';

function positions(
  { holder, previous, next }: Run,
  { locators, correspondence }: Deriving,
): readonly { readonly position: Position; readonly at: Locator }[] {
  const named = (position: Position, provision: Provision | undefined) => {
    const at = provision && locators.of(provision);
    return at && (at.type !== 'closing' || position !== 'end') ? [{ position, at }] : [];
  };
  const head = previous?.before === frontMatterOf(correspondence.before);
  const after = named('after', previous?.before);
  const end = holder.parent
    ? named('end', holder.before)
    : [{ position: 'end' as const, at: { type: 'document' } as const }];
  const before = named('before', next?.before);
  const all = [...(head ? before : after), ...(head ? after : before), ...(next ? [] : end)];
  // “Closing words” name no one paragraph to a reader where another name does.
  const isClosing = ({ at }: { readonly at: Locator }) => at.type === 'closing';
  return [...all.filter((place) => !isClosing(place)), ...all.filter(isClosing)];
}
