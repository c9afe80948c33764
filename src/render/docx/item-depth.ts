import type { WordParagraph } from '../../word/word-document.ts';

/** The depths of items that have a style of their own. */
export type StyleDepth = 1 | 2 | 3 | 4 | 5 | 6;

/** The depth whose style an item at this depth has. */
export function styleDepth(depth: number): StyleDepth {
  return Math.min(Math.max(depth, 1), 6) as StyleDepth;
}

// How far from the margin the deepest style stands, and each depth from the last.
const deepest = 6 * 567 + 567;
const step = 567;

/** The indent of an item that lies deeper than the styles reach; nothing for any other. */
export function depthIndent(depth: number, continued = false): Pick<WordParagraph, 'indent'> {
  if (depth <= 6) return {};
  const left = deepest + (depth - 6) * step;
  return { indent: continued ? { left } : { left, hanging: step } };
}
