import type { Document } from '../../model/document.ts';
import type { Range } from '../../model/range.ts';
import type { WordsBlock } from '../../model/redline.ts';
import { firstEndingAfter } from '../../source/ordered-ranges.ts';
import type { CitationLink } from './citation-links.ts';

/** A citation in the words that a block shows in the text after, by offsets of those words, and the bookmark it leads to. */
export interface CitationPlace extends Range {
  readonly bookmark: string;
}

/**
 * Finds the citations of the text after in the words of each block. What is shown has no escapes and no marks, so that each is
 * sought by its own words, in order; one whose words are written otherwise leads nowhere.
 */
export function citationFinder(
  after: Document,
  links: readonly CitationLink[],
): (block: WordsBlock) => readonly CitationPlace[] {
  return (block) => {
    if (!block.after || links.length === 0) return [];
    const shown = shownAfter(block);
    const places: CitationPlace[] = [];
    let at = 0;
    for (let index = firstEndingAfter(links, block.after.start); index < links.length; index += 1) {
      const link = links[index] as CitationLink;
      if (link.end > block.after.end) break;
      const words = after.source.slice(link.start, link.end);
      const start = shown.indexOf(words, at);
      if (start < 0) continue;
      at = start + words.length;
      places.push({ start, end: at, bookmark: link.bookmark });
    }
    return places;
  };
}

function shownAfter({ runs }: WordsBlock): string {
  return runs.map(({ type, text }) => (type === 'deleted' ? '' : text)).join('');
}
