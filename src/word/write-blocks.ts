import { contentsTag } from './styles.ts';
import type { WordBlock, WordContainer } from './word-document.ts';
import { writeParagraph } from './write-paragraph.ts';
import type { PartState } from './write-part.ts';
import { writeTable } from './write-table.ts';
import { element, valued } from './write-xml.ts';

/** Blocks in order, as they stand in a body, a cell or a note. */
export function writeBlocks(blocks: readonly WordBlock[], part: PartState): string {
  return blocks.map((block, index) => writeBlock(block, part, index === blocks.length - 1)).join('');
}

function writeBlock(block: WordBlock, part: PartState, last: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block, part, { last });
    case 'table':
      return writeTable(block, part, writeBlocks);
    case 'container':
      return writeContainer(block, part);
  }
}

// A content control round blocks (17.5.2.29), as a building block (17.5.2.12): LibreOffice takes another kind round one paragraph
// for a field, and shows the addresses of the links in it.
function writeContainer({ tag, blocks }: WordContainer, part: PartState): string {
  return element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      tag === contentsTag ? '' : valued('w:tag', part.package.tagOf(tag)),
      element(
        'w:docPartObj',
        {},
        valued('w:docPartGallery', tag === contentsTag ? tag : 'Blocks'),
        '<w:docPartUnique/>',
      ),
    ),
    element('w:sdtContent', {}, writeBlocks(blocks, part)),
  );
}
