import type { LabelLocator, Locator } from '../model/locator.ts';
import { isItemLabel, printLabelPath } from './label-path.ts';
import { printOrdinal } from './ordinal.ts';
import { namedNouns } from './provision-nouns.ts';
import { printQuotation } from './quotation.ts';

/** Whether “of the document” is said where a locator needs it, or left out because the place around it has been named. */
export type Root = 'said' | 'unsaid';

/**
 * Prints a locator as a noun phrase, from the innermost out: `the second paragraph of section 3.1`, `paragraph
 * 5.5.2(b)(i)`. `parseLocator` reads it again as the same locator, where the locator is one that it can give: a second
 * table is a `table` locator, the whole document narrows nothing, and item labels have their bracket or point.
 */
export function printLocator(locator: Locator, root: Root = 'said'): string {
  const own = printOwn(locator);
  const outer = outerOf(locator, root);
  return outer === undefined ? own : `${own} ${linkTo(locator)} ${printLocator(outer, root)}`;
}

/**
 * Prints a locator as what follows “In” in an instruction, from the outermost in: `the table in section 5.3, in the row
 * for “SPOTI”, in the column “Device Certificates”`. Read by `readNarrowingSteps`.
 */
export function printNarrowing(locator: Locator, root: Root = 'said'): string {
  const { outer, own } = splitLocator(locator, root);
  return outer === undefined ? own : `${printNarrowing(outer, root)}, in ${own}`;
}

/**
 * What an instruction names first and what it names last: `In Annex A, omit the definition of “SPOTI”`. Only rows, cells
 * and definitions are named so; any other locator is named last, whole.
 */
export function splitLocator(
  locator: Locator,
  root: Root = 'said',
): { readonly outer?: Locator; readonly own: string } {
  const splits = locator.type === 'row' || locator.type === 'cell' || locator.type === 'definition';
  const outer = splits ? outerOf(locator, root) : undefined;
  return outer === undefined ? { own: printLocator(locator, root) } : { outer, own: printOwn(locator) };
}

function outerOf(locator: Locator, root: Root): Locator | undefined {
  if (locator.type === 'document' || locator.type === 'footnote' || locator.type === 'front-matter') return undefined;
  if (locator.of?.type !== 'document') return locator.of;
  if (root === 'unsaid') return undefined;
  // Only these say nothing without what they are of.
  return ['heading', 'opening', 'closing', 'cell', 'head-row', 'sentence'].includes(locator.type)
    ? locator.of
    : undefined;
}

function linkTo(locator: Locator): 'in' | 'of' {
  return locator.type === 'table' || locator.type === 'row' || locator.type === 'definition' ? 'in' : 'of';
}

function printOwn(locator: Locator): string {
  switch (locator.type) {
    case 'document':
      return 'the document';
    case 'front-matter':
      return 'the front matter';
    case 'label':
      return printLabels(locator);
    case 'part':
      return `the ${printQuotation(locator.title)} part`;
    case 'ordinal':
      return locator.ordinal === undefined
        ? `the ${locator.noun}`
        : `the ${printOrdinal(locator.ordinal)} ${locator.noun}`;
    case 'heading':
      return 'the heading';
    case 'opening':
    case 'closing':
      return `the ${locator.type} words`;
    case 'definition':
      return `the definition of ${printQuotation(locator.term)}`;
    case 'table':
      return locator.ordinal === undefined ? 'the table' : `the ${printOrdinal(locator.ordinal)} table`;
    case 'row':
      return locator.step ? `the row for step ${locator.key}` : `the row for ${printQuotation(locator.key)}`;
    case 'head-row':
      return 'the head row';
    case 'footnote':
      return `the footnote ${printQuotation(locator.name)}`;
    case 'sentence':
      return `the ${printOrdinal(locator.ordinal)} sentence`;
    case 'cell':
      return `the column ${printQuotation(locator.column)}`;
  }
}

function printLabels(locator: LabelLocator): string {
  const { labels, outer } = splitLabels(locator);
  const first = printLabelPath(labels);
  const noun = locator.noun === undefined || startsWithNoun(first) ? '' : `${locator.noun} `;
  return [`${noun}${first}`, ...outer].join(' of ');
}

/**
 * The labels that are printed first, and what they are printed *of*: labels that name a place by themselves stand one of
 * another (`paragraph 3 of Annex A`), items join what they are in.
 */
export function splitLabels({ labels }: LabelLocator): {
  readonly labels: readonly string[];
  readonly outer: readonly string[];
} {
  const groups: string[][] = [];
  for (const label of labels) {
    const group = groups.at(-1);
    if (group && isItemLabel(label)) group.push(label);
    else groups.push([label]);
  }
  const [first = [], ...outer] = groups.reverse();
  return { labels: first, outer: outer.map((group) => printLabelPath(group)) };
}

/** Whether a printed number begins with its noun: `Annex A(b)`. */
export function startsWithNoun(printed: string): boolean {
  return namedNouns.some((noun) => printed.toLowerCase().startsWith(`${noun} `));
}
