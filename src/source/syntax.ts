import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { canonicalForm, type OnBlock, type PrintedAs, printedIn } from './canonical-form.ts';

const syntax = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .freeze();

const byteOrderMark = '\uFEFF';

/**
 * Reads Markdown (CommonMark, GFM tables and footnotes, YAML front matter) as mdast with positions.
 * Any text parses. Offsets count from the first character of the text given, a byte order mark included.
 */
export function parseMarkdown(text: string): Root {
  const tree = syntax.parse(text);
  if (text.startsWith(byteOrderMark)) shiftOffsets(tree, byteOrderMark.length);
  return tree;
}

/**
 * Writes mdast as Markdown in the canonical form, ending with one line feed. Where the tree is the parse of a source,
 * give it too, or else say how nodes are printed: what the tree does not hold is then written so. `onBlock` is given each block
 * that stands in no other, as it was written.
 */
export function stringifyMarkdown(tree: Root, printed?: string | PrintedAs, onBlock?: OnBlock): string {
  const printedAs = typeof printed === 'string' ? printedIn(printed) : printed;
  return syntax().use(remarkStringify, canonicalForm(printedAs, onBlock)).stringify(tree);
}

// The parser drops a byte order mark before it counts, and every range here must be of the whole text.
function shiftOffsets(node: unknown, by: number): void {
  const { position, children } = node as {
    position?: { start: { offset: number }; end: { offset: number } };
    children?: unknown[];
  };
  if (position) {
    position.start.offset += by;
    position.end.offset += by;
  }
  for (const child of children ?? []) shiftOffsets(child, by);
}
