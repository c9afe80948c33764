import type { Root } from 'mdast';
import { readLabel } from '../source/label.ts';
import { parseMarkdown } from '../source/syntax.ts';
import type { WordBlock, WordDocument, WordParagraph } from '../word/word-document.ts';
import { shownText } from './shown-text.ts';
import { styleKey } from './style-name.ts';

const plainStyles = new Set(['normal', 'provision', 'provisioncontinued']);

/**
 * The document with the paragraphs that begin with (a), typed or numbered by Word, as items where they stand in a style of plain text: so they
 * are typed below a paragraph, and meant. But in a document where `base` has such paragraphs outside lists, they stay what they are.
 */
export function withTypedItems(document: WordDocument, base: string): WordDocument {
  if (hasLabelledParagraphs(parseMarkdown(base))) return document;
  return { ...document, blocks: document.blocks.map(settled) };
}

function hasLabelledParagraphs({ children }: Root): boolean {
  return children.some((node) => {
    const [first] = node.type === 'paragraph' ? node.children : [];
    return first?.type === 'text' && isItemLabel(first.value);
  });
}

function isItemLabel(text: string): boolean {
  return readLabel(text, 'item')?.label.endsWith(')') === true;
}

function settled(block: WordBlock): WordBlock {
  if (block.type !== 'paragraph' || !plainStyles.has(styleKey(block.styleName ?? block.style))) return block;
  // What was exported bears the name of its provision.
  const isExported = block.bookmarks?.some((name) => name.startsWith('p_')) === true;
  if (isExported || !isItemLabel(shownText([block]))) return block;
  const { type, numbering, bookmarks, mark, children } = block;
  return {
    ...{ type, style: styleFor(block), contextualSpacing: true },
    ...(numbering && { numbering }),
    ...(bookmarks && { bookmarks }),
    ...(mark && { mark }),
    children,
  };
}

function styleFor({ numbering }: WordParagraph): string {
  return `Item${Math.min((numbering?.level ?? 0) + 1, 6)}`;
}
