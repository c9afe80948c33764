import type { Document } from '../../model/document.ts';
import { nameProvision } from '../../provision/name-provision.ts';
import type { Reference } from '../../provision/references.ts';
import type { WordDocument, WordFootnote } from '../../word/word-document.ts';
import { bookmarkNames } from './bookmarks.ts';
import { citationLinks } from './citation-links.ts';
import { type CleanContext, noteBlocks, rootBlocks } from './clean-blocks.ts';
import { cleanNotes } from './clean-notes.ts';
import { withContents } from './contents.ts';
import { withSpaceAbove } from './space-above.ts';

// Nothing in a clean text is tracked.
const nobody = { author: '' };

/**
 * The text of a document, with its contents and footnotes, as Word has it: exactly, so that a reader who knows how Markdown and Word correspond gets
 * the same tree back. `references` are those in it, among others.
 */
export function cleanText(
  document: Document,
  references: readonly Reference[],
): Pick<WordDocument, 'blocks' | 'footnotes'> {
  const names = new Map<number, string[]>();
  const nameFor = bookmarkNames();
  for (const [{ start }, { id }] of nameProvision(document))
    names.set(start, [...(names.get(start) ?? []), nameFor(id)]);
  const first = new Map([...names].map(([start, own]) => [start, own[0]]));
  const notes = cleanNotes(document.tree);
  const context: CleanContext = {
    source: document.source,
    citations: citationLinks(document, references, (start) => first.get(start)),
    notes,
    noteOf: notes.noteOf,
    takeBookmarks: (start) => {
      const own = names.get(start) ?? [];
      names.delete(start);
      return own;
    },
    codeBlocks: 0,
  };
  const blocks = withContents(withSpaceAbove(rootBlocks(document.tree, context)), nobody);
  const footnotes = notes.definitions.map(
    ({ children }, index): WordFootnote => ({ id: index + 1, blocks: noteBlocks(children, context) }),
  );
  return { blocks, footnotes };
}
