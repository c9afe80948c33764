import type { Document } from '../model/document.ts';
import { canonicalText } from '../source/format.ts';
import { parseDocument } from '../source/parse.ts';

/** A document in canonical form: itself, where it is in it. */
export function canonical(document: Document): Document {
  const text = canonicalText(document.tree, document.source);
  return text === document.source ? document : { ...parseDocument(text, document.path), key: document.key };
}

/** Whether a text is another, or is it in canonical form. */
export function isCanonicallyEqual({ tree, source }: Document, wanted: string): boolean {
  return source === wanted || canonicalText(tree, source) === wanted;
}
