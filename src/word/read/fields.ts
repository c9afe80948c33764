import type { WordInline } from '../word-document.ts';
import { chooseAlternative } from './alternatives.ts';
import { type Story, tell } from './story.ts';
import { printPlace } from './told.ts';
import { shown } from './unreadable.ts';
import type { XmlElement } from './xml.ts';

/** Fields inside fields that are read as such. */
const deepest = 32;

interface Begun {
  readonly element: XmlElement;
  separate?: XmlElement;
  readonly tooDeep: boolean;
}

/**
 * The field characters of a story that have no partner (17.16.18), so that a field that is never closed does not take all that follows
 * into its instruction. A text box is a story of its own and is not looked into.
 */
export function findLoose(root: XmlElement): ReadonlySet<XmlElement> {
  const loose = new Set<XmlElement>();
  const open: Begun[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'w:fldChar') note(element, open, loose);
    else if (element.name === 'mc:AlternateContent') chooseAlternative(element).forEach(visit);
    else if (element.name !== 'w:txbxContent' || element === root) element.children.forEach(visit);
  };
  visit(root);
  for (const begun of open) setLoose(begun, loose);
  return loose;
}

function note(element: XmlElement, open: Begun[], loose: Set<XmlElement>): void {
  const innermost = open.at(-1);
  switch (element.attributes['w:fldCharType']) {
    case 'begin':
      open.push({ element, tooDeep: open.length >= deepest });
      return;
    case 'separate':
      if (!innermost || innermost.separate) loose.add(element);
      else innermost.separate = element;
      return;
    case 'end':
      open.pop();
      if (!innermost || innermost.tooDeep) loose.add(element);
      if (innermost?.tooDeep) setLoose(innermost, loose);
      return;
    default:
      loose.add(element);
  }
}

function setLoose({ element, separate }: Begun, loose: Set<XmlElement>): void {
  loose.add(element);
  if (separate) loose.add(separate);
}

/** What the instruction of a field says. */
export interface FieldMeaning {
  readonly instruction: string;
  readonly link: FieldLink | undefined;
}

/** The longest instruction that is read; what goes beyond it is told where it is text. */
export const longestInstruction = 4096;

/** What the instruction of a field says, worked out once where it is whole, since a field may reach over a whole document. */
export function meaningOf(field: { instruction: string; phase: string; meaning?: FieldMeaning }): FieldMeaning {
  if (field.meaning) return field.meaning;
  const meaning = { instruction: field.instruction.trim(), link: readFieldLink(field.instruction) };
  if (field.phase === 'result') field.meaning = meaning;
  return meaning;
}

/** Where a HYPERLINK field leads (17.16.5.25). */
export interface FieldLink {
  readonly address?: string;
  readonly bookmark?: string;
  readonly tooltip?: string;
}

/** The link that the instruction of a field makes; undefined for any other field, and for one that leads nowhere. */
function readFieldLink(instruction: string): FieldLink | undefined {
  const words = splitInstruction(instruction);
  if (words[0]?.toUpperCase() !== 'HYPERLINK') return undefined;
  let address: string | undefined;
  let place: string | undefined;
  let tooltip: string | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '\\l') place = words[++at];
    else if (word === '\\o') tooltip = words[++at];
    else if (word === '\\t') at += 1;
    else if (!word.startsWith('\\')) address ??= word;
  }
  if (address === undefined && place === undefined) return undefined;
  return makeLink(address, place, tooltip);
}

/** A link to an address, to a place in what is at the address, or to a bookmark. */
export function makeLink(
  address: string | undefined,
  place: string | undefined,
  tooltip: string | undefined,
): FieldLink {
  const target = address
    ? { address: place ? `${address}#${place}` : address }
    : place
      ? { bookmark: place }
      : { address: '' };
  return { ...target, ...(tooltip && { tooltip }) };
}

/** The words of an instruction, those in quotation marks as one (17.16.3). */
function splitInstruction(instruction: string): readonly string[] {
  const words = instruction.match(/"(?:[^"\\]|\\[\s\S])*"?|[^\s"]+/g) ?? [];
  return words.map((word) => (word.startsWith('"') ? word.replace(/^"|"$/g, '').replace(/\\([\\"])/g, '$1') : word));
}

/** Fields that are there to show something, though their text is nowhere in the file: numbers, symbols, boxes of forms (17.16.5). */
const showing = /^(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM|SYMBOL|EQ|FORMCHECKBOX|FORMDROPDOWN)\b/i;

/** Tells of fields whose text only Word can work out. */
export function tellEmptyFields(children: readonly WordInline[], story: Story): void {
  for (const one of children) {
    if (one.type === 'field' && one.children.length === 0 && showing.test(one.instruction)) {
      tell(story, `a field whose text is not in the file (${shown(one.instruction)})`, printPlace(story.place));
    } else if ('children' in one) tellEmptyFields(one.children, story);
  }
}
