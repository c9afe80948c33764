import type { WordBlock, WordInline } from '../word-document.ts';

/** The text of blocks, a line for a paragraph, with the numbers that are printed. Marks of notes and comments are left out. */
export function blocksText(blocks: readonly WordBlock[]): string {
  return blocks
    .flatMap(lines)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function lines(block: WordBlock): readonly string[] {
  if (block.type === 'container') return block.blocks.flatMap(lines);
  if (block.type === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks.flatMap(lines)));
  const text = inlineText(block.children);
  return [block.numbering && text !== '' ? `${block.numbering.text}\t${text}` : text];
}

/** The text of the content of a paragraph. */
export function inlineText(inlines: readonly WordInline[]): string {
  return inlines
    .map((one) => {
      if (one.type === 'run') return one.text;
      return 'children' in one ? inlineText(one.children) : '';
    })
    .join('');
}
