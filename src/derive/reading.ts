import type { Root } from 'mdast';
import type { ReadDocument } from '../change/apply.ts';
import type { Document } from '../model/document.ts';
import { canonicalText } from '../source/format.ts';
import { parseDocument } from '../source/parse.ts';
import { parseMarkdown } from '../source/syntax.ts';

/**
 * Reads the texts that one derivation makes, and remembers the last of them: what is tried again and again mostly comes to the same text,
 * which is the text after.
 */
export interface Reading {
  /** Reads a text as `parseDocument` does. */
  readonly read: ReadDocument;
  /** The canonical form of a document's text. */
  readonly canonicalText: (document: Pick<Document, 'tree' | 'source'>) => string;
}

/** How many texts are remembered besides those known from the start: the tree of a long document takes much room. */
const mostRemembered = 4;

/** Makes the reading of one derivation. The documents `known` need not be read again. */
export function remembering(known: readonly Document[]): Reading {
  let last: readonly Document[] = [];
  const forms = new WeakMap<Root, string>();
  const find = (source: string): Document | undefined =>
    last.find((one) => one.source === source) ?? known.find((one) => one.source === source);
  const parse = (text: string): Root => find(text)?.tree ?? parseMarkdown(text);
  return {
    read: (source, path) => {
      const found = last.find((one) => one.source === source && one.path === path) ?? find(source);
      const document = found ? underPath(found, path) : parseDocument(source, path);
      last = [document, ...last.filter((one) => one !== document)].slice(0, mostRemembered);
      return document;
    },
    canonicalText: ({ tree, source }) => {
      const form = forms.get(tree) ?? canonicalText(tree, source, parse);
      forms.set(tree, form);
      return form;
    },
  };
}

// What is read from a path is called by it, where the text does not say what it is.
function underPath(document: Document, path: string): Document {
  const key = document.frontMatter.appendix ?? path;
  return document.path === path && document.key === key ? document : { ...document, path, key };
}
