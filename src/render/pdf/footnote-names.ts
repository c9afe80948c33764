import type { RedlineBlock } from '../../model/redline.ts';

/** The names of the footnotes that stand in these blocks. */
export function footnoteNames(blocks: readonly RedlineBlock[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (block: RedlineBlock): void => {
    if (block.type === 'footnote') names.add(block.identifier ?? '');
    if ('children' in block) block.children.forEach(visit);
  };
  blocks.forEach(visit);
  return names;
}
