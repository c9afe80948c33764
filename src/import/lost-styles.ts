import type { List, Nodes, Root } from 'mdast';
import { readLabel } from '../source/label.ts';
import { parseMarkdown } from '../source/syntax.ts';
import type { WordBlock, WordDocument, WordParagraph } from '../word/word-document.ts';
import { wordsOf } from './leaf-words.ts';
import { roleOf } from './paragraph-role.ts';
import { shownText } from './shown-text.ts';
import { lettersOf } from './tree-shape.ts';

/** How a paragraph stood in the text that a file was made from. */
interface Standing {
  readonly style: string;
  readonly outlineLevel?: number;
}

/** The styles that paragraphs of a file have lost, by what a paragraph is known by. */
export type LostStyles = ReadonlyMap<string, Standing>;

/**
 * Finds paragraphs that have lost their style though nobody changed it: LibreOffice, saving a paragraph whose deletion is tracked with its
 * end, gives its style to what follows. Such a paragraph stands after one that goes, says in the text before what it says in `base`,
 * and stands otherwise than there, though all changes are rejected.
 */
export function lostStyles(accepted: WordDocument, rejected: WordDocument, base: string): LostStyles {
  const stay = new Set(paragraphsOf(accepted.blocks).map(lettersIn));
  const stood = standingsOf(base);
  const places = placesByLetters(stood);
  const lost = new Map<string, Standing>();
  let reached = 0;
  let followsGone = false;
  for (const paragraph of paragraphsOf(rejected.blocks)) {
    const letters = lettersIn(paragraph);
    if (letters === '') continue;
    const at = places.get(letters)?.find((index) => index >= reached);
    const standing = at === undefined ? undefined : stood[at]?.standing;
    if (at !== undefined) reached = at + 1;
    const isGone = !stay.has(letters);
    if (standing && (followsGone || isGone) && kindOf(paragraph) !== standing.style)
      for (const key of keysOf(paragraph)) lost.set(key, standing);
    followsGone = isGone;
  }
  return lost;
}

/** The document with the styles that were lost, and the paragraphs that have them back. */
export function withStyles(
  document: WordDocument,
  lost: LostStyles,
): { readonly document: WordDocument; readonly restored: readonly WordParagraph[] } {
  const restored: WordParagraph[] = [];
  const restore = (block: WordBlock): WordBlock => {
    if (block.type === 'container') return { ...block, blocks: block.blocks.map(restore) };
    if (block.type === 'table' || isContents(block)) return block;
    const standing = keysOf(block)
      .map((key) => lost.get(key))
      .find((one) => one !== undefined);
    if (!standing || kindOf(block) === standing.style) return block;
    restored.push(block);
    const { type, bookmarks, mark, children } = block;
    return { type, ...standing, ...(bookmarks && { bookmarks }), ...(mark && { mark }), children };
  };
  return { document: { ...document, blocks: document.blocks.map(restore) }, restored };
}

function paragraphsOf(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block): readonly WordParagraph[] => {
    if (block.type === 'container') return paragraphsOf(block.blocks);
    return block.type === 'paragraph' && !isContents(block) ? [block] : [];
  });
}

// Contents say what the headings say, which must not be taken for them.
function isContents(paragraph: WordParagraph): boolean {
  return kindOf(paragraph) === 'contents';
}

function lettersIn(paragraph: WordParagraph): string {
  return shownText([paragraph]).replace(/\s+/g, '');
}

// By the bookmarks that exporting sets, which stay where words change; else by what it says.
function keysOf(paragraph: WordParagraph): readonly string[] {
  const own = (paragraph.bookmarks ?? []).filter((name) => name.startsWith('p_'));
  return own.length > 0 ? own : [`: ${lettersIn(paragraph)}`];
}

/** What a paragraph is, as the style that would say so; of paragraphs in no list there is one kind. */
function kindOf(paragraph: WordParagraph): string {
  const role = roleOf(paragraph, wordsOf(paragraph));
  if (role.type === 'heading') return `Heading${role.depth}`;
  if (role.type === 'item' && role.marker === 'label') return `Item${role.depth}`;
  return role.type === 'paragraph' ? 'Provision' : role.type;
}

interface Stood {
  readonly letters: string;
  readonly standing: Standing | undefined;
}

function placesByLetters(stood: readonly Stood[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  stood.forEach(({ letters }, index) => {
    const known = places.get(letters);
    if (known) known.push(index);
    else places.set(letters, [index]);
  });
  return places;
}

function standingsOf(base: string): readonly Stood[] {
  const found: Stood[] = [];
  collect(parseMarkdown(base), 0, found);
  return found;
}

// Only what stands at the root or opens a labelled item: no other style was seen to be given away.
function collect(node: Root | List, depth: number, found: Stood[]): void {
  for (const child of node.children) {
    const letters = lettersOf(child.type === 'listItem' ? (child.children[0] ?? child) : child);
    found.push({ letters, standing: standingOf(child, depth) });
    if (child.type !== 'listItem') {
      if (child.type === 'list') collect(child, depth + 1, found);
    } else for (const inner of child.children) if (inner.type === 'list') collect(inner, depth + 1, found);
  }
}

function standingOf(node: Nodes, depth: number): Standing | undefined {
  if (node.type === 'heading') return { style: `Heading${node.depth}`, outlineLevel: node.depth };
  if (node.type === 'paragraph') return { style: 'Provision' };
  const opening = node.type === 'listItem' ? node.children[0] : undefined;
  const [first] = opening?.type === 'paragraph' ? opening.children : [];
  const isLabelled = first?.type === 'text' && readLabel(first.value, 'item') !== undefined;
  return isLabelled && depth <= 6 ? { style: `Item${depth}` } : undefined;
}
