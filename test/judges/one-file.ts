import type { ShownBlock } from '../../src/verify/shown-blocks.ts';
import type { WordBlock, WordDocument, WordInline, WordParagraph } from '../../src/word/word-document.ts';

/**
 * Word documents one after another as one, each with a line before it that parts it from the last: a judge takes longer to open a file
 * than to read it. Comments, footnotes, moves and bookmarks are numbered through.
 */
export function oneFile(documents: readonly WordDocument[]): WordDocument {
  const before = { footnotes: 0, comments: 0 };
  const joined = documents.map((document, index) => {
    const own = renumbered(document, index, { ...before });
    before.footnotes += document.footnotes.length;
    before.comments += document.comments.length;
    return own;
  });
  return {
    type: 'word-document',
    properties: {},
    blocks: joined.flatMap(({ blocks }, index) => [line(index), ...blocks]),
    footnotes: joined.flatMap(({ footnotes }) => footnotes),
    comments: joined.flatMap(({ comments }) => comments),
  };
}

/** The blocks of each document, as a judge gives them for all. */
export function partFile(blocks: readonly ShownBlock[]): readonly (readonly ShownBlock[])[] {
  const parts: ShownBlock[][] = [];
  for (const block of blocks) {
    if (/^Here begins file \d+\.$/.test(block.text.trim())) parts.push([]);
    else parts.at(-1)?.push(block);
  }
  return parts;
}

function line(index: number): WordParagraph {
  return { type: 'paragraph', style: 'Normal', children: [{ type: 'run', text: `Here begins file ${index}.` }] };
}

// No document has as many moves.
const moves = 10_000;

/** How many of each the documents before have. */
interface Before {
  readonly footnotes: number;
  readonly comments: number;
}

function renumbered(document: WordDocument, index: number, before: Before): WordDocument {
  const revision = <T extends { readonly move?: number }>(own: T): T =>
    own.move === undefined ? own : { ...own, move: own.move + index * moves };
  const inline = (child: WordInline): WordInline => {
    if (child.type === 'comment-start' || child.type === 'comment-end')
      return { ...child, comment: child.comment + before.comments };
    if (child.type === 'field') return child;
    if (child.type === 'link') {
      const bookmark = child.bookmark === undefined ? {} : { bookmark: named(child.bookmark, index) };
      return { ...child, ...bookmark, children: child.children.map(inline) };
    }
    if ('children' in child) return { ...child, children: child.children.map(inline) };
    const own = 'revision' in child && child.revision ? { ...child, revision: revision(child.revision) } : child;
    return own.type === 'note-reference' ? { ...own, footnote: own.footnote + before.footnotes } : own;
  };
  const block = (own: WordBlock): WordBlock => {
    if (own.type === 'container') return { ...own, blocks: own.blocks.map(block) };
    if (own.type === 'table') {
      const rows = own.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(block) })),
      }));
      return { ...own, rows };
    }
    const bookmarks = own.bookmarks?.map((name) => named(name, index));
    const children = own.children.map(inline);
    return { ...own, children, ...(bookmarks && { bookmarks }), ...(own.mark && { mark: revision(own.mark) }) };
  };
  return {
    ...document,
    blocks: document.blocks.map(block),
    footnotes: document.footnotes.map(({ id, blocks }) => ({ id: id + before.footnotes, blocks: blocks.map(block) })),
    comments: document.comments.map((comment) => ({ ...comment, id: comment.id + before.comments })),
  };
}

function named(bookmark: string, index: number): string {
  return `${bookmark.slice(0, 33)}_${index}`;
}
