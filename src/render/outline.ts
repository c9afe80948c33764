/** Gives each heading of a text its place in the outline of a page. */
export type Outline = (depth: number) => number;

/**
 * Starts an outline whose highest headings have the level given. Headings keep their order of depth and never skip a
 * level, whatever depths the source uses.
 */
export function outlineFrom(level: number): Outline {
  const open: number[] = [];
  return (depth) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return level + open.length - 1;
  };
}
