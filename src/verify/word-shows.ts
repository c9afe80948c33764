import type { FootnoteDefinition, Root } from 'mdast';
import type { Document } from '../model/document.ts';
import { carriedText } from '../word/write-xml.ts';
import { joinLines, lined, type WordBlocks } from './read-word.ts';
import { type ShownBlock, shownBlocks } from './shown-blocks.ts';

/**
 * The blocks of a document as a Word file can show them: footnotes that are Word's own, by their labels, come last in the order of
 * their calls; the lines of code are paragraphs, a line break in a cell is one; what has no words does not count. Controls,
 * which XML cannot carry, are shown by their pictures.
 */
export function asWordShows(document: Document, notes: readonly string[]): readonly ShownBlock[] {
  const { children } = document.tree;
  const own = notes.map((label) =>
    children.find(
      (node): node is FootnoteDefinition =>
        node.type === 'footnoteDefinition' && (node.label ?? node.identifier) === label,
    ),
  );
  const body = shownIn(
    document,
    children.filter((node) => !own.includes(node as FootnoteDefinition)),
  );
  const last = own.map((definition, index) =>
    noteBlock(notes[index] ?? '', shownIn(document, definition?.children ?? [])),
  );
  return worded([...body, ...last.flat()].map(carried));
}

/** What a Word file says, in the same form. */
export function wordShown({ body, footnotes }: WordBlocks): readonly ShownBlock[] {
  return worded([...body, ...footnotes.flatMap(({ label, blocks }) => noteBlock(label, blocks))]);
}

function shownIn(document: Document, children: Root['children']): readonly ShownBlock[] {
  return shownBlocks({ ...document, tree: { ...document.tree, children } });
}

function noteBlock(label: string, blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  return [{ type: 'footnote', text: label }, ...blocks];
}

function carried({ type, text }: ShownBlock): ShownBlock {
  return { type, text: carriedText(text) };
}

function worded(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  const shown = blocks.map(({ type, text }) => ({
    type,
    text: type === 'cell' ? text.replaceAll('<br>', '\n') : text,
  }));
  const isEmpty = ({ text }: ShownBlock) => text.trim() === '';
  return joinLines(shown.filter((block) => lined.has(block.type) || !isEmpty(block))).filter(
    (block) => !isEmpty(block),
  );
}
