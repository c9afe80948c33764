import type { Document } from '../model/document.ts';
import { canonicalTree } from '../source/format.ts';
import { documentOf } from '../source/parse.ts';

/** A document in canonical form: itself, where it is in it. */
export function canonical(document: Document): Document {
  const { text, tree } = canonicalTree(document.tree, document.source);
  return text === document.source ? document : { ...documentOf(tree, text, document.path), key: document.key };
}
