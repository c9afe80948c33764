import type { WordBlock, WordDocument, WordInline, WordParagraph } from '../word/word-document.ts';
import { styleKey } from './style-name.ts';

/** What the footnotes of a document are called. */
export interface NoteLabels {
  /** By the ids of Word's own footnotes. */
  readonly labels: ReadonlyMap<number, string>;
  /** The labels of all that are defined, in lower case. */
  readonly defined: ReadonlySet<string>;
}

/**
 * Gives each footnote a label: the one that is its mark, or else its number in the order of the notes, and the next that is free where
 * that is taken.
 */
export function labelNotes({ blocks, footnotes }: WordDocument): NoteLabels {
  const marks = new Map<number, string>();
  const standing: string[] = [];
  visitBlocks([...blocks, ...footnotes.flatMap((note) => note.blocks)], marks, standing);
  const defined = new Set([...marks.values(), ...standing].map((label) => label.toLowerCase()));
  const labels = new Map<number, string>();
  let next = 1;
  for (const { id } of footnotes) {
    const mark = marks.get(id);
    while (mark === undefined && defined.has(String(next))) next += 1;
    const label = mark ?? String(next);
    defined.add(label.toLowerCase());
    labels.set(id, label);
  }
  return { labels, defined };
}

/**
 * The label of a footnote that stands among the blocks and begins with this paragraph, by its bookmark; of several the last, since a
 * paragraph that goes leaves its own to the next.
 */
export function standingNote({ styleName, style, bookmarks = [] }: WordParagraph): string | undefined {
  if (styleKey(styleName ?? style) !== 'footnotetext') return undefined;
  return bookmarks.map((name) => /^footnote_(\w+)$/.exec(name)?.[1]).findLast((label) => label !== undefined);
}

function visitBlocks(blocks: readonly WordBlock[], marks: Map<number, string>, standing: string[]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const label = standingNote(block);
      if (label !== undefined) standing.push(label);
      visitInlines(block.children, marks);
    } else if (block.type === 'table')
      for (const { cells } of block.rows) for (const cell of cells) visitBlocks(cell.blocks, marks, standing);
    else {
      const label = /^footnote ([\s\S]+)$/.exec(block.tag)?.[1];
      if (label !== undefined) standing.push(label);
      visitBlocks(block.blocks, marks, standing);
    }
  }
}

// A mark is a label only where Markdown can write it as one, and one note alone bears it.
function visitInlines(children: readonly WordInline[], marks: Map<number, string>): void {
  for (const child of children) {
    if (child.type === 'link' || child.type === 'span') visitInlines(child.children, marks);
    if (child.type !== 'note-reference' || child.label === undefined || marks.has(child.footnote)) continue;
    const taken = [...marks.values()].some((label) => label.toLowerCase() === child.label?.toLowerCase());
    if (!taken && /^[^\s[\]\\]{1,900}$/.test(child.label)) marks.set(child.footnote, child.label);
  }
}
