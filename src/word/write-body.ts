import { textWidth } from './style-settings.ts';
import type { WordBlock, WordParagraph } from './word-document.ts';
import { writeBlocks } from './write-blocks.ts';
import { wordNamespaces } from './write-namespaces.ts';
import { writeParagraph } from './write-paragraph.ts';
import type { PartState } from './write-part.ts';
import { element, xmlPart } from './write-xml.ts';

/** A4 in twentieths of a point. */
const page = { width: 11906, height: 16838 };

/** The part that holds the document itself (17.2). `header` and `footer` are the ids of their relationships. */
export function documentPart(
  blocks: readonly WordBlock[],
  part: PartState,
  { header, footer }: { readonly header: string | undefined; readonly footer: string | undefined },
): string {
  const margin = (page.width - textWidth) / 2;
  const body = writeBlocks(blocks, part);
  const section = element(
    'w:sectPr',
    {},
    header ? element('w:headerReference', { 'w:type': 'default', 'r:id': header }) : '',
    footer ? element('w:footerReference', { 'w:type': 'default', 'r:id': footer }) : '',
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height }),
    element('w:pgMar', {
      'w:top': margin,
      'w:right': margin,
      'w:bottom': margin,
      'w:left': margin,
      'w:header': 567,
      'w:footer': 709,
      'w:gutter': 0,
    }),
    element('w:cols', { 'w:space': 708 }),
  );
  return xmlPart(element('w:document', wordNamespaces, element('w:body', {}, body, section)));
}

/** The part that holds a header or a footer (17.10). */
export function edgePart(name: 'w:hdr' | 'w:ftr', paragraphs: readonly WordParagraph[], part: PartState): string {
  return xmlPart(
    element(
      name,
      wordNamespaces,
      ...paragraphs.map((paragraph, index) =>
        writeParagraph(paragraph, part, { last: index === paragraphs.length - 1 }),
      ),
    ),
  );
}
