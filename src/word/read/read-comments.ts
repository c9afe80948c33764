import type { WordBlock, WordComment } from '../word-document.ts';
import { paragraphsOf } from './read-headers.ts';
import type { XmlElement } from './xml.ts';

/** Reads comments (17.13.4), in the order of the file. */
export function readComments(
  elements: readonly XmlElement[],
  read: (comment: XmlElement, story: string) => readonly WordBlock[],
): readonly WordComment[] {
  return elements.map((element, id) => {
    const { 'w:author': author = '', 'w:initials': initials = '', 'w:date': date } = element.attributes;
    const paragraphs = paragraphsOf(read(element, `comment ${id + 1}`));
    return { id, author, initials, ...(date !== undefined && { date }), paragraphs };
  });
}
