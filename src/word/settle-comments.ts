import { unitsOf } from './map-words.ts';
import type { Revision, WordInline, WordParagraph } from './word-document.ts';
import { revisionOf } from './write-revision.ts';

/**
 * The words of a paragraph, in which the sign of a comment goes or comes with them where all of them do. Left behind, it would keep a
 * paragraph that went from going. It then stands without a range (17.13.4.5), since LibreOffice would give the next paragraph the style
 * of the one that went.
 */
export function settleComments(paragraph: WordParagraph): readonly WordInline[] {
  const { children, mark } = paragraph;
  if (!children.some(({ type }) => type === 'comment-end')) return children;
  const revisions = unitsOf([paragraph]).flatMap((unit) => (unit === paragraph ? [] : [revisionOf(unit)]));
  const own = revisions.length > 0 ? revisions : [mark];
  const [first] = own;
  if (!first || own.some((revision) => revision?.type !== first.type)) return children;
  let last: Revision = first;
  return children.flatMap((child) => {
    if (child.type === 'comment-start') return [];
    if (child.type === 'comment-end') return [{ ...child, revision: last }];
    last = lastRevision(child) ?? last;
    return [child];
  });
}

function lastRevision(inline: WordInline): Revision | undefined {
  if ('children' in inline) return inline.children.map(lastRevision).findLast((revision) => revision !== undefined);
  return inline.type === 'run' || inline.type === 'note-reference' ? inline.revision : undefined;
}
