import type { Nodes } from 'mdast';
import type { BlockPlace, ParentBlock, RedlineBlock, Run, Status } from '../model/redline.ts';
import type { BlockNames } from './block-names.ts';
import type { Block } from './outline.ts';

/** What is known of a block of the redline besides what it holds. One side at least is there. */
export interface Standing {
  readonly status: Status;
  readonly before?: Block;
  readonly after?: Block;
  /** The instructions, in any order. */
  readonly by: readonly number[];
  /** Of an end of a move: its number. */
  readonly move?: number | undefined;
  /** Of words: what they stood as before, where that was something else, and whether one text only ends a paragraph with them. */
  readonly typeBefore?: BlockPlace | undefined;
  readonly ending?: 'inserted' | 'deleted' | undefined;
}

type Base = Omit<Extract<RedlineBlock, { type: 'rule' }>, 'type'>;

/** Makes a block of the redline. The words or the blocks in it come from the stages that know both texts. */
export function makeBlock(
  names: BlockNames,
  standing: Standing,
  content: { readonly runs: readonly Run[] } | { readonly children: readonly RedlineBlock[] },
): RedlineBlock {
  const block = (standing.after ?? standing.before) as Block;
  const base = baseOf(names, standing, block);
  if ('children' in content) return parentBlock(base, block, content.children);
  const { typeBefore, ending } = standing;
  const told = { ...(typeBefore ? { typeBefore } : {}), ...(ending ? { ending } : {}) };
  const depthBefore = standing.before?.node.type === 'heading' ? depthOf(standing.before.node) : undefined;
  const deeper = depthBefore === undefined || depthBefore === depthOf(block.node, 0) ? {} : { depthBefore };
  switch (block.type) {
    case 'heading':
      return { ...base, type: 'heading', depth: depthOf(block.node), ...deeper, ...told, runs: content.runs };
    case 'paragraph':
      return { ...base, type: 'paragraph', ...deeper, ...told, runs: content.runs };
    case 'code': {
      const language = languageOf(block.node);
      return { ...base, type: 'code', ...(language === '' ? {} : { language }), runs: content.runs };
    }
    case 'cell':
    case 'html':
    case 'front-matter':
    case 'link-definition':
      return { ...base, type: block.type, runs: content.runs };
    case 'rule':
      return { ...base, type: 'rule' };
    default:
      return parentBlock(base, block, []);
  }
}

function parentBlock(base: Base, block: Block, children: readonly RedlineBlock[]): RedlineBlock {
  const { node } = block;
  const type = block.type as ParentBlock['type'];
  if (node.type === 'list' && node.ordered) return { ...base, type: 'list', first: firstOf(block), children };
  if (node.type === 'table') return { ...base, type: 'table', align: node.align ?? [], children };
  if (block.kind === 'head row') return { ...base, type: 'row', header: true, children };
  if (node.type === 'footnoteDefinition')
    return { ...base, type: 'footnote', identifier: node.label ?? node.identifier, children };
  return { ...base, type, children };
}

function baseOf(names: BlockNames, { status, before, after, by, move }: Standing, block: Block): Base {
  const base: { -readonly [Field in keyof Base]: Base[Field] } = { status };
  if (before) base.before = { start: before.start, end: before.end };
  if (after) base.after = { start: after.start, end: after.end };
  if (move !== undefined) base.move = move;
  if (by.length > 0) base.by = [...new Set(by)].sort((one, other) => one - other);
  const opened = after ? names.after(block.type, block.start) : names.before(block.type, block.start);
  if (!opened) return base;
  base.locator = opened.locator;
  base.id = after ? opened.id : names.freeId(opened.id);
  return base;
}

function depthOf(node: Nodes, other = 1): number {
  return node.type === 'heading' ? node.depth : other;
}

function languageOf(node: Nodes): string {
  return node.type === 'code' ? [node.lang, node.meta].filter((word) => word).join(' ') : '';
}

// The kind of a part of a list has the number that the part begins with.
function firstOf(list: Block): number {
  return Number(list.kind.slice('list '.length));
}
