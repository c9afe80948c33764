import type { WordComment, WordFootnote } from './word-document.ts';
import { writeBlocks } from './write-blocks.ts';
import { wordNamespaces } from './write-namespaces.ts';
import { writeParagraph } from './write-paragraph.ts';
import type { PartState } from './write-part.ts';
import { runContent } from './write-run.ts';
import { element, xmlPart } from './write-xml.ts';

/** The part that holds the footnotes (17.11.15), with the two lines that Word keeps there to set them off from the text. */
export function footnotesPart(footnotes: readonly WordFootnote[], part: PartState): string {
  const line = (id: number, type: string, content: string) =>
    element(
      'w:footnote',
      { 'w:type': type, 'w:id': id },
      element(
        'w:p',
        {},
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>',
        element('w:r', {}, content),
      ),
    );
  return xmlPart(
    element(
      'w:footnotes',
      wordNamespaces,
      line(-1, 'separator', '<w:separator/>'),
      line(0, 'continuationSeparator', '<w:continuationSeparator/>'),
      ...footnotes.map((footnote) => writeFootnote(footnote, part)),
    ),
  );
}

// A footnote begins with its own mark: the label of its call, or the number that Word gives it (17.11.13).
function writeFootnote({ id, blocks }: WordFootnote, part: PartState): string {
  const label = part.package.noteLabel(id);
  const mark =
    element(
      'w:r',
      {},
      '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>',
      label === undefined ? '<w:footnoteRef/>' : runContent(label, 'w:t'),
    ) + element('w:r', {}, runContent(' ', 'w:t'));
  const [first, ...rest] = blocks;
  const opens = first?.type === 'paragraph';
  return element(
    'w:footnote',
    { 'w:id': id },
    opens
      ? writeParagraph(first, part, { opening: mark, last: rest.length === 0 })
      : element('w:p', {}, '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>', mark),
    writeBlocks(opens ? rest : blocks, part),
  );
}

/** The part that holds the comments (17.13.4.6). */
export function commentsPart(comments: readonly WordComment[], part: PartState): string {
  const mark = element('w:r', {}, '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>', '<w:annotationRef/>');
  return xmlPart(
    element(
      'w:comments',
      wordNamespaces,
      ...comments.map(({ id, author, initials, date, paragraphs }) =>
        element(
          'w:comment',
          { 'w:id': id, 'w:author': author, 'w:date': date, 'w:initials': initials },
          ...paragraphs.map((paragraph, index) =>
            writeParagraph(paragraph, part, {
              opening: index === 0 ? mark : '',
              last: index === paragraphs.length - 1,
            }),
          ),
        ),
      ),
    ),
  );
}
