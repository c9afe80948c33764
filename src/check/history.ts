import type { Reference } from '../provision/references.ts';

const titled = /\b(?:history|revisions|change (?:log|record)|version control)$/i;
const dated = /^(?:adopted|adoption|date|effective|effective date|issued)\b/i;
const counted = /^(?:ver\.?|version|issue|release|revision|ballot)\b/i;

/**
 * Whether a reference, or a passage, stands in a history of versions: under a heading that says so, or in a table with a column of versions and one
 * of dates. What such a history cites, it cites of the version that it speaks of.
 */
export function isInHistory({ visit: { parents } }: Pick<Reference, 'visit'>): boolean {
  return parents.some(({ type, title, children }) => {
    if (type === 'section') return titled.test(title ?? '');
    if (type !== 'table') return false;
    const heads = (children[0]?.children ?? []).map((cell) => (cell.title ?? '').replace(/[*_`]/g, ''));
    return heads.some((head) => counted.test(head)) && heads.some((head) => dated.test(head));
  });
}
