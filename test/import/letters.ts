import type { Nodes } from 'mdast';
import type { Imported } from '../../src/import/imported.ts';
import { parseMarkdown } from '../../src/source/syntax.ts';
import type { WordBlock, WordDocument, WordInline } from '../../src/word/word-document.ts';

/** The text of each paragraph of a Word document that is not in what came of it, white space aside. */
export function lostTexts(document: WordDocument, { markdown, told }: Imported): readonly string[] {
  const kept = letters(visibleText(parseMarkdown(markdown)));
  const besides = letters(told.map(({ what, text = '' }) => `${what}${text}`).join(''));
  const texts = [...document.blocks, ...document.footnotes.flatMap(({ blocks }) => blocks)].flatMap(textsOf);
  return texts.filter((text) => !kept.includes(letters(text)) && !besides.includes(letters(text)));
}

// Markdown shows the replacement character for one that it cannot hold.
function letters(text: string): string {
  return text.replace(/\0/g, '\ufffd').replace(/\s+/g, '');
}

function visibleText(node: Nodes): string {
  if (node.type === 'listItem' && typeof node.checked === 'boolean')
    return `${node.checked ? '[x]' : '[ ]'}${node.children.map(visibleText).join('')}`;
  if ('children' in node) return node.children.map(visibleText).join('');
  if (node.type === 'html') return node.value === '<br>' ? '' : node.value;
  if (node.type === 'definition') return `[${node.label}]: ${node.url}`;
  if ('alt' in node) return node.alt ?? '';
  return 'value' in node ? node.value : node.type === 'footnoteReference' ? (node.label ?? '') : '';
}

function textsOf(block: WordBlock): readonly string[] {
  if (block.type === 'container') return block.blocks.flatMap(textsOf);
  if (block.type === 'paragraph') return [inlineText(block.children)];
  return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(textsOf)));
}

function inlineText(children: readonly WordInline[]): string {
  return children
    .map((child) => (child.type === 'run' ? child.text : 'children' in child ? inlineText(child.children) : ''))
    .join('');
}
