import type { WordBlock } from '../word/word-document.ts';
import { textOfPieces } from './leaf-words.ts';
import { readPieces } from './read-pieces.ts';

/** The text of blocks as a person reads it, for telling what is not carried: a paragraph a line, the cells of a row between bars. */
export function shownText(blocks: readonly WordBlock[]): string {
  return shownLines(blocks).join('\n');
}

/** The lines of `shownText`. */
export function shownLines(blocks: readonly WordBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'container') return shownLines(block.blocks);
    if (block.type === 'table')
      return block.rows.map(({ cells }) => cells.map((cell) => shownLines(cell.blocks).join(' ')).join(' | '));
    const text = textOfPieces(readPieces(block.children)).trim();
    const number = block.numbering?.text ?? '';
    return text === '' && number === '' ? [] : [[number, text].filter((part) => part !== '').join(' ')];
  });
}
