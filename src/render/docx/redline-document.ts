import type { PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { nameProvision } from '../../provision/name-provision.ts';
import type { Reference } from '../../provision/references.ts';
import type { WordDocument, WordFootnote, WordInline } from '../../word/word-document.ts';
import type { Authorship } from './authorship.ts';
import { bookmarkNames, codeBookmark, looseBookmark } from './bookmarks.ts';
import { citationLinks } from './citation-links.ts';
import { withContents } from './contents.ts';
import { noteBlocks, redlineBlocks } from './redline-blocks.ts';
import { citationFinder } from './redline-citations.ts';
import { moveProgress, type RedlineContext } from './redline-context.ts';
import { redlineNotes } from './redline-notes.ts';
import { startRemarks } from './remarks.ts';
import { withSpaceAbove } from './space-above.ts';

/**
 * Both versions of a document as one Word text with tracked changes: all accepted, the text after; all rejected, the text before.
 * `references` are those in the text after, among others.
 */
export function redlineText(
  { redline, textBefore, textAfter, after, instructions }: PackDocument,
  references: readonly Reference[],
  authorship: Authorship,
): Pick<WordDocument, 'blocks' | 'footnotes' | 'comments'> {
  const bookmarks = bookmarksIn(redline.blocks);
  const names = nameProvision(after);
  const atStart = new Map<number, string | undefined>();
  for (const [{ start }, { id }] of names) if (!atStart.has(start)) atStart.set(start, bookmarks.get(id));
  const links = citationLinks(after, references, (start) => atStart.get(start));
  const notes = redlineNotes(redline.blocks);
  const context: RedlineContext = {
    textBefore,
    textAfter,
    authorship,
    bookmarkOf: (id) => bookmarks.get(id),
    citationsIn: citationFinder(after, links),
    notes,
    remarks: startRemarks(instructions, redline.changes, authorship),
    waiting: [],
    codeBookmark: codeBookmarks(),
    looseBookmark: looseBookmarks(),
    moves: moveProgress(),
  };
  const blocks = withContents(withSpaceAbove(redlineBlocks(redline.blocks, context)), authorship);
  const inNotes = { ...context, remarks: { ...context.remarks, around: unremarked } };
  const footnotes = notes.blocks.map(
    (block, index): WordFootnote => ({
      id: index + 1,
      blocks: noteBlocks(block, { style: 'FootnoteText', depth: 0 }, inNotes),
    }),
  );
  return { blocks, footnotes, comments: context.remarks.comments() };
}

function codeBookmarks(): RedlineContext['codeBookmark'] {
  let count = 0;
  return (language) => {
    count += 1;
    return codeBookmark(count, language);
  };
}

function looseBookmarks(): RedlineContext['looseBookmark'] {
  let count = 0;
  return () => {
    count += 1;
    return looseBookmark(count);
  };
}

function unremarked(_block: RedlineBlock, children: readonly WordInline[]): readonly WordInline[] {
  return children;
}

function bookmarksIn(blocks: readonly RedlineBlock[]): ReadonlyMap<string, string> {
  const nameFor = bookmarkNames();
  const bookmarks = new Map<string, string>();
  const collect = (block: RedlineBlock): void => {
    if (block.id !== undefined && !bookmarks.has(block.id)) bookmarks.set(block.id, nameFor(block.id));
    if ('children' in block) block.children.forEach(collect);
  };
  blocks.forEach(collect);
  return bookmarks;
}
