import type { Nodes, Root } from 'mdast';

type Position = NonNullable<Nodes['position']>;
type Point = Position['start'];

/**
 * Rebuilds a tree as the parser made it in about three quarters of the memory, for the trees of a whole code are held at once. Nothing in it
 * changes: lists keep no room to grow, and a place that begins or ends where the one around it or before it does is kept once. Hence no
 * place in it may be changed.
 */
export function compactTree(tree: Root): Root {
  return compactNode(tree, undefined, undefined) as Root;
}

function compactNode(node: Nodes, around: Position | undefined, before: Point | undefined): Nodes {
  const position = node.position && compactPosition(node.position, around, before);
  const fields = Object.keys(node).length;
  if ('children' in node) {
    const children = compactChildren(node.children, position);
    // An object written out holds its fields itself; one that grew holds them in a second object.
    if (fields === 3 && position) return { type: node.type, children, position } as Nodes;
    node.children = children as typeof node.children;
  } else if (fields === 3 && position && 'value' in node) {
    return { type: node.type, value: node.value, position } as Nodes;
  }
  if (position) node.position = position;
  return node;
}

function compactChildren(children: readonly Nodes[], around: Position | undefined): readonly Nodes[] {
  let before = around?.start;
  return children.map((child) => {
    const compacted = compactNode(child, around, before);
    before = compacted.position?.end;
    return compacted;
  });
}

function compactPosition({ start, end }: Position, around: Position | undefined, before: Point | undefined): Position {
  const first = shared(start, before, around?.start);
  const last = shared(end, around?.end);
  return around && first === around.start && last === around.end ? around : { start: first, end: last };
}

function shared(point: Point, ...known: readonly (Point | undefined)[]): Point {
  const same = known.find((other) => other !== undefined && other.offset === point.offset);
  const { line, column, offset } = point;
  return same ?? (offset === undefined ? { line, column } : { line, column, offset });
}
