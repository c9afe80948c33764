import type { Root } from 'mdast';
import type { Document } from '../model/document.ts';
import { compactTree } from './compact-tree.ts';
import { documentFrontMatter, readFrontMatter } from './front-matter.ts';
import { indexProvisions } from './index-provisions.ts';
import { parseMarkdown } from './syntax.ts';

/**
 * Reads any Markdown as a document: its mdast, its front matter, and the provisions over them.
 * Never refuses: what carries no labels has less to cite, and loses nothing.
 */
export function parseDocument(source: string, path: string): Document {
  return documentOf(parseMarkdown(source), source, path);
}

/** The document of a source whose tree is already known, as `parseMarkdown` gives it. The tree becomes the document's own. */
export function documentOf(parsed: Root, source: string, path: string): Document {
  const tree = compactTree(parsed);
  const head = tree.children[0];
  const frontMatter = head?.type === 'yaml' ? documentFrontMatter(readFrontMatter(head.value).fields) : {};
  return {
    type: 'document',
    key: frontMatter.appendix ?? path,
    path,
    source,
    frontMatter,
    tree,
    children: indexProvisions(tree, source),
  };
}
