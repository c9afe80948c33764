import type { WordParagraph } from '../word-document.ts';
import type { PrintedNumber } from './count-numbers.ts';
import { meaningOf, tellEmptyFields } from './fields.ts';
import { startCollecting } from './inline-tree.ts';
import { readInlines } from './read-inline.ts';
import { isCode } from './read-run-setting.ts';
import { type ParagraphProperties, type ResolvedStyle, readParagraphProperties } from './read-styles.ts';
import { adds, findRevision } from './revisions.ts';
import { type Story, tell, type Within } from './story.ts';
import { printPlace } from './told.ts';
import { child, value, type XmlElement } from './xml.ts';

/** Reads a paragraph (17.3.1). */
export function readParagraph(element: XmlElement, story: Story, within: Within): WordParagraph {
  if (story.place.cell === '') story.place.paragraph += 1;
  const properties = child(element, 'w:pPr');
  const id = value(properties, 'w:pStyle');
  const style = story.shared.styles.find(id, 'paragraph');
  const own = readParagraphProperties(properties);
  const mark = findRevision(child(properties, 'w:rPr'), story.shared.moves) ?? within.revision;
  const number = countNumber(story, own, style, properties, [mark, within.row]);
  const bookmarks = story.bookmarks.splice(0);
  const marks = story.marks.splice(0);
  const inField = story.fields[0];
  const collector = startCollecting(story.fields);
  for (const one of marks) collector.add(one);
  readInlines(element.children, { story, collector, within, bookmarks });
  for (const field of story.fields) field.spans = true;
  const children = collector.finish();
  story.last = children;
  tellEmptyFields(children, story);
  const around = inField ?? story.fields[0];
  return {
    type: 'paragraph',
    style: id ?? story.shared.styles.standard('paragraph') ?? 'Normal',
    ...describeStyle(own, style),
    ...(number &&
      number.text.trim() !== '' && { numbering: { text: number.text, level: number.level, bullet: number.bullet } }),
    ...describePlace(own, style, number),
    ...(around && { inField: meaningOf(around).instruction }),
    ...alignment(properties),
    ...(bookmarks.length > 0 && { bookmarks }),
    ...(mark && { mark }),
    ...styleBefore(properties, id, story),
    children,
  };
}

/** The number of a paragraph as Word prints it: as if all changes were accepted, and for what then is gone as if all were rejected. */
function countNumber(
  story: Story,
  own: ParagraphProperties,
  style: ResolvedStyle,
  properties: XmlElement | undefined,
  revisions: readonly Within['row'][],
): PrintedNumber | undefined {
  const inAfter = revisions.every((one) => !one || adds(one));
  const inBefore = revisions.every((one) => !one || !adds(one));
  const after = inAfter ? story.accepted(own.numbering, style) : undefined;
  const change = child(child(properties, 'w:pPrChange'), 'w:pPr');
  const styleThen = change ? story.shared.styles.find(value(change, 'w:pStyle'), 'paragraph') : style;
  const then = change ? readParagraphProperties(change) : own;
  const before = inBefore ? story.rejected(then.numbering, styleThen) : undefined;
  const number = inAfter ? after : before;
  if (number?.doubt !== undefined) tell(story, number.doubt, printPlace(story.place));
  return number;
}

function describeStyle(own: ParagraphProperties, style: ResolvedStyle): Partial<WordParagraph> {
  const level = own.outlineLevel ?? style.outlineLevel;
  const { bold, italic, strike } = style.setting;
  const code = isCode(style.setting, style.name);
  const setting = {
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(strike && { strike }),
    ...(code && { code }),
  };
  return {
    ...(style.name !== undefined && { styleName: style.name }),
    ...(level !== undefined && level < 9 && { outlineLevel: level + 1 }),
    ...(Object.keys(setting).length > 0 && { styleSetting: setting }),
  };
}

function describePlace(
  own: ParagraphProperties,
  style: ResolvedStyle,
  number: PrintedNumber | undefined,
): Partial<WordParagraph> {
  const { left, hanging } = own;
  const margin = left ?? (own.numbering ? number?.left : undefined) ?? style.left ?? number?.left;
  const contextualSpacing = own.contextualSpacing ?? style.contextualSpacing;
  return {
    ...(left !== undefined && { indent: { left, ...(hanging !== undefined && { hanging }) } }),
    ...(margin !== undefined && { margin }),
    ...(contextualSpacing && { contextualSpacing }),
  };
}

const alignments = new Map<string, NonNullable<WordParagraph['align']>>([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
]);

function alignment(properties: XmlElement | undefined): Pick<WordParagraph, 'align'> {
  const align = alignments.get(value(properties, 'w:jc') ?? '');
  return align ? { align } : {};
}

/** The style that a paragraph had before it was given another (17.13.5.29). */
function styleBefore(
  properties: XmlElement | undefined,
  id: string | undefined,
  story: Story,
): Pick<WordParagraph, 'styleBefore'> {
  const change = child(properties, 'w:pPrChange');
  const then = value(child(change, 'w:pPr'), 'w:pStyle');
  if (!change || then === id) return {};
  const date = change.attributes['w:date'];
  return {
    styleBefore: {
      style: then ?? story.shared.styles.standard('paragraph') ?? 'Normal',
      author: change.attributes['w:author'] ?? '',
      ...(date !== undefined && { date }),
    },
  };
}
