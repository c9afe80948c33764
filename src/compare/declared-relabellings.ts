import type { RedlineBlock, RedlineChange } from '../model/redline.ts';
import type { BlockNames, OpenedProvision } from './block-names.ts';
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

/**
 * The renumberings that instructions declare, as a reader counts them: one for all the labels of one instruction, named by the first and
 * the last, and one for each citation that follows, in reading order.
 */
export function listDeclaredRelabellings(
  edits: readonly EditedRange[],
  blocks: readonly RedlineBlock[],
  names: BlockNames,
  reasons: Reasons,
): readonly RedlineChange[] {
  const relabels = edits.filter(({ relabel }) => relabel !== undefined);
  const labels = new Map<number, Labels>();
  const citations: RedlineChange[] = [];
  let next = 0;
  const take = ({ by, relabel }: EditedRange, { before, after }: Around): void => {
    if (relabel === 'citation') {
      citations.push(relabelling(before?.locator, after?.locator, after?.id, by, citationFollows));
      return;
    }
    const own = labels.get(by) ?? { before: [], after: [] };
    if (before) own.before.push(before);
    if (after) own.after.push(after);
    labels.set(by, own);
  };
  const visit = (block: RedlineBlock, around: Around): void => {
    const named = {
      before: (block.before && names.before(block.type, block.before.start)) ?? around.before,
      after: (block.after && names.after(block.type, block.after.start)) ?? around.after,
    };
    const inner = 'children' in block ? block.children : [];
    for (const child of inner) visit(child, named);
    if (inner.length > 0 || !block.after) return;
    for (; next < relabels.length; next += 1) {
      const edit = relabels[next] as EditedRange;
      if (edit.after.start >= block.after.end) break;
      if (edit.after.start >= block.after.start) take(edit, named);
    }
  };
  for (const block of blocks) visit(block, {});
  const own = [...labels].map(([by, { before, after }]) =>
    relabelling(named(before), named(after), after[0]?.id, by, reasons.get(by)),
  );
  return [...own, ...citations];
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
