import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';

/** How a source is written where it has no bytes of its own to keep: the canonical form. */
const canonical: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  fence: '`',
  fences: true,
  rule: '-',
  listItemIndent: 'one',
  incrementListMarker: false,
  resourceLink: true,
};

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, canonical)
  .freeze();

const byteOrderMark = '\uFEFF';

/**
 * Reads Markdown (CommonMark, GFM tables and footnotes, YAML front matter) as mdast with positions.
 * Any text parses. Offsets count from the first character of the text given, a byte order mark included.
 */
export function parseMarkdown(text: string): Root {
  const tree = processor.parse(text);
  if (text.startsWith(byteOrderMark)) shiftOffsets(tree, byteOrderMark.length);
  return tree;
}

/** Writes mdast as Markdown in the canonical form, ending with one line feed. */
export function stringifyMarkdown(tree: Root): string {
  return processor.stringify(tree);
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
