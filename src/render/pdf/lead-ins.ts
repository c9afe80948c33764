import type { Piece, SheetBlock, SheetTable } from './sheet.ts';

// A paragraph of more letters than these does not only lead up to what follows.
const longestLead = 400;

/**
 * Keeps the paragraph that leads up to a table on the page on which the table begins. A table in landscape has its pages to itself, so the
 * paragraph, and the headings over it, go onto the first of them: a page with one line on it would be read as the end.
 */
export function withLeadIns(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const drawn: SheetBlock[] = [];
  for (const block of blocks) {
    const last = drawn.at(-1);
    if (block.type !== 'table' || last === undefined) drawn.push(block);
    else if (block.landscape) drawn.push(withLead(block, drawn));
    else {
      if (leadsUp(last)) drawn[drawn.length - 1] = { ...last, keep: true };
      drawn.push(block);
    }
  }
  return drawn;
}

function withLead(table: SheetTable, before: SheetBlock[]): SheetTable {
  let from = before.length;
  if (leadsUp(before[from - 1])) from -= 1;
  while (isHeadingUnderTitle(before[from - 1])) from -= 1;
  const lead = before.splice(from);
  return lead.length === 0 ? table : { ...table, lead };
}

function isHeadingUnderTitle(block: SheetBlock | undefined): boolean {
  return block?.type === 'heading' && block.level > 2;
}

function leadsUp(block: SheetBlock | undefined): block is Extract<SheetBlock, { readonly type: 'paragraph' }> {
  return block?.type === 'paragraph' && lettersIn(block.pieces) <= longestLead;
}

function lettersIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if (typeof piece === 'string') return sum + piece.length;
    return 'pieces' in piece ? sum + lettersIn(piece.pieces) : sum;
  }, 0);
}
