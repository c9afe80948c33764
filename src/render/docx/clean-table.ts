import type { PhrasingContent, Table, TableCell } from 'mdast';
import { rangeOf } from '../../source/index-provisions.ts';
import type { WordParagraph, WordRow, WordTable } from '../../word/word-document.ts';
import { type CleanContext, plainParagraph } from './clean-blocks.ts';
import { cleanInlines } from './clean-inlines.ts';
import { columnWidths } from './column-widths.ts';

/** A table as Word has it: the head repeats on each page, and each line of a cell is a paragraph. */
export function tableBlock(table: Table, context: CleanContext): WordTable {
  const tableBookmarks = context.takeBookmarks(rangeOf(table).start);
  const rows = table.children.map((row, index): WordRow => {
    const rowBookmarks = [...(index === 0 ? tableBookmarks : []), ...context.takeBookmarks(rangeOf(row).start)];
    const style = index === 0 ? 'TableHead' : 'TableText';
    const cells = row.children.map((cell, column) => {
      const bookmarks = [...(column === 0 ? rowBookmarks : []), ...context.takeBookmarks(rangeOf(cell).start)];
      const align = table.align?.[column];
      return {
        blocks: cellParagraphs(cell, style, bookmarks, context).map((each) => (align ? { ...each, align } : each)),
      };
    });
    return { ...(index === 0 && { header: true }), cells };
  });
  const texts = table.children.map((row) =>
    row.children.map((cell) => context.source.slice(rangeOf(cell).start, rangeOf(cell).end)),
  );
  return { type: 'table', columns: columnWidths(texts), rows };
}

function cellParagraphs(
  { children }: TableCell,
  style: string,
  bookmarks: readonly string[],
  context: CleanContext,
): readonly WordParagraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'html' && node.value === '<br>') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.map((line, index) => plainParagraph(style, cleanInlines(line, context), index === 0 ? bookmarks : []));
}
