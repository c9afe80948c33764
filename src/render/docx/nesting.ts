import type { PhrasingContent } from 'mdast';

/** What can be put around words and is told, in Word, only by each run having it: outermost first where two reach equally far. */
const marks = ['emphasis', 'strong', 'delete', 'link'] as const;

type Mark = (typeof marks)[number];

/** A leaf, with the nodes around it by the kind of mark they are. */
type Leaf = ReadonlyMap<Mark, PhrasingContent | true>;

/**
 * Whether the nesting of emphasis, strong and struck words and links can be told again from what each run has: that what reaches
 * furthest stands outermost, and what touches is one. Where it cannot, the nesting must be written down.
 */
export function isPlainlyNested(children: readonly PhrasingContent[]): boolean {
  if (!children.some((node) => 'children' in node)) return true;
  const leaves: Leaf[] = [];
  const shape = shapeOf(children, new Map(), leaves);
  return shape === retold(leaves, marks);
}

function shapeOf(children: readonly PhrasingContent[], around: Leaf, leaves: Leaf[]): string {
  return children
    .map((node) => {
      if (!('children' in node) || node.children.length === 0) {
        // The call of a footnote is set in one way only.
        leaves.push(node.type === 'footnoteReference' ? new Map() : around);
        return '.';
      }
      const mark = markOf(node);
      const inside = new Map(around).set(mark, mark === 'link' ? node : true);
      return `${mark}(${shapeOf(node.children, inside, leaves)})`;
    })
    .join('');
}

function markOf({ type }: PhrasingContent): Mark {
  return type === 'emphasis' || type === 'strong' || type === 'delete' ? type : 'link';
}

function retold(leaves: readonly Leaf[], left: readonly Mark[]): string {
  let told = '';
  for (let start = 0; start < leaves.length; ) {
    const reach = (mark: Mark) => reachOf(leaves, start, mark);
    const furthest = left.reduce<Mark | undefined>((best, mark) => {
      const own = reach(mark);
      return own > (best === undefined ? 0 : reach(best)) ? mark : best;
    }, undefined);
    const end = furthest === undefined ? start + 1 : start + reach(furthest);
    told +=
      furthest === undefined
        ? '.'
        : `${furthest}(${retold(
            leaves.slice(start, end),
            left.filter((mark) => mark !== furthest),
          )})`;
    start = end;
  }
  return told;
}

function reachOf(leaves: readonly Leaf[], start: number, mark: Mark): number {
  const value = leaves[start]?.get(mark);
  if (value === undefined) return 0;
  let end = start + 1;
  while (end < leaves.length && leaves[end]?.get(mark) === value) end += 1;
  return end - start;
}
