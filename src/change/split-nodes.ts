import type { PlannedEdit } from './planned-edit.ts';

/** A node of the base text, or what is expected to come of it. */
export interface ExpectedNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The nodes of a base text, in reading order, as edits mean to split and merge them: where one was two stand, one up to the edit and one
 * from it on; where two were, one. Headings have the level that they are to have.
 */
export function splitNodes(nodes: readonly ExpectedNode[], edits: readonly PlannedEdit[]): readonly ExpectedNode[] {
  return edits.reduce<readonly ExpectedNode[]>((list, edit) => {
    const { meant } = edit;
    if (meant.type === 'split') return split(list, edit, meant.nodes);
    if (meant.type === 'level')
      return list.map((node) => (isHeadingAt(node, edit) ? { ...node, type: headingKind(meant.level) } : node));
    return meant.type === 'merge' ? merge(list, edit, meant.nodes) : list;
  }, nodes);
}

function split(
  nodes: readonly ExpectedNode[],
  { start, end }: PlannedEdit,
  types: readonly string[],
): readonly ExpectedNode[] {
  const around = types.map((type) =>
    nodes.findLastIndex((node) => node.type === type && node.start < start && node.end > end),
  );
  const after = nodes.findIndex((node) => node.start >= end);
  const cut = nodes.map((node, index) => (around.includes(index) ? { ...node, end: start } : node));
  const seconds = around.flatMap((index) => {
    const node = nodes[index];
    return node ? [{ ...node, start: end }] : [];
  });
  const place = after < 0 ? nodes.length : after;
  return [...cut.slice(0, place), ...seconds, ...cut.slice(place)];
}

function merge(
  nodes: readonly ExpectedNode[],
  { start, end }: PlannedEdit,
  types: readonly string[],
): readonly ExpectedNode[] {
  const pairs = types.map((type) => ({
    first: nodes.findLastIndex((node) => node.type === type && node.start < start && node.end === start),
    second: nodes.findIndex((node) => node.type === type && node.start >= start && node.start <= end && node.end > end),
  }));
  return nodes.flatMap((node, index) => {
    if (pairs.some(({ second }) => second === index)) return [];
    const second = nodes[pairs.find(({ first }) => first === index)?.second ?? -1];
    return [second ? { ...node, end: second.end } : node];
  });
}

function isHeadingAt({ type, start }: ExpectedNode, edit: PlannedEdit): boolean {
  return start === edit.start && type.startsWith(headingKind(''));
}

/** How a heading of a level is called among the kinds of nodes. */
export function headingKind(level: number | ''): string {
  return `heading of level ${level}`;
}
