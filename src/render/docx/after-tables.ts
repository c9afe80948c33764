import type { WordBlock } from '../../word/word-document.ts';

// Word leaves no space below a table: text would stand on its frame.
const space = 160;
const spaced = /^(?:Normal|Provision|ProvisionContinued|Item\d|NumberedItem\d|ItemContinued\d|Quote|Code|HtmlText)$/;

/** The same blocks with some space above what follows a table. */
export function spacedAfterTables(blocks: readonly WordBlock[]): readonly WordBlock[] {
  let afterTable = false;
  return blocks.map((block) => withSpace(block));

  function withSpace(block: WordBlock): WordBlock {
    if (block.type === 'container') return { ...block, blocks: block.blocks.map(withSpace) };
    const follows = afterTable;
    afterTable = block.type === 'table';
    if (block.type === 'table' || !follows || !spaced.test(block.style)) return block;
    return { ...block, spaceBefore: space };
  }
}
