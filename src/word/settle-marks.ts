import { unitsOf } from './map-words.ts';
import { unmoved } from './settle-rows.ts';
import { standingAs, standingOf } from './standing.ts';
import type { Revision, WordParagraph } from './word-document.ts';
import { isRemoval, revisionOf } from './write-revision.ts';

/**
 * The paragraphs of one stretch, which ends with its body, cell or note or before a table, so that the revised end of its last
 * paragraph has a following paragraph to run into.
 *
 * To take away a paragraph's mark joins it with the one below, and below the last there is none. Where that one came or went, it is
 * the end of the paragraph above it that did: the two then share what is left. Where some of the last paragraphs came and others
 * went, the last of each kind share one mark, and so are written as one paragraph. `beforeTable`: whether a table follows, before which
 * a mark with no paragraph above it is left as it is, since Word can take that away. What is given is as long as what was taken:
 * where two are written as one, nothing stands in the place of the first.
 */
export function settleMarks(
  paragraphs: readonly WordParagraph[],
  beforeTable: boolean,
): readonly (WordParagraph | undefined)[] {
  const last = paragraphs.at(-1);
  if (!last?.mark) return paragraphs;
  const first = paragraphs.findLastIndex((paragraph) => !isWhollyRevised(paragraph)) + 1;
  const marked = paragraphs.slice(first);
  const shared = marked.findLastIndex(({ mark }) => mark && last.mark && isRemoval(mark) !== isRemoval(last.mark));
  const above = paragraphs[first - 1];
  if (shared >= 0) return [...paragraphs.slice(0, first), ...sharing(marked, shared, last.mark)];
  if (above?.mark) return [...paragraphs.slice(0, -1), unmarked(last)];
  if (!above) return beforeTable ? paragraphs : [...paragraphs.slice(0, -1), unmarked(last)];
  const neighbours = isRemoval(last.mark) ? { before: last, after: above } : { before: above, after: last };
  return [
    ...paragraphs.slice(0, first - 1),
    { ...above, mark: unmoved(last.mark) },
    ...marked.slice(0, -1),
    unmarked(styled(last, neighbours, last.mark)),
  ];
}

/** Whether a paragraph came or went with all its words; else only its end did, which parts it from the next or joins it with that. */
export function isWhollyRevised(paragraph: WordParagraph): boolean {
  const { mark } = paragraph;
  if (!mark) return false;
  return unitsOf([paragraph]).every((unit) => {
    const revision = revisionOf(unit);
    return revision !== undefined && isRemoval(revision) === isRemoval(mark);
  });
}

/**
 * Paragraphs whose words end in an insertion that goes on in paragraphs of its own, or before ones that moved here, as Word
 * writes what was typed at the end of a paragraph: the insertion takes in the end of the first, and leaves that of the last.
 * Parted by an end that stays, LibreOffice joins the two and rejects that end with them.
 */
export function settleTails(paragraphs: readonly WordParagraph[]): readonly WordParagraph[] {
  const settled = [...paragraphs];
  paragraphs.forEach((above, index) => {
    const revision = lastRevision(above);
    if (above.mark || revision?.type !== 'inserted') return;
    let at = index;
    while (cameWhole(paragraphs[at + 1])) at += 1;
    const last = paragraphs[at];
    if (!last?.mark) return;
    settled[index] = { ...above, mark: unmoved(last.mark) };
    settled[at] = unmarked(styled(last, { before: above, after: last }, last.mark));
  });
  return settled;
}

function cameWhole(paragraph: WordParagraph | undefined): boolean {
  return paragraph?.mark !== undefined && !isRemoval(paragraph.mark) && isWhollyRevised(paragraph);
}

// Of the last words: the last unit of all is the paragraph itself.
function lastRevision({ children }: WordParagraph): Revision | undefined {
  const unit = unitsOf([{ type: 'paragraph', style: '', children }]).at(-2);
  return unit && revisionOf(unit);
}

interface Neighbours {
  readonly before: WordParagraph;
  readonly after: WordParagraph;
}

function sharing(
  marked: readonly WordParagraph[],
  shared: number,
  mark: Revision,
): readonly (WordParagraph | undefined)[] {
  const [one, next] = [marked[shared], marked[shared + 1]];
  const last = marked.at(-1);
  if (!one || !next || !last) return marked;
  const styles = isRemoval(mark) ? { before: last, after: one } : { before: one, after: last };
  const joined: WordParagraph = {
    ...styled(next, isRemoval(mark) ? { before: next, after: one } : { before: one, after: next }, mark),
    bookmarks: [...(one.bookmarks ?? []), ...(next.bookmarks ?? [])],
    children: [...one.children, ...next.children],
  };
  return [
    ...marked.slice(0, shared),
    undefined,
    ...(next === last ? [] : [joined, ...marked.slice(shared + 2, -1)]),
    unmarked(styled(next === last ? joined : last, styles, mark)),
  ];
}

// What both texts keep of a paragraph takes the style of what each of them has there. Word goes by the one that is left; LibreOffice by
// the first of those that are joined.
function styled(paragraph: WordParagraph, { before, after }: Neighbours, revision: Revision): WordParagraph {
  return standingAs(paragraph, standingOf(before.styleBefore ?? before), standingOf(after), revision);
}

function unmarked({ mark: _, ...paragraph }: WordParagraph): WordParagraph {
  return paragraph;
}
