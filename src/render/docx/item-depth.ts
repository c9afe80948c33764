import { indentOfItem } from '../../word/style-settings.ts';
import type { WordParagraph } from '../../word/word-document.ts';

/** The depths of items that have a style of their own. */
export type StyleDepth = 1 | 2 | 3 | 4 | 5 | 6;

/** The depth whose style an item at this depth has. */
export function styleDepth(depth: number): StyleDepth {
  return Math.min(Math.max(depth, 1), 6) as StyleDepth;
}

/** The indent of an item that lies deeper than the styles reach; nothing for any other. */
export function depthIndent(depth: number, continued = false): Pick<WordParagraph, 'indent'> {
  if (depth <= 6) return {};
  const left = indentOfItem(depth);
  return { indent: continued ? { left } : { left, hanging: left - indentOfItem(depth - 1) } };
}
