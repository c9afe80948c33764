import type { Document } from '../../model/document.ts';
import type { Range } from '../../model/range.ts';
import type { Reference } from '../../provision/references.ts';

/** A citation of a provision of its own document, and the bookmark at which that stands. Ranges are of the source. */
export interface CitationLink extends Range {
  readonly bookmark: string;
}

/** The citations in a document that lead to a provision of it, in order; none in another. `bookmarkAt` names what starts at an offset. */
export function citationLinks(
  document: Document,
  references: readonly Reference[],
  bookmarkAt: (start: number) => string | undefined,
): readonly CitationLink[] {
  const links: CitationLink[] = [];
  for (const { document: citing, cited, target, start, end } of references) {
    if (citing !== document || cited !== document || target === undefined || !('provision' in target)) continue;
    const bookmark = bookmarkAt(target.provision.start);
    if (bookmark !== undefined && start >= (links.at(-1)?.end ?? 0)) links.push({ start, end, bookmark });
  }
  return links;
}
