import { type BlockNames, nameBlocks, type OpenedProvision, typeBefore } from '../compare/block-names.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock } from '../model/redline.ts';
import type { AmendedDocument } from './amend.ts';

/** What stands on each side of one block of the redline. */
export interface ProvisionPair {
  readonly before?: OpenedProvision;
  readonly after?: OpenedProvision;
  readonly by: readonly number[];
  /** The fragment name of the block. */
  readonly id?: string;
}

const opening = new Set<RedlineBlock['type']>(['heading', 'paragraph', 'item', 'row']);

/** The provisions that open with the blocks of a redline, each with its other version, in reading order; what moved is joined again. */
export function provisionPairs(amended: AmendedDocument): readonly ProvisionPair[] {
  const pairs = known.get(amended) ?? pairAll(amended);
  known.set(amended, pairs);
  return pairs;
}

// A redline never changes, so its provisions are paired once.
const known = new WeakMap<AmendedDocument, readonly ProvisionPair[]>();

function pairAll({ before, after, redline }: AmendedDocument): readonly ProvisionPair[] {
  const names = nameBlocks(before, after);
  const pairs: ProvisionPair[] = [];
  const moved = new Map<number, RedlineBlock[]>();
  const leads = new Set<RedlineBlock>();
  const open: RedlineBlock[] = [...redline.blocks].reverse();
  for (let block = open.pop(); block; block = open.pop()) {
    const children = 'children' in block ? block.children : [];
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as RedlineBlock);
    if (!opening.has(block.type)) continue;
    if (block.move === undefined) {
      const [lead] = children;
      if (block.type === 'item' && lead) leads.add(lead);
      pairs.push(standingPair(names, block, leads));
      continue;
    }
    // What moved stands in the same order at both ends.
    const waiting = moved.get(block.move) ?? [];
    moved.set(block.move, waiting);
    if (waiting[0] === undefined || waiting[0].status === block.status) {
      waiting.push(block);
      continue;
    }
    const end = waiting.shift();
    pairs.push(
      pairOf(names, block.after ? block : (end ?? block), block.before ?? end?.before, block.after ?? end?.after),
    );
  }
  const alone = [...moved.values()].flat().map((block) => pairOf(names, block, block.before, block.after));
  return [...pairs, ...alone];
}

// An item that is split or merged is the one whose words begin it. `leads`: the blocks that are the first of an item.
function standingPair(names: BlockNames, block: RedlineBlock, leads: ReadonlySet<RedlineBlock>): ProvisionPair {
  const lead = block.type === 'item' ? block.children[0] : undefined;
  if (lead?.type === 'paragraph' && lead.before && lead.after) return pairOf(names, block, lead.before, lead.after);
  const pair = pairOf(names, block, block.before, block.after);
  if (block.type !== 'paragraph' || !block.before || !block.after || leads.has(block)) return pair;
  const [before, after] = [names.before('item', block.before.start), names.after('item', block.after.start)];
  return { ...(before && { before }), ...(after && { after }), ...pair };
}

function pairOf(
  names: BlockNames,
  block: RedlineBlock,
  left: Range | undefined,
  right: Range | undefined,
): ProvisionPair {
  const before = left && names.before(typeBefore(block), left.start);
  const after = right && names.after(block.type, right.start);
  return {
    ...(before && { before }),
    ...(after && { after }),
    by: numberedBy(block) ?? block.by ?? [],
    ...(block.id !== undefined && { id: block.id }),
  };
}

// What begins with a mark has its number from that instruction, whatever others change in its words.
function numberedBy(block: RedlineBlock): readonly number[] | undefined {
  if ('children' in block) {
    const [first] = block.type === 'item' || block.type === 'row' ? block.children : [];
    return first && numberedBy(first);
  }
  const [first] = 'runs' in block ? block.runs : [];
  return first === undefined || first.type === 'same' || first.by === undefined ? undefined : [first.by];
}
