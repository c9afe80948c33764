/** Labels read in running text, from the outermost in: `5.5.2(b)(i)` gives `5.5.2`, `(b)`, `(i)`. `end` is where they end. */
export interface LabelPath {
  readonly labels: readonly string[];
  readonly end: number;
}

const number = String.raw`\d{1,3}[A-Z]{0,2}`;
const dottedNumber = new RegExp(String.raw`${number}(?:\.${number}){0,11}(?![0-9A-Z]|\.\d|(?:st|nd|rd|th)\b)`, 'y');
const letterFirst = new RegExp(
  String.raw`[A-Z]{1,2}${number}(?:\.${number}){0,11}(?![0-9A-Z-]|\.\d|[a-z]+(?![a-z).]))`,
  'y',
);
const bracketed = /\((?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|[IVX]{1,5}|\d{1,3}[A-Z]?)\)/y;
const halfBracketed = /(?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|\d{1,3})\)/y;
const lowerHalfBracketed = /(?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h])\)/y;
const letterHalfBracketed = /(?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z]{1,2})\)/y;
const pointed = /(?:[ivxl]{1,6}|[a-z]|[A-Z])(?:\.|(?![A-Za-z0-9]))/y;
const lowerPointed = /(?:[ivxl]{1,6}|[a-z])(?:\.|(?![A-Za-z0-9]))/y;
/** No provision lies deeper. */
const deepest = 12;

const ordinalNumber = /\d{1,3}(?:st|nd|rd|th)(?![A-Za-z0-9])/y;

/** Whether a label names an item of a list, by its bracket or point: `(a)`, `d)`, `i.`; not `5.5.2`, not `Annex A`. */
export function isItemLabel(label: string): boolean {
  return label.startsWith('(') || /^[A-Za-z0-9]{1,6}[).]$/.test(label);
}

/**
 * Reads the labels that stand at a place in a text: `5.5.2(b)(i)`, `2.3.1.9d)`, `5.5.2A`, `L3.16`, `(b)(i)`, `b)`. An item
 * label that follows another without bracket or point is taken to have one: `2.1.1(b)i` ends in `i.`. Nothing is read from
 * a year, from `2nd`, or from a word.
 */
export function readLabelPath(text: string, at: number): LabelPath | undefined {
  const head = match(dottedNumber, text, at) ?? match(letterFirst, text, at);
  if (head !== undefined) return readItemLabels(text, at + head.length, [head]);
  const item = match(bracketed, text, at) ?? match(letterHalfBracketed, text, at);
  return item === undefined ? undefined : readItemLabels(text, at + item.length, [item]);
}

/** Reads the item labels attached to labels already read: `(b)i.` after `2.1.1`. */
export function readItemLabels(text: string, at: number, before: readonly string[]): LabelPath {
  const labels = [...before];
  let end = at;
  while (labels.length < deepest) {
    const afterItem = isItemLabel(labels.at(-1) ?? '');
    const printed =
      match(bracketed, text, end) ??
      match(afterItem ? halfBracketed : lowerHalfBracketed, text, end) ??
      match(afterItem ? pointed : lowerPointed, text, end);
    if (printed === undefined) break;
    labels.push(/[).]$/.test(printed) ? printed : `${printed}.`);
    end += printed.length;
  }
  return { labels, end };
}

/** Reads `2nd`, `21st` at a place in a text, as written. */
export function readOrdinalNumber(text: string, at: number): string | undefined {
  return match(ordinalNumber, text, at);
}

/**
 * Prints labels as one citation, so that `readLabelPath` reads them again: `5.5.2(b)(i)`, `2.3.1.9d)`. Where a label
 * would run into the one before it (`A.` after `2.3.1`), it is written in brackets.
 */
export function printLabelPath(labels: readonly string[]): string {
  return labels.reduce((printed, label) => printed + (attaches(label, printed) ? label : inBrackets(label)), '');
}

function attaches(label: string, printed: string): boolean {
  if (label.startsWith('(')) return true;
  if (printed === '') return !isItemLabel(label) || match(letterHalfBracketed, label, 0) === label;
  const afterItem = /[).]$/.test(printed);
  if (!afterItem && (/[A-Za-z] [A-Z0-9]+$/.test(printed) || readOrdinalNumber(`0${label.slice(0, 2)}`, 0)))
    return false;
  const patterns = afterItem ? [halfBracketed, pointed] : [lowerHalfBracketed, lowerPointed];
  return patterns.some((pattern) => match(pattern, label, 0) === label);
}

function inBrackets(label: string): string {
  return `(${label.replace(/[).]$/, '')})`;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
