import { isWhollyRevised } from './settle-marks.ts';
import { standingAs, standingOf } from './standing.ts';
import type { Revision, WordParagraph, WordStanding } from './word-document.ts';
import { isRemoval } from './write-revision.ts';

/**
 * Paragraphs of which only an end came or went. In the text where that end is missing they are one, which stands as the first of them does; but
 * Word gives what it joins the standing of the last. So the last has that of the first in that text: before, where a paragraph was
 * split; after, where several were merged..
 */
export function settleJoins(
  paragraphs: readonly (WordParagraph | undefined)[],
): readonly (WordParagraph | undefined)[] {
  const settled = [...paragraphs];
  for (const removal of [false, true]) {
    let first: { readonly standing: WordStanding; readonly mark: Revision } | undefined;
    settled.forEach((paragraph, index) => {
      if (!paragraph) return;
      const { mark } = paragraph;
      const runsOn = mark !== undefined && isRemoval(mark) === removal;
      if (runsOn) {
        if (!first && !isWhollyRevised(paragraph)) first = { standing: standingIn(paragraph, removal), mark };
        return;
      }
      if (first) settled[index] = joined(paragraph, first.standing, removal, first.mark);
      first = undefined;
    });
  }
  return settled;
}

function standingIn(paragraph: WordParagraph, after: boolean): WordStanding {
  return standingOf(after ? paragraph : (paragraph.styleBefore ?? paragraph));
}

function joined(paragraph: WordParagraph, standing: WordStanding, after: boolean, revision: Revision): WordParagraph {
  const was = after ? standingIn(paragraph, false) : standing;
  const is = after ? standing : standingOf(paragraph);
  return standingAs(paragraph, was, is, paragraph.styleBefore ?? revision);
}
