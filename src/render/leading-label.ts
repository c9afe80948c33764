import type { Run } from '../model/redline.ts';

const patterns = {
  heading: /^\d+(?:\.\d+)*[A-Z]*\.?(?: |$)/,
  paragraph: /^\d+(?:\.\d+)+[A-Z]*\.?(?: |$)/,
  item: /^(?:\([0-9A-Za-z]{1,5}\)|[0-9A-Za-z]{1,5}[.)]|\d+(?:\.\d+)+[A-Z]*)(?: |$)/,
} as const;

/**
 * The printed label with which a heading, a paragraph or the first paragraph of an item begins, and the space after
 * it, where the first run holds it whole. It is only set apart to hang, so that a word taken for a label does no harm.
 */
export function leadingLabel(kind: keyof typeof patterns, runs: readonly Run[]): string | undefined {
  const first = runs[0];
  return first && first.formats.length === 0 ? patterns[kind].exec(first.text)?.[0] : undefined;
}
