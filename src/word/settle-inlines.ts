import type { Revision, WordInline } from './word-document.ts';
import { sameRevision } from './write-revision.ts';

/**
 * What stands in a paragraph, so that nothing is left of what came or went: no span round words that all did, and a link for each
 * stretch of its words that did or did not.
 */
export function settleInline(inline: WordInline): readonly WordInline[] {
  switch (inline.type) {
    case 'span': {
      const children = inline.children.flatMap(settleInline);
      return children.length > 0 && children.every(isRevised) ? children : [{ ...inline, children }];
    }
    case 'link':
      return byRevision(inline.children.flatMap(settleInline)).map((children) => ({ ...inline, children }));
    case 'field':
      return [{ ...inline, children: inline.children.map((run) => ({ ...run })) }];
    default:
      return [{ ...inline }];
  }
}

// A link some of whose words came or went is a link for each stretch of them: LibreOffice shows the address of one that is mixed.
function byRevision(children: readonly WordInline[]): readonly (readonly WordInline[])[] {
  const groups: WordInline[][] = [];
  for (const child of children) {
    const last = groups.at(-1)?.at(-1);
    if (last && sameRevision(revisionAt(last), revisionAt(child))) groups.at(-1)?.push(child);
    else groups.push([child]);
  }
  return groups.length === 0 ? [[]] : groups;
}

function revisionAt(inline: WordInline): Revision | undefined {
  return 'revision' in inline ? inline.revision : undefined;
}

function isRevised(inline: WordInline): boolean {
  if ('children' in inline) return inline.children.every(isRevised);
  return 'revision' in inline ? inline.revision !== undefined : inline.type !== 'run';
}
