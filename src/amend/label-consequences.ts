import { isOmitted } from '../check/omitted.ts';
import { type BlockNames, nameBlocks, type OpenedProvision, typeBefore } from '../compare/block-names.ts';
import type { LabelConsequence } from '../model/consequences.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock } from '../model/redline.ts';
import { labelCore } from '../source/label.ts';
import type { AmendedDocument } from './amend.ts';

/** What stands on each side of one block of the redline. */
interface Pair {
  readonly before?: OpenedProvision;
  readonly after?: OpenedProvision;
  readonly by: readonly number[];
  /** The fragment name of the block. */
  readonly id?: string;
}

type Growing = { -readonly [Field in keyof LabelConsequence]: LabelConsequence[Field] } & {
  readonly outermost: Provision;
};

/**
 * The provisions of a document whose label a change changes, takes away or makes new, in reading order: all that a citation can name
 * by a label, a term or the words of a row. A provision that is replaced under the same name is none of them.
 */
export function labelConsequences(amended: AmendedDocument): readonly LabelConsequence[] {
  const { before, after } = amended;
  const found: Growing[] = [];
  const open: { omitted?: Growing; fresh?: Growing } = {};
  for (const fate of withoutReplaced(pairsOf(amended).flatMap((pair) => fateOf(pair, before, after)))) {
    const { type, provision } = fate;
    const side = type === 'new' ? 'fresh' : 'omitted';
    const around = type === 'relabelled' ? undefined : open[side];
    if (around && provision.start < around.outermost.end && provision.end <= around.outermost.end) {
      if (provision.label !== undefined) around.within += 1;
      continue;
    }
    const entry = entryOf(fate, before.key);
    if (type !== 'relabelled') open[side] = entry;
    found.push(entry);
  }
  return found.map(({ outermost: _outermost, ...entry }) => entry);
}

/** What becomes of one provision, before those that stand in another are gathered. */
interface Fate {
  readonly type: LabelConsequence['type'];
  readonly pair: Pair;
  /** In the text before, or after where it is new. */
  readonly provision: Provision;
}

function fateOf(pair: Pair, before: Document, after: Document): readonly Fate[] {
  const type = typeOf(pair, before, after);
  const provision = (type === 'new' ? pair.after : pair.before)?.provision;
  return type && provision ? [{ type, pair, provision }] : [];
}

// What is taken out and put in again under one name is substituted, not omitted; what stands in it may be.
function withoutReplaced(fates: readonly Fate[]): readonly Fate[] {
  const omitted = new Set(fates.flatMap(({ type, pair }) => (type === 'omitted' ? [pair.before?.locator] : [])));
  const fresh = new Set(fates.flatMap(({ type, pair }) => (type === 'new' ? [pair.after?.locator] : [])));
  return fates.filter(({ type, pair }) => {
    if (type === 'omitted') return !fresh.has(pair.before?.locator);
    return type !== 'new' || !omitted.has(pair.after?.locator);
  });
}

function entryOf({ type, pair, provision }: Fate, document: string): Growing {
  const { before, after, by, id } = pair;
  return {
    type,
    document,
    ...(before && type !== 'new' ? { before: before.locator } : {}),
    ...(after && type !== 'omitted' ? { after: after.locator } : {}),
    ...(id === undefined ? {} : { id }),
    within: 0,
    by,
    outermost: provision,
  };
}

function typeOf(
  { before, after }: Pair,
  textBefore: Document,
  textAfter: Document,
): LabelConsequence['type'] | undefined {
  if (before && after) {
    const [old, fresh] = [before.provision.label, after.provision.label];
    if (labelCore(old ?? '') !== labelCore(fresh ?? '')) return 'relabelled';
    const goes = isOmitted(textAfter, after.provision) && !isOmitted(textBefore, before.provision);
    return goes && fresh !== undefined ? 'omitted-number-kept' : undefined;
  }
  if (before) return isCitable(before.provision) ? 'omitted' : undefined;
  return after && isCitable(after.provision) ? 'new' : undefined;
}

function isCitable({ type, label, header }: Provision): boolean {
  if (type === 'footnote' || header) return false;
  return label !== undefined || type === 'definition' || type === 'row' || type === 'section';
}

const opening = new Set<RedlineBlock['type']>(['heading', 'paragraph', 'item', 'row']);

function pairsOf({ before, after, redline }: AmendedDocument): readonly Pair[] {
  const names = nameBlocks(before, after);
  const pairs: Pair[] = [];
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
function standingPair(names: BlockNames, block: RedlineBlock, leads: ReadonlySet<RedlineBlock>): Pair {
  const lead = block.type === 'item' ? block.children[0] : undefined;
  if (lead?.type === 'paragraph' && lead.before && lead.after) return pairOf(names, block, lead.before, lead.after);
  const pair = pairOf(names, block, block.before, block.after);
  if (block.type !== 'paragraph' || !block.before || !block.after || leads.has(block)) return pair;
  const [before, after] = [names.before('item', block.before.start), names.after('item', block.after.start)];
  return { ...(before && { before }), ...(after && { after }), ...pair };
}

function pairOf(names: BlockNames, block: RedlineBlock, left: Range | undefined, right: Range | undefined): Pair {
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
