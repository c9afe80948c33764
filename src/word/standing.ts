import type { WordParagraph, WordStanding } from './word-document.ts';
import type { Authorship } from './write-revision.ts';

/** How a paragraph stands, without what it says. */
export function standingOf(standing: WordStanding): WordStanding {
  const { style, outlineLevel, bullet, indent, align, spaceBefore, contextualSpacing } = standing;
  return {
    style,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(bullet === undefined ? {} : { bullet }),
    ...(indent === undefined ? {} : { indent }),
    ...(align === undefined ? {} : { align }),
    ...(spaceBefore === undefined ? {} : { spaceBefore }),
    ...(contextualSpacing === undefined ? {} : { contextualSpacing }),
  };
}

/** A paragraph that stands so in each of the two texts, and says what it says. The change between the two, if there is one, is by whom it is said. */
export function standingAs(
  { type, bookmarks, mark, children }: WordParagraph,
  was: WordStanding,
  is: WordStanding,
  { author, date }: Authorship,
): WordParagraph {
  const changed = JSON.stringify(was) !== JSON.stringify(is);
  return {
    type,
    ...is,
    ...(bookmarks ? { bookmarks } : {}),
    ...(mark ? { mark } : {}),
    ...(changed ? { styleBefore: { ...was, author, ...(date === undefined ? {} : { date }) } } : {}),
    children,
  };
}
