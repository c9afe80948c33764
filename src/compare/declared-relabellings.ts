import type { RedlineBlock, RedlineChange } from '../model/redline.ts';
import { type BlockNames, type OpenedProvision, typeBefore } from './block-names.ts';
import type { MovedCitation } from './moved-citations.ts';
import { outermost, printProvisions } from './open-change.ts';
import type { Reasons } from './open-list.ts';
import type { EditedRange } from './widen-edits.ts';

interface Around {
  readonly before?: OpenedProvision | undefined;
  readonly after?: OpenedProvision | undefined;
}

interface Labels {
  readonly before: OpenedProvision[];
  readonly after: OpenedProvision[];
}

/** A citation that follows, with where it begins in the text after. */
interface PlacedCitation {
  readonly at: number;
  readonly by: number;
  readonly around: Around;
}

/**
 * The renumberings that instructions declare, as a reader counts them: one for all the labels of one instruction, named by the first and
 * the last, and one for each citation that follows, in reading order. `moved` are the citations that follow inside what moved, each named
 * by where it stood and by where it stands.
 */
export function listDeclaredRelabellings(
  edits: readonly EditedRange[],
  moved: readonly MovedCitation[],
  blocks: readonly RedlineBlock[],
  names: BlockNames,
  reasons: Reasons,
): readonly RedlineChange[] {
  const relabels = edits.filter(({ relabel }) => relabel !== undefined);
  const labels = new Map<number, Labels>();
  const citations: PlacedCitation[] = [];
  const ends = moved.map((): { before?: OpenedProvision | undefined; after?: OpenedProvision | undefined } => ({}));
  let next = 0;
  const take = ({ by, relabel, after: { start } }: EditedRange, around: Around): void => {
    if (relabel === 'citation') {
      citations.push({ at: start, by, around });
      return;
    }
    const own = labels.get(by) ?? { before: [], after: [] };
    if (around.before) own.before.push(around.before);
    if (around.after) own.after.push(around.after);
    labels.set(by, own);
  };
  const takeMoved = ({ before, after }: RedlineBlock, around: Around): void => {
    for (const [index, citation] of moved.entries()) {
      const end = ends[index] ?? {};
      if (before && before.start <= citation.before && citation.before < before.end) end.before = around.before;
      if (after && after.start <= citation.after && citation.after < after.end) end.after = around.after;
    }
  };
  const visit = (block: RedlineBlock, around: Around): void => {
    const named = {
      before: (block.before && names.before(typeBefore(block), block.before.start)) ?? around.before,
      after: (block.after && names.after(block.type, block.after.start)) ?? around.after,
    };
    const inner = 'children' in block ? block.children : [];
    for (const child of inner) visit(child, named);
    if (inner.length > 0) return;
    if (moved.length > 0) takeMoved(block, named);
    if (!block.after) return;
    for (; next < relabels.length; next += 1) {
      const edit = relabels[next] as EditedRange;
      if (edit.after.start >= block.after.end) break;
      if (edit.after.start >= block.after.start) take(edit, named);
    }
  };
  for (const block of blocks) visit(block, {});
  for (const [index, { after, by }] of moved.entries()) citations.push({ at: after, by, around: ends[index] ?? {} });
  const own = [...labels].map(([by, { before, after }]) =>
    relabelling(named(before), named(after), after[0]?.id, by, reasons.get(by)),
  );
  const following = citations.sort((one, other) => one.at - other.at);
  return [
    ...own,
    ...following.map(({ by, around: { before, after } }) =>
      relabelling(before?.locator, after?.locator, after?.id, by, citationFollows),
    ),
  ];
}

const citationFollows = 'A citation follows the new number.';

function named(opened: readonly OpenedProvision[]): string | undefined {
  return printProvisions(outermost(opened), undefined);
}

function relabelling(
  before: string | undefined,
  after: string | undefined,
  id: string | undefined,
  by: number,
  reason: string | undefined,
): RedlineChange {
  return {
    type: 'relabelling',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    kind: 'consequential',
    by,
    ...(reason === undefined ? {} : { reason }),
    ...(id === undefined ? {} : { id }),
  };
}
