import { type CitedDocument, readCitedDocument } from './cited-document.ts';
import { type CitedLabels, readCitedLabels, readCitedNames } from './cited-labels.ts';
import { isItemLabel } from './label-path.ts';

const partOf =
  /(?:\bthe\s+)?(?:‘([^‘’]{1,100}(?:’\p{Ll}[^‘’]{0,60})?)’|“([^“”]{1,120})”|'([^']{1,120})'|"([^"]{1,120})")\s+part\s+of\s+(?:the\s+)?$/iu;
const bracketedTitle = /\s+\((\p{Lu}[^()\n]{2,150})\)/uy;

/** What holds the place that a citation's labels name, and where it ends. `annexed`: an annex or a schedule. */
export interface Container {
  readonly labels: readonly string[];
  readonly end: number;
  readonly annexed: boolean;
}

/** Reads what follows the labels of `item (b) of paragraph 5.5.2`, `paragraph 3 of Annex C`, `section 2 of Appendix F of this document`. */
export function readContainer(text: string, labels: CitedLabels): Container | undefined {
  const linked = match(/\s+(?:of|in|to)\s+/y, text, labels.end);
  if (linked === undefined) return undefined;
  const at = labels.end + linked.length;
  const name = match(/(?:Annex|Appendix|Schedule)\s+/y, text, at);
  if (name !== undefined) {
    const outer = readCitedNames(text, at + name.length, name.trim().toLowerCase(), 1);
    if (!outer) return undefined;
    const further = readCitedDocument(text, outer.end, [], true);
    if (name.startsWith('Appendix') && (!further || further.document.type === 'code')) return undefined;
    return { labels: outer.paths[0] ?? [], end: outer.end, annexed: true };
  }
  if (!isItemLabel(labels.paths[0]?.[0] ?? '')) return undefined;
  const noun = match(/(?:sub-?)?(?:section|paragraph|clause)\s+/iy, text, at);
  const outer = noun === undefined ? undefined : readCitedLabels(text, at + noun.length, false);
  return outer && outer.paths.length === 1
    ? { labels: outer.paths[0] ?? [], end: outer.end, annexed: false }
    : undefined;
}

/** Reads ` of Appendix A` after `section 2`: whose appendix that is, the text may say next. */
export function readAppendixOf(
  text: string,
  at: number,
  names: readonly string[],
): { document: CitedDocument; end: number } | undefined {
  const linked = match(/\s+(?:of|in|to)\s+Appendix\s+/y, text, at);
  const labels = linked === undefined ? undefined : readCitedNames(text, at + linked.length, 'appendix', 1);
  const letter = labels?.paths[0]?.[0]?.slice('Appendix '.length);
  if (!labels || letter === undefined || labels.paths[0]?.length !== 1) return undefined;
  const further = readCitedDocument(text, labels.end, names);
  if (further && further.document.type !== 'code') return undefined;
  return { document: { type: 'appendix', letter, of: further ? 'code' : 'unknown' }, end: further?.end ?? labels.end };
}

/** Reads the title of the target in brackets: ` (Additional Interface Testing)`. */
export function readCitedTitle(text: string, at: number): { readonly title: string; readonly end: number } | undefined {
  const printed = match(bracketedTitle, text, at);
  if (printed === undefined) return undefined;
  const title = printed.trim().slice(1, -1);
  // A trigger with a number is a citation of its own, not a title.
  return /\d\.\d/.test(title) ? undefined : { title: title.replace(/\s+/g, ' '), end: at + printed.length };
}

/** Reads `the ‘General obligations’ part of` where it ends at a place in a text. */
export function readPartBefore(
  text: string,
  end: number,
): { readonly title: string; readonly start: number } | undefined {
  const from = Math.max(0, end - 200);
  const tail = text.slice(from, end);
  if (!/part\s+of\s+(?:the\s+)?$/i.test(tail.slice(-20))) return undefined;
  const found = partOf.exec(tail);
  const title = found?.slice(1).find((group) => group !== undefined);
  return found && title !== undefined ? { title: title.replace(/\s+/g, ' '), start: from + found.index } : undefined;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
