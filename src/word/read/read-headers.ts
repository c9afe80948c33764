import type { WordBlock, WordParagraph } from '../word-document.ts';
import { blocksText } from './blocks-text.ts';
import type { WordTold } from './told.ts';
import { childrenNamed, type XmlElement } from './xml.ts';

/** What stands above or below the pages. */
export interface PageEdges {
  readonly header?: readonly WordParagraph[];
  readonly footer?: readonly WordParagraph[];
}

/**
 * Reads headers and footers (17.10). Those of the last section for every page are in the document; the text of all others, where it differs,
 * is told.
 *
 * @param read reads the part that a reference names; undefined where there is none
 */
export function readPageEdges(
  document: XmlElement,
  read: (reference: string, story: string) => readonly WordBlock[] | undefined,
  told: WordTold[],
): PageEdges {
  const sections = findSections(document);
  const header = readEdge('header', sections, read, told);
  const footer = readEdge('footer', sections, read, told);
  return { ...(header && { header }), ...(footer && { footer }) };
}

function readEdge(
  edge: 'header' | 'footer',
  sections: readonly XmlElement[],
  read: (reference: string, story: string) => readonly WordBlock[] | undefined,
  told: WordTold[],
): readonly WordParagraph[] | undefined {
  const references = sections.flatMap((section) => childrenNamed(section, `w:${edge}Reference`));
  const every = references.findLast((one) => (one.attributes['w:type'] ?? 'default') === 'default');
  const blocks = every && read(every.attributes['r:id'] ?? '', `the ${edge}`);
  const seen = new Set(['', blocksText(blocks ?? [])]);
  const others = new Set(references.map((one) => one.attributes['r:id'] ?? ''));
  others.delete(every?.attributes['r:id'] ?? '');
  for (const reference of others) {
    const text = blocksText(read(reference, `a ${edge}`) ?? []);
    if (!seen.has(text)) told.push({ what: `a ${edge} of some pages`, where: `the ${edge}s`, text });
    seen.add(text);
  }
  const paragraphs = paragraphsOf(blocks ?? []);
  return blocksText(paragraphs) === '' ? undefined : paragraphs;
}

/** The paragraphs of blocks, also those in tables. */
export function paragraphsOf(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    if (block.type === 'container') return paragraphsOf(block.blocks);
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphsOf(cell.blocks)));
  });
}

/** The properties of all sections in their order. */
function findSections(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === 'w:sectPr') found.push(element);
    // A section ends in the properties of a paragraph or of the body, never in a run.
    else if (element.name !== 'w:r') element.children.forEach(visit);
  };
  visit(root);
  return found;
}
