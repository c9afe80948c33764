import type { WordBlock } from '../word-document.ts';
import { chooseAlternative } from './alternatives.ts';
import { addBookmark, addCommentMark, controlTag } from './read-inline.ts';
import { readParagraph } from './read-paragraph.ts';
import { readTable } from './read-table.ts';
import { isRevision, nest, noteMove, readRevision } from './revisions.ts';
import { type Story, tell, type Within } from './story.ts';
import { printPlace } from './told.ts';
import { typedText, type XmlElement } from './xml.ts';

/** Elements between blocks that hold no text of the document. */
const silent = new Set([
  'w:sectPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:proofErr',
  'w:bookmarkEnd',
  'w:permStart',
  'w:permEnd',
]);

/** Elements of a paragraph that some programs leave between paragraphs. */
const inline = new Set(['w:r', 'm:r', 'w:t', 'm:t', 'w:delText', 'w:hyperlink', 'w:fldSimple', 'm:oMath']);

/** Reads blocks in their order: paragraphs, tables, and content controls that bear a tag. Everything else is looked into. */
export function readBlocks(children: readonly XmlElement[], story: Story, within: Within): WordBlock[] {
  const blocks: WordBlock[] = [];
  for (const one of children) for (const block of readBlock(one, story, within)) blocks.push(block);
  return blocks;
}

function readBlock(element: XmlElement, story: Story, within: Within): readonly WordBlock[] {
  if (silent.has(element.name) || noteMove(element, story.shared.moves)) return [];
  if (inline.has(element.name))
    return [readParagraph({ name: 'w:p', attributes: {}, text: '', children: [element] }, story, within)];
  if (isRevision(element)) return readTracked(element, story, within);
  switch (element.name) {
    case 'w:p':
      return [readParagraph(element, story, within)];
    case 'w:tbl':
      return readTable(element, story, within, readBlocks);
    case 'w:sdt':
      return readControl(element, story, within);
    case 'w:bookmarkStart':
      addBookmark(element, story.bookmarks);
      return [];
    case 'w:commentRangeStart':
    case 'w:commentRangeEnd':
      readCommentMark(element, story);
      return [];
    case 'w:altChunk':
      tell(story, 'a file inside the file, which is not read', printPlace(story.place));
      return [];
    case 'mc:AlternateContent':
      return readBlocks(chooseAlternative(element), story, within);
    default:
      return readBlocks(element.children, story, within);
  }
}

function readTracked(element: XmlElement, story: Story, within: Within): readonly WordBlock[] {
  const own = readRevision(element, story.shared.moves);
  const revision = own && nest(within.revision, own);
  if (revision !== 'never') return readBlocks(element.children, story, revision ? { ...within, revision } : within);
  tell(story, 'words that were inserted and deleted again', printPlace(story.place), typedText(element));
  return [];
}

function readControl(element: XmlElement, story: Story, within: Within): readonly WordBlock[] {
  const blocks = readBlocks(element.children, story, within);
  const tag = controlTag(element, story);
  return tag === undefined ? blocks : [{ type: 'container', tag, blocks }];
}

/** A comment that begins between paragraphs begins with the next; one that ends there ends with the last. */
function readCommentMark(element: XmlElement, story: Story): void {
  const start = element.name === 'w:commentRangeStart';
  addCommentMark(element, story, (mark) => (start ? story.marks : (story.last ?? story.marks)).push(mark));
}
