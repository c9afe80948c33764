import type { ParentBlock, RedlineBlock } from '../model/redline.ts';

/**
 * The cells of a row as they stand under the head of its table. A row that one text alone has lacks the columns that only the other
 * has: undefined stands there, so that no cell slips under the head of another.
 */
export function cellsInColumns(
  row: ParentBlock,
  head: RedlineBlock | undefined,
): readonly (RedlineBlock | undefined)[] {
  const columns = head && 'children' in head ? head.children : [];
  const lacked = lackedBy(row);
  const spare = columns.filter(({ status }) => lacked.includes(status)).length;
  if (row.header || spare === 0 || row.children.length + spare !== columns.length) return row.children;
  let next = 0;
  return columns.map((column) => {
    if (lacked.includes(column.status)) return undefined;
    next += 1;
    return row.children[next - 1];
  });
}

function lackedBy({ status }: ParentBlock): readonly string[] {
  if (status === 'deleted' || status === 'moved-from') return ['inserted', 'moved-to'];
  if (status === 'inserted' || status === 'moved-to') return ['deleted', 'moved-from'];
  return [];
}
