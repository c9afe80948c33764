import type { Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';
import type { Reference } from './references.ts';
import type { Visit } from './walk.ts';

/** A number printed in a label or a citation, and which label of its path it is printed for, from 0. */
export interface PrintedNumber extends Range {
  readonly index: number;
}

const parts = /\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*|[A-Za-z]+/g;
const nouns = /^(?:annex|appendix|schedule|part|chapter)$/i;

/**
 * Finds where a label or a citation prints the numbers of a path: those of its last labels, as many as are printed. Undefined where
 * something else is printed there.
 */
export function printedNumbers(
  source: string,
  place: Range,
  path: readonly string[],
): readonly PrintedNumber[] | undefined {
  const printed = [...source.slice(place.start, place.end).matchAll(parts)].filter(([text]) => !nouns.test(text));
  const skipped = path.length - printed.length;
  if (printed.length === 0 || skipped < 0) return undefined;
  const numbers = printed.map(({ 0: text, index: offset }, at) => {
    const start = place.start + offset;
    return { start, end: start + text.length, index: skipped + at, fits: numberOf(path[skipped + at] ?? '') === text };
  });
  return numbers.every(({ fits }) => fits)
    ? numbers.map(({ start, end, index }) => ({ start, end, index }))
    : undefined;
}

/** The labels that a citation gives of a provision, with those of what it stands in: from the nearest that stands for one place in the whole document. */
export function citedPath(chain: readonly Provision[]): readonly Provision[] {
  const labelled = chain.filter(({ label, type }) => label !== undefined && type !== 'footnote');
  const from = labelled.findLastIndex(({ label }) => isDocumentWideLabel(label ?? ''));
  return labelled.slice(Math.max(0, from));
}

const named =
  /\b(?:Annex|Appendix|Schedule) (?:[A-Z]{1,2}|\d{1,3})(?![\p{L}\d])|\b\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+/gu;

/**
 * What a citation names after “of”, where that is written apart from the labels of the reference: `5.5.2` in “item (b) of
 * paragraph 5.5.2”. Each with the provision of the document cited that bears that number, where only one does.
 */
export function citedAround({
  citation,
  start,
  end,
  cited,
}: Reference): readonly (Range & { readonly target: Visit })[] {
  const tail = citation.text.slice(Math.max(0, end - citation.start));
  if (!cited || start < citation.start || !/^\s+(?:of|in|to)\s/.test(tail)) return [];
  return [...tail.matchAll(named)].flatMap(({ index, 0: label }) => {
    const visits = labelIndex(cited).labels.get(labelCore(label)) ?? [];
    const [target] = visits;
    const place = { start: end + index, end: end + index + label.length };
    return target && visits.length === 1 ? [{ ...place, target }] : [];
  });
}

/** The number of a label, without its noun, brackets and points: `B` of `Annex B`, `b` of `(b)`, `5.5.2`. */
export function numberOf(label: string): string {
  return labelCore(label).replace(/^[a-z]+ /, '');
}

/** How a label is printed apart from its numbers: `5.5.2` and `5.5.2A` are alike; `(b)` and `b)`, or `5.5` and `5.5.1`, are not. */
export function shapeOf(label: string): string {
  const core = numberOf(label);
  const shape = core.replace(/\d+[A-Z]{0,2}|[A-Za-z]+/g, '#');
  return (
    label.slice(0, label.lastIndexOf(core)).toLowerCase() + shape + label.slice(label.lastIndexOf(core) + core.length)
  );
}
