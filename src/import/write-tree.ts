import type { Nodes, PhrasingContent, Root } from 'mdast';
import type { PrintedAs } from '../source/canonical-form.ts';
import { canonicalText } from '../source/format.ts';
import { parseMarkdown, stringifyMarkdown } from '../source/syntax.ts';
import { doubtfulBlocks } from './doubtful-blocks.ts';
import { type Importing, tell, type WordsBlock } from './importing.ts';
import { shortenWords } from './shorten-words.ts';
import { lettersOf, shapeOf } from './tree-shape.ts';

/** A text that was written of a tree. */
export interface Written {
  readonly markdown: string;
  /** Where each root block of the tree begins in it; absent where that is not known. */
  readonly starts?: readonly number[];
}

/**
 * Writes a tree as Markdown in canonical form, and proves that the text is read as the tree: a block that is not is written again
 * with nothing but its words, and told; where even those are read otherwise, they are told.
 */
export function writeTree(tree: Root, importing: Importing): Written {
  const printedAs = (node: Nodes) =>
    importing.printed.get(node.type === 'list' ? (node.children[0] ?? node) : node) ?? '';
  if (isProvedShort(tree, printedAs)) return writeProved(tree, printedAs);
  let text = stringifyMarkdown(tree, printedAs);
  let parsed = parseMarkdown(text);
  const differing = differingBlocks(tree, parsed);
  if (differing.length > 0) {
    const paired = tree.children.length === parsed.children.length;
    for (const index of differing) {
      const found = paired ? parsed.children[index] : undefined;
      for (const node of differingInside(tree.children[index] as Nodes, found)) makeLiteral(node, importing);
    }
    text = stringifyMarkdown(tree, printedAs);
    parsed = parseMarkdown(text);
    for (const index of differingBlocks(tree, parsed)) tellLost(index, tree, parsed, importing);
  }
  return { markdown: canonicalText(parsed, text) };
}

function writeProved(tree: Root, printedAs: PrintedAs): Written {
  const blocks: string[] = [];
  const markdown = stringifyMarkdown(tree, printedAs, (written) => blocks.push(written));
  let at = 0;
  const starts = blocks.map((block) => {
    const start = markdown.indexOf(block, at);
    at = start + block.length;
    return start;
  });
  return { markdown, starts };
}

// The usual case: what is proved of the doubtful blocks, with their plain words shortened, is true of the whole.
function isProvedShort(whole: Root, printedAs: PrintedAs): boolean {
  const tree = doubtfulBlocks(whole);
  const lengthen = shortenWords(tree);
  try {
    const text = stringifyMarkdown(tree, printedAs);
    const parsed = parseMarkdown(text);
    return differingBlocks(tree, parsed).length === 0 && canonicalText(parsed, text) === text;
  } finally {
    lengthen();
  }
}

// Where blocks fused or fell apart, all between the first and the last that are the same is in doubt.
function differingBlocks(tree: Root, parsed: Root): readonly number[] {
  const wanted = tree.children.map(shapeOf);
  const found = parsed.children.map(shapeOf);
  if (wanted.length === found.length) return wanted.flatMap((shape, index) => (shape === found[index] ? [] : [index]));
  let from = 0;
  while (from < wanted.length && wanted[from] === found[from]) from += 1;
  let after = 0;
  while (after < wanted.length - from && wanted.at(-1 - after) === found.at(-1 - after)) after += 1;
  const first = Math.max(0, from - 1);
  return Array.from(
    { length: Math.min(wanted.length, wanted.length - after + 1) - first },
    (_, index) => first + index,
  );
}

// As little as is read otherwise: the blocks of words, where what holds them is read as it was meant.
function differingInside(wanted: Nodes, found: Nodes | undefined): readonly Nodes[] {
  if (!found || isLeaf(wanted) || !('children' in wanted) || !('children' in found)) return [wanted];
  if (wanted.type !== found.type || wanted.children.length !== found.children.length) return [wanted];
  const inside = wanted.children.flatMap((child, index) => {
    const other = found.children[index] as Nodes;
    return shapeOf(child) === shapeOf(other) ? [] : differingInside(child, other);
  });
  return inside.length === 0 ? [wanted] : inside;
}

function isLeaf(node: Nodes): node is WordsBlock {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

// A footnote is called and a line broken as before; all else is words, each sign of which is escaped.
function makeLiteral(node: Nodes, importing: Importing): void {
  if (isLeaf(node)) {
    const addresses: string[] = [];
    const before = shapeOf(node);
    node.children = literalPhrasing(node.children, addresses, importing);
    if (/"(?:emphasis|strong|delete|link|inlineCode|linkReference|image|imageReference)"/.test(before))
      tell(
        importing,
        `words whose marks Markdown cannot hold there: ${excerptOf(wordsOf(node, importing))}`,
        addresses.join('\n'),
      );
  } else if ('children' in node) {
    for (const child of node.children) makeLiteral(child, importing);
  }
}

function excerptOf(words: string): string {
  return `“${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
}

function wordsOf(node: Nodes, importing: Importing): string {
  if ('children' in node) return node.children.map((child) => wordsOf(child, importing)).join('');
  return importing.literal.get(node) ?? ('value' in node ? node.value : '');
}

function literalPhrasing(
  children: readonly PhrasingContent[],
  addresses: string[],
  importing: Importing,
): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'footnoteReference' || child.type === 'break') return [child];
    if (child.type === 'html' && child.value === '<br>') return [child];
    if ('url' in child) addresses.push(child.url);
    if ('children' in child) return literalPhrasing(child.children, addresses, importing);
    const words = 'value' in child ? child.value : 'alt' in child ? (child.alt ?? '') : '';
    const literal: PhrasingContent = { type: 'html', value: words.replace(/[!-/:-@[-`{-~]/g, '\\$&') };
    importing.literal.set(literal, words);
    return words === '' ? [] : [literal];
  });
}

function tellLost(index: number, tree: Root, parsed: Root, importing: Importing): void {
  const block = tree.children[index] as Nodes;
  const found = parsed.children[index];
  if (found && lettersOf(found) === wordsOf(block, importing).replace(/\s+/g, '')) return;
  tell(importing, 'words that Markdown reads otherwise than they stand', wordsOf(block, importing));
}
