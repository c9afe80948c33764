import type { Side } from '../read-html.ts';
import type { ShownBlock } from '../shown-blocks.ts';
import { type PdfElement, readTaggedPdf, type TaggedPdf } from './structure.ts';
import { isArray, nameOf } from './values.ts';

/** What a PDF holds: what it says of itself, and its parts, each of which a heading of level 1 opens. */
export interface PdfRead {
  readonly pdf: TaggedPdf;
  readonly parts: readonly (readonly PdfElement[])[];
}

/** Reads a PDF by its tags alone, as assistive technology does. Throws where it has none. */
export function readPdf(bytes: Uint8Array): PdfRead {
  const pdf = readTaggedPdf(bytes);
  const parts: PdfElement[][] = [];
  for (const child of pdf.root.children) {
    if (typeof child === 'string') continue;
    if (child.type === 'H1') parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return { pdf, parts };
}

/**
 * The blocks of a part with the deletions (after) or the insertions (before) left out, and with them whatever the file adds in notes. A block
 * that has no words on this side is none. Of a file that shows options, what is of another option than the one asked for is left out.
 */
export function partBlocks(part: readonly PdfElement[], side: Side, option?: string): readonly ShownBlock[] {
  const reading: Reading = { side, option, blocks: [], joins: false, label: '' };
  for (const element of part) collect(element, reading);
  return reading.blocks.filter(({ text }) => text.trim() !== '');
}

interface Reading {
  readonly side: Side;
  readonly option: string | undefined;
  readonly blocks: ShownBlock[];
  /** The block read last goes on in the next one that this side has. */
  joins: boolean;
  /** The label of an item, which opens its first paragraph. */
  label: string;
}

/** What a leaf says in notes: that it goes on in one text, and what it was in the text before. */
interface Remarks {
  joins: boolean;
  was: 'heading' | 'paragraph' | undefined;
  /** It moved to here, or from here, and is in the other text at another place. */
  absent: boolean;
}

const noRemarks: Remarks = { joins: false, was: undefined, absent: false };

function collect(element: PdfElement, reading: Reading): void {
  const { type, children } = element;
  if (type === 'Note') return;
  if (/^H[1-6]$/.test(type)) readLeaf(element, 'heading', reading);
  else if (type === 'P') readLeaf(element, 'paragraph', reading);
  else if (type === 'TH' || type === 'TD') readLeaf(element, 'cell', reading);
  else if (type === 'Code') readSource(element, reading);
  else if (type === 'Lbl') reading.label = words(element, reading.side, { ...noRemarks });
  else {
    // A list in an item stands behind it in the tags: all up to the next option is of this one.
    let option = reading.option;
    for (const child of children) {
      if (typeof child === 'string') continue;
      option = optionOf(child) ?? option;
      if (option === reading.option) collect(child, reading);
    }
  }
}

/** The option that an item of a list is, which its label says in a note: no item of a text has its words there. */
function optionOf({ type, children }: PdfElement): string | undefined {
  if (type !== 'LI') return undefined;
  const [label] = children;
  if (label === undefined || typeof label === 'string' || label.type !== 'Lbl') return undefined;
  return /^Option ([A-Z]+)$/.exec(notesIn(label))?.[1];
}

function notesIn(element: PdfElement): string {
  if (element.type === 'Note') return allWords(element);
  return element.children.map((child) => (typeof child === 'string' ? '' : notesIn(child))).join('');
}

function readLeaf(element: PdfElement, type: string, reading: Reading): void {
  const { joins, label, side, blocks } = reading;
  const remarks = { ...noRemarks };
  const own = label + words(element, side, remarks);
  const text = remarks.absent ? '' : own;
  Object.assign(reading, { joins: remarks.joins, label: '' });
  const last = blocks.at(-1);
  if (joins && last) {
    blocks[blocks.length - 1] = { ...last, text: last.text + text };
    if (text.trim() === '') reading.joins = true;
  } else blocks.push({ type: side === 'before' ? (remarks.was ?? type) : type, text });
}

function readSource(element: PdfElement, reading: Reading): void {
  let text = '';
  const remarks = { ...noRemarks };
  for (const line of element.children) {
    if (typeof line === 'string') continue;
    text += `${words(line, reading.side, remarks)}${endsLine(line, reading.side) ? '\n' : ''}`;
  }
  if (!remarks.absent) reading.blocks.push({ type: 'source', text });
}

/** Whether a line of source ends on this side: a sign stands where only one text has its end. */
function endsLine({ type, children }: PdfElement, side: Side, mark?: 'inserted' | 'deleted'): boolean {
  return children.every((child) => {
    if (typeof child === 'string') return !(type === 'Note' && child === '↵' && mark === absentOn(side));
    return endsLine({ ...child, type: type === 'Note' ? type : child.type }, side, markOf(child) ?? mark);
  });
}

function absentOn(side: Side): 'inserted' | 'deleted' {
  return side === 'after' ? 'deleted' : 'inserted';
}

function words(element: PdfElement, side: Side, remarks: Remarks): string {
  if (element.type === 'Note') {
    readRemark(allWords(element), side, remarks);
    return '';
  }
  if (markOf(element) === absentOn(side)) return '';
  const text = element.children
    .map((child) => (typeof child === 'string' ? plain(child) : words(child, side, remarks)))
    .join('');
  return element.type === 'Span' && element.attributes.has('BackgroundColor') ? unnamed(text) : text;
}

function allWords({ children }: PdfElement): string {
  return children.map((child) => (typeof child === 'string' ? child : allWords(child))).join('');
}

function readRemark(text: string, side: Side, remarks: Remarks): void {
  if (text === '¶ new paragraph begins here') remarks.joins ||= side === 'before';
  if (text === '¶ paragraphs joined here') remarks.joins ||= side === 'after';
  const moved = /^\[move(?: \d+)?, (to|from) here\]$/.exec(text)?.[1];
  remarks.absent ||= moved === (side === 'before' ? 'to' : 'from');
  const was = /^\[before: (a heading)?/.exec(text);
  if (was) remarks.was = was[1] === undefined ? 'paragraph' : 'heading';
}

function markOf({ attributes }: PdfElement): 'inserted' | 'deleted' | undefined {
  const line = nameOf(attributes.get('TextDecorationType'));
  if (line === 'Underline') return 'inserted';
  return line === 'LineThrough' && !isGrey(attributes.get('TextDecorationColor')) ? 'deleted' : undefined;
}

// A line through words that the document itself strikes out is as dark as they are; that of a mark has a colour, or is grey.
function isGrey(colour: ReturnType<PdfElement['attributes']['get']>): boolean {
  return isArray(colour) && colour.every((share) => typeof share === 'number' && share < 0.2);
}

// Signs for where a line may end or may not, and hyphens where one ends: a text's own soft hyphens stand by their name.
function plain(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060]/g, '');
}

function unnamed(text: string): string {
  return text.replace(/U\+([0-9A-F]{4,6})/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}
