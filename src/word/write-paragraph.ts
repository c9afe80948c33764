import { settleComments } from './settle-comments.ts';
import type { WordParagraph, WordStanding } from './word-document.ts';
import { writeInlines } from './write-inline.ts';
import type { PartState } from './write-part.ts';
import { rangeEnd, rangeStart } from './write-range.ts';
import { authorship, revisionMark } from './write-revision.ts';
import { element, valued } from './write-xml.ts';

/** What else a paragraph needs to know of its place. */
interface Place {
  /** XML that stands before its words: the mark of a footnote. */
  readonly opening?: string;
  /** It is the last of its body, cell, container or note. */
  readonly last?: boolean;
}

/** A paragraph (17.3.1.22). */
export function writeParagraph(paragraph: WordParagraph, part: PartState, { opening = '', last }: Place = {}): string {
  const ids = (paragraph.bookmarks ?? []).map((name) => ({ name, id: part.package.nextId() }));
  const properties = paragraphProperties(paragraph, part);
  const start = rangeStart(paragraph, part.package);
  const words = writeInlines(settleComments(paragraph), part);
  const end = rangeEnd(paragraph, part.package);
  const written = element(
    'w:p',
    {},
    properties,
    ...ids.map(({ name, id }) => element('w:bookmarkStart', { 'w:id': id, 'w:name': name })),
    opening,
    words,
    start,
    ...ids.map(({ id }) => element('w:bookmarkEnd', { 'w:id': id })),
    // A range that takes in the mark of a paragraph ends below it; a cell must end with its paragraph.
    last ? end : '',
  );
  return last ? written : written + end;
}

function paragraphProperties(paragraph: WordParagraph, part: PartState): string {
  const { mark, styleBefore } = paragraph;
  const content = [
    paragraph.style === 'Normal' ? '' : valued('w:pStyle', paragraph.style),
    standing(paragraph),
    mark ? element('w:rPr', {}, revisionMark(mark, part.package)) : '',
    styleBefore
      ? element(
          'w:pPrChange',
          authorship(styleBefore, part.package),
          element('w:pPr', {}, valued('w:pStyle', styleBefore.style), standing(styleBefore)),
        )
      : '',
  ].join('');
  return content === '' ? '' : element('w:pPr', {}, content);
}

// What follows its style, in the order of CT_PPr (17.3.1.26).
function standing({
  style,
  bullet,
  spaceBefore,
  indent,
  contextualSpacing,
  align,
  outlineLevel,
}: WordStanding): string {
  return [
    bullet ? element('w:numPr', {}, valued('w:ilvl', bulletLevel(style)), valued('w:numId', 1)) : '',
    spaceBefore === undefined ? '' : element('w:spacing', { 'w:before': spaceBefore }),
    indent ? element('w:ind', { 'w:left': indent.left, 'w:hanging': indent.hanging }) : '',
    contextualSpacing === undefined ? '' : toggled('w:contextualSpacing', contextualSpacing),
    align === undefined ? '' : valued('w:jc', align),
    // Heading styles bring their level with them.
    outlineLevel === undefined || style === `Heading${outlineLevel}` ? '' : valued('w:outlineLvl', outlineLevel - 1),
  ].join('');
}

function toggled(name: string, value: boolean): string {
  return value ? element(name) : valued(name, 0);
}

/** The level of a bullet: the depth that its style says. */
function bulletLevel(style: string): number {
  return Math.max(0, Number(/\d$/.exec(style)?.[0] ?? 1) - 1);
}
