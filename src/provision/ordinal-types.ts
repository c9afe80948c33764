import type { Document, Provision, ProvisionType } from '../model/document.ts';
import type { OrdinalNoun } from '../model/locator.ts';

/** The type of provision that each noun counts: `the second block quote`, `the first part`. */
export const ordinalTypes: Readonly<Record<OrdinalNoun, ProvisionType>> = {
  paragraph: 'paragraph',
  item: 'item',
  table: 'table',
  row: 'row',
  cell: 'cell',
  part: 'section',
  'code block': 'code',
  'block quote': 'quote',
  footnote: 'footnote',
  'other block': 'other',
};

const frontMatters = new WeakMap<Document, Provision>();

/** The front matter of a document as a provision, the same each time; undefined where it has none. It is no child of the document. */
export function frontMatterOf(document: Document): Provision | undefined {
  const known = frontMatters.get(document);
  if (known) return known;
  const [head] = document.tree.children;
  if (head?.type !== 'yaml') return undefined;
  const range = { start: head.position?.start.offset ?? 0, end: head.position?.end.offset ?? 0 };
  const provision: Provision = { type: 'other', ordinal: 1, ...range, words: range, children: [] };
  frontMatters.set(document, provision);
  return provision;
}
