import type { Provision } from '../model/document.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';

/**
 * The name of the fragment of a page where a provision stands: its labels, or the name of what it stands in and its own words
 * or place. `around` is the name of what it stands in: `p-5.5.2` for the item `p-5.5.2-b`.
 */
export function fragmentName(provision: Provision, around: string): string {
  const { label, title, type, ordinal, header } = provision;
  if (type === 'footnote') return `p-footnote-${slug((label ?? '').replace(/^\[\^|\]$/g, ''))}`;
  if (label !== undefined) return `${isDocumentWideLabel(label) ? 'p' : around}-${slug(labelCore(label))}`;
  if (type === 'definition') return `p-definition-${slug(title ?? '')}`;
  if (title !== undefined && (type === 'section' || (type === 'row' && !header))) return `${around}-${slug(title)}`;
  return `${around}-${header ? 'head' : type}-${ordinal}`;
}

// Case is kept: items (a) and (A) are different.
function slug(text: string): string {
  const words = text.slice(0, 60).match(/[\p{L}\p{M}\p{N}.]+/gu) ?? [];
  return words.join('-').replace(/\.$/, '') || 'unnamed';
}

/** The name, or the name with the first number that makes it unique; `taken` holds the names given so far and grows by it. */
export function uniqueFragment(name: string, taken: Map<string, number>): string {
  let free = name;
  let number = taken.get(name) ?? 1;
  while (taken.has(free)) {
    number += 1;
    free = `${name}-${number}`;
  }
  taken.set(name, number);
  if (free !== name) taken.set(free, 1);
  return free;
}
