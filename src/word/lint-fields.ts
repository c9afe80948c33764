import { below, heldValue, isWithin, placeOf, type XmlElement } from './lint-tree.ts';

/** A field that has begun and not ended. */
interface Open {
  readonly start: XmlElement;
  instruction: string;
  shows: boolean;
}

/**
 * What is wrong with the fields of a part (17.16.18): one that does not begin, show and end in this order, though it may reach over several
 * paragraphs; one that Word would ask each reader to update; and contents of which an entry stands outside the field, leads nowhere or
 * holds more than words.
 */
export function lintFields(root: XmlElement): readonly string[] {
  const findings: string[] = [];
  const listed = new Set<XmlElement>();
  const open: Open[] = [];
  let paragraph: XmlElement | undefined;
  for (const element of below(root)) {
    if (element.name === 'w:p') paragraph = element;
    else if (element.name === 'w:fldChar') findings.push(...lintCharacter(element, open));
    else if (element.name === 'w:instrText' && open.length > 0) (open.at(-1) as Open).instruction += element.text;
    if (paragraph && open.some(({ shows, instruction }) => shows && /^\s*TOC\b/.test(instruction)))
      listed.add(paragraph);
  }
  const entries = below(root)
    .filter(({ name }) => name === 'w:p')
    .filter(isEntry);
  return [
    ...findings,
    ...open.map(({ start }) => `a field begins and does not end, ${placeOf(start)}`),
    ...entries.flatMap((entry) => lintEntry(entry, listed.has(entry))),
  ];
}

/** Whether Word would ask each reader to update the fields (17.15.1.90). */
export function lintUpdates(settings: XmlElement): readonly string[] {
  return below(settings).some(({ name }) => name === 'w:updateFields')
    ? ['Word would ask each reader to update the fields']
    : [];
}

function lintCharacter(element: XmlElement, open: Open[]): readonly string[] {
  const field = open.at(-1);
  const { 'w:fldCharType': type, 'w:dirty': dirty } = element.attributes;
  const asks = dirty === undefined ? [] : [`Word would ask each reader to update a field, ${placeOf(element)}`];
  if (type === 'begin') open.push({ start: element, instruction: '', shows: false });
  else if (!field) return [...asks, `a field ends and did not begin, ${placeOf(element)}`];
  else if (type === 'end') open.pop();
  else if (field.shows) return [...asks, `a field is parted twice, ${placeOf(element)}`];
  else field.shows = true;
  return asks;
}

function isEntry(paragraph: XmlElement): boolean {
  const properties = paragraph.children.find(({ name }) => name === 'w:pPr');
  return properties !== undefined && /^TOC\d$/.test(heldValue(properties, 'w:pStyle') ?? '');
}

const words = new Set(['w:t', 'w:delText']);
const strange = new Set(['w:bookmarkStart', 'w:footnoteReference', 'w:commentRangeStart', 'w:commentReference']);

function lintEntry(entry: XmlElement, listed: boolean): readonly string[] {
  const inside = below(entry);
  const loose = inside.some((element) => words.has(element.name) && !isWithin(element, 'w:hyperlink'));
  const more = inside.find(({ name }) => strange.has(name));
  return [
    ...(listed ? [] : [`an entry of contents stands outside their field, ${placeOf(entry)}`]),
    ...(loose ? [`words of an entry of contents lead nowhere, ${placeOf(entry)}`] : []),
    ...(more ? [`an entry of contents holds more than words (${more.name}), ${placeOf(entry)}`] : []),
  ];
}
