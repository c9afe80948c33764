import type { Range } from '../model/range.ts';
import { isItemLabel, type LabelPath, readItemLabels, readLabelPath } from './label-path.ts';

/** A list of labels as a citation writes it: the path of each, in full, where each is written, and which end a range. */
export interface CitedLabels {
  readonly paths: readonly (readonly string[])[];
  readonly places: readonly Range[];
  readonly through: readonly number[];
  readonly end: number;
}

type ReadPath = (at: number, before: readonly string[] | undefined, separated: string) => LabelPath | undefined;

const separator = /\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|through)\s+|\s*[–—-]\s*/y;
/** What joins the two ends of a range: “5.6.1 to 5.6.4”. */
export const rangeJoin = /^\s*(?:to|through|[–—-])\s*$/;
/** A longer list is no citation, and reading it again from each of its labels would take for ever. */
const mostLabels = 50;
const capitals = /[A-Z]{1,2}(?![A-Za-z0-9’'-])/y;
const spacedCapital = /[A-Z]{1,2}[ \u00A0](?=\d{1,3}\.\d)/y;
const appendixNumber = /\d{1,3}[A-Z]?(?![A-Za-z0-9.])/y;

/**
 * Reads the labels after a noun: `5.5.1(a) and (c)`, `5.6.1 to 5.6.4`, `L11.5 - L11.7`, `A` (a Section of the Code). An
 * item label alone takes the labels before it from the path before. `plural`: the noun was, so that `2 and 3` are two; after
 * a singular noun only items follow, and numbers that begin as the one before does (`section 2.1.1(c) or 2.1.3`).
 */
export function readCitedLabels(text: string, at: number, plural: boolean): CitedLabels | undefined {
  return readList(text, at, (from, before, separated) => {
    const path = readLabelPath(text, from) ?? readSpacedNumber(text, from) ?? readCapital(text, from);
    if (!path || !before) return path;
    const [first = ''] = path.labels;
    const [firstBefore = ''] = before;
    if (isItemLabel(first)) {
      return isItemLabel(before.at(-1) ?? '') ? { ...path, labels: inherit(before, path.labels) } : undefined;
    }
    if (isItemLabel(firstBefore) || /^[A-Z]/.test(first) !== /^[A-Z]/.test(firstBefore)) return undefined;
    if (plural) return first.includes('.') === firstBefore.includes('.') ? path : undefined;
    const sameHead = first.includes('.') && first.split('.')[0] === firstBefore.split('.')[0];
    // After a comma a number with one point may be a quantity: “section 2.3, 2.5 megabytes”.
    return sameHead && (/and|or|to|through/.test(separated) || first.split('.').length > 2) ? path : undefined;
  });
}

/** Reads the letters after a noun that is part of the label: `A`, `A and B`, as `Appendix A`, `Appendix B`; at most `most` of them. */
export function readCitedNames(text: string, at: number, noun: string, most = 30): CitedLabels | undefined {
  const name = noun.charAt(0).toUpperCase() + noun.slice(1);
  let left = most;
  return readList(text, at, (from) => {
    left -= 1;
    if (left < 0) return undefined;
    const letter = match(capitals, text, from) ?? match(appendixNumber, text, from);
    return letter === undefined ? undefined : readItemLabels(text, from + letter.length, [`${name} ${letter}`]);
  });
}

function readList(text: string, at: number, readPath: ReadPath): CitedLabels | undefined {
  const first = readPath(at, undefined, '');
  if (!first) return undefined;
  const paths = [first.labels];
  const places = [placeOf(text, at, first.end)];
  const through: number[] = [];
  let end = first.end;
  while (paths.length < mostLabels) {
    const separated = match(separator, text, end);
    const from = end + (separated?.length ?? 0);
    const next = separated === undefined ? undefined : readPath(from, paths.at(-1), separated);
    if (separated === undefined || !next) break;
    if (rangeJoin.test(separated)) through.push(paths.length);
    paths.push(next.labels);
    places.push(placeOf(text, from, next.end));
    end = next.end;
  }
  return { paths, places, through, end: places.at(-1)?.end ?? end };
}

// The point of `i.` at the end of a sentence may be the sentence's.
function placeOf(text: string, start: number, end: number): Range {
  return { start, end: text.charAt(end - 1) === '.' ? end - 1 : end };
}

// “Section D 3.2” is Section D3.2 of the Code.
function readSpacedNumber(text: string, at: number): LabelPath | undefined {
  const letter = match(spacedCapital, text, at);
  if (letter === undefined) return undefined;
  const path = readLabelPath(text, at + letter.length);
  const [number = '', ...items] = path?.labels ?? [];
  return path && { labels: [letter.trim() + number, ...items], end: path.end };
}

function readCapital(text: string, at: number): LabelPath | undefined {
  const letter = match(capitals, text, at);
  return letter === undefined ? undefined : { labels: [letter], end: at + letter.length };
}

// In “(b)(i) and (ii)” the second stands where the first roman numeral does; in “(b)(i) and (c)”, where the letter does.
function inherit(before: readonly string[], labels: readonly string[]): readonly string[] {
  const [first = ''] = labels;
  const items = before.findIndex((label) => isItemLabel(label));
  const alike = before.findLastIndex((label, index) => index >= items && kindOf(label) === kindOf(first));
  return [...before.slice(0, alike < 0 ? before.length - 1 : alike), ...labels];
}

function kindOf(label: string): string {
  const core = label.replace(/[().]/g, '');
  if (/^\d/.test(core)) return 'number';
  if (/^[ivx]+(?:(?<=[ivx]{2})[a-h])?$/.test(core)) return 'roman';
  return /^[a-z]/.test(core) ? 'letter' : 'capital';
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
