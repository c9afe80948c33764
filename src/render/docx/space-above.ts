import type { WordBlock, WordParagraph } from '../../word/word-document.ts';

// Word leaves no space below a table, and the lines of code and the like have none between them.
const below = 160;
const belowFrontMatter = 240;
const spaced = /^(?:Normal|Provision|ProvisionContinued|Item\d|NumberedItem\d|ItemContinued\d|Quote|Code|HtmlText)$/;
const lines = /^(?:Code|HtmlText|FrontMatter|LinkDefinition)$/;

/** The same blocks with some space above what follows a table, code or front matter. */
export function withSpaceAbove(blocks: readonly WordBlock[]): readonly WordBlock[] {
  let before = '';
  return blocks.map((block) => spacedBlock(block));

  function spacedBlock(block: WordBlock): WordBlock {
    if (block.type === 'container') return { ...block, blocks: block.blocks.map(spacedBlock) };
    const above = before;
    before = block.type === 'table' ? 'table' : block.style;
    if (block.type === 'table') return block;
    const space = spaceAbove(block, above);
    return space === undefined ? block : { ...block, spaceBefore: space };
  }
}

function spaceAbove({ style }: WordParagraph, above: string): number | undefined {
  if (above === style || (above !== 'table' && !lines.test(above))) return undefined;
  if (above === 'FrontMatter') return belowFrontMatter;
  return spaced.test(style) ? below : undefined;
}
