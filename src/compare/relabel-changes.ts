import type { Provision } from '../model/document.ts';
import type { RedlineBlock, RedlineChange } from '../model/redline.ts';
import { inSentence } from '../provision/name-provision.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import { type BlockNames, type OpenedBy, type OpenedProvision, typeBefore } from './block-names.ts';
import type { LabelledPair, Relabelling } from './relabel-map.ts';
import type { PlacedSpan } from './span-places.ts';

/**
 * The renumberings as a reader counts them: one for each run of labels that shifted one after another, named by its first and its
 * last, and one for all citations that follow, named by where the first and the last of them stand.
 */
export function listRelabellings(
  relabelling: Relabelling,
  spans: readonly PlacedSpan[],
  blocks: readonly RedlineBlock[],
  names: BlockNames,
): readonly RedlineChange[] {
  const runs = shiftedRuns(relabelling.labels).flatMap((run) => printRun(run, names) ?? []);
  return [...runs, ...printCitations(citingPlaces(relabelling, spans), blocks, names)];
}

/** How many labels and citations only changed their number. */
export function countRelabels(spans: readonly PlacedSpan[]): number {
  return spans.filter(({ type, relabel }) => type === 'inserted' && relabel).length;
}

// What stands in a provision that shifted does not end the run, and is not named.
function shiftedRuns(labels: readonly LabelledPair[]): readonly (readonly LabelledPair[])[] {
  const runs: LabelledPair[][] = [];
  let open: LabelledPair[] | undefined;
  for (const label of labels) {
    const last = open?.at(-1);
    if (last && label.after.provision.start < last.after.provision.end) continue;
    if (!label.shifted) open = undefined;
    else if (open) open.push(label);
    else {
      open = [label];
      runs.push(open);
    }
  }
  return runs;
}

function printRun(run: readonly LabelledPair[], names: BlockNames): RedlineChange | undefined {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const opened = openedBy(names.after, first.after.provision);
  const before = between(openedBy(names.before, first.before.provision), openedBy(names.before, last.before.provision));
  const after = between(opened, openedBy(names.after, last.after.provision));
  return relabellingOf(before, after, opened?.id);
}

function relabellingOf(before: string | undefined, after: string | undefined, id: string | undefined): RedlineChange {
  return {
    type: 'relabelling',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    kind: 'consequential',
    ...(id === undefined ? {} : { id }),
  };
}

function openedBy(names: OpenedBy, { type, start }: Provision): OpenedProvision | undefined {
  if (type === 'section') return names('heading', start);
  return type === 'item' || type === 'row' || type === 'paragraph' ? names(type, start) : undefined;
}

function between(
  first: { readonly locator: string } | undefined,
  last: { readonly locator: string } | undefined,
): string | undefined {
  if (!first || !last || first.locator === last.locator) return first?.locator;
  return `${first.locator} to ${inSentence(last.locator)}`;
}

function citingPlaces({ followers }: Relabelling, spans: readonly PlacedSpan[]): readonly number[] {
  return spans.flatMap(({ type, relabel, after, length }) => {
    if (type !== 'inserted' || !relabel) return [];
    const follower = followers[firstEndingAfter(followers, after)];
    return follower && follower.start < after + length && follower.own ? [] : [after];
  });
}

interface Named {
  readonly before?: OpenedProvision | undefined;
  readonly after?: OpenedProvision | undefined;
}

function printCitations(
  places: readonly number[],
  blocks: readonly RedlineBlock[],
  names: BlockNames,
): readonly RedlineChange[] {
  const holders: Named[] = [];
  let next = 0;
  const visit = (block: RedlineBlock, around: Named): void => {
    const named = {
      before: (block.before && names.before(typeBefore(block), block.before.start)) ?? around.before,
      after: (block.after && names.after(block.type, block.after.start)) ?? around.after,
    };
    if ('children' in block && block.children.length > 0) {
      for (const child of block.children) visit(child, named);
      return;
    }
    const { start = 0, end = -1 } = block.after ?? {};
    while (next < places.length && (places[next] as number) < start) next += 1;
    if (next < places.length && (places[next] as number) < end) holders.push(named);
  };
  for (const block of blocks) visit(block, {});
  const [first, last] = [holders[0], holders.at(-1)];
  if (places.length === 0) return [];
  const [before, after] = [between(first?.before, last?.before), between(first?.after, last?.after)];
  const reason =
    places.length === 1 ? '1 citation follows the labels.' : `${places.length} citations follow the labels.`;
  return [{ ...relabellingOf(before, after, first?.after?.id), reason }];
}
