/** A label found at the start of a text: the label as printed, and where the words after it begin. */
export interface LabelRead {
  readonly label: string;
  /** Characters from the start of the text to the end of the label as printed, a closing dot included. */
  readonly printedLength: number;
  /** Characters to the first word after it, or to the end where there is none. */
  readonly length: number;
}

/** Where a text stands decides which labels it can open with: `5 Title` is a label in a heading, not in a paragraph. */
export type LabelPlace = 'heading' | 'paragraph' | 'item' | 'cell';

const number = String.raw`\d{1,3}[A-Z]{0,2}`;
const dotted = String.raw`${number}(?:\.${number})+`;
// A Roman number may take a letter, where an item is put in after it: `(iva)`.
const bracketed = String.raw`\((?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|[IVX]{1,5}|\d{1,3}[A-Z]?)\)`;
const named = String.raw`(?:Annex|Appendix|Schedule|Part|Chapter) (?:[A-Z]{1,2}|\d{1,3}[A-Z]?)`;
const halfBracketed = String.raw`(?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|\d{1,3})\)`;
const pointed = String.raw`(?:[a-z]|[ivxl]{1,6}|[A-Z])\.`;

const patterns: Readonly<Record<LabelPlace, RegExp>> = {
  heading: new RegExp(`^(?:(${named})[:.]?|(${dotted}|${number})\\.?|(${bracketed}))(?=\\s|$)`),
  paragraph: new RegExp(`^(?:(${dotted})\\.?|(${bracketed}))(?=\\s)`),
  item: new RegExp(`^(?:(${dotted})\\.?|(${bracketed}|${halfBracketed}|${pointed}))(?=\\s|$)`),
  cell: new RegExp(`^(?:(${dotted})\\.?)$`),
};

/**
 * Reads the label that opens a text, if one does. A closing dot after a number or a colon after `Annex A` is punctuation,
 * not label; the dot of `i.` and the brackets of `(a)` are label.
 */
export function readLabel(text: string, place: LabelPlace): LabelRead | undefined {
  const match = patterns[place].exec(text);
  const label = match?.slice(1).find((group) => group !== undefined);
  if (!match || label === undefined) return undefined;
  const printedLength = match[0].length;
  const space = /^[ \t\r\n]*/.exec(text.slice(printedLength, printedLength + 200));
  return { label, printedLength, length: printedLength + (space?.[0].length ?? 0) };
}

/**
 * What two ways of printing one label have in common: `(b)`, `b)` and `b.` give `b`; `Annex A` and `annex A` give `annex A`;
 * `5.5.2.` gives `5.5.2`. Case of the label itself is kept: `(a)` and `(A)` are different items.
 */
export function labelCore(label: string): string {
  const name = /^(annex|appendix|schedule|part|chapter) +(.*)$/i.exec(label);
  if (name) return `${(name[1] ?? '').toLowerCase()} ${name[2] ?? ''}`;
  return label.replace(/^\(/, '').replace(/[).:]+$/, '');
}

/** Whether a label stands for one place in the whole document (`5.5.2`, `Annex A`), not only in its list (`(a)`). */
export function isDocumentWideLabel(label: string): boolean {
  return /^\d/.test(label) ? !label.endsWith(')') : /^(?:annex|appendix|schedule|part|chapter) /i.test(label);
}
