import type { Range } from '../model/range.ts';

/** A number that may be a citation, and may be a quantity, a version or a date: only its reader knows. */
export interface PossibleCitation extends Range {
  readonly label: string;
}

const citing = new RegExp(
  String.raw`\b(?:see(?: also)?|(?:in accordance|compl(?:y|ies|ying|iance)|conflicts?|consistent) with|(?:pursuant|subject|according) to|` +
    `(?:set out|described|specified|referred to|given|listed|stated|provided(?: for)?|required|defined|mentioned|contained|permitted|laid down) (?:in|by|under)|` +
    String.raw`as per|(?:for the )?purposes of|(?:requirements?|provisions?|obligations?|breach) (?:of|in|under)|notwithstanding)\s+$`,
  'i',
);
const alone =
  /\s*(?:[,;:)\]”’?]|\.(?!\d)|$)|\s+(?:above|below|is|are|was|were|has|have|does|shall|must|may|applies|apply|that|which|and|or|to)\b/y;
const counting =
  /\b(?:versions?|ver\.|v\.|releases?|issue|revision|dated|than|least|most|about|approximately|nearly|factor of|ratio of|score of|rate of|value of|every|each|exceeds?|exceeding|equals?|times|figures?|tables?|rules?|articles?|regulations?|standards?|RFC|TLS|HTTP)\s+$|[£$€]\s*$/i;
const twoParts = /(?<![\p{L}\d.,:/_£$€-])[1-9]\d?[A-Z]{0,2}\.[1-9]\d?[A-Z]{0,2}(?![\p{L}\d%°]|\.\d|,\d|:\d|[-–/]\d)/gu;

/**
 * Whether a number of two parts (`3.2`) without a noun is certainly a citation: words that cite stand directly before it (“see 3.2”, “in accordance
 * with 3.2(b)”), and what follows is no unit and no thing counted. `end` is where its labels end.
 */
export function isCitedNumber(text: string, start: number, end: number): boolean {
  if (!/^[1-9]\d?[A-Z]{0,2}\.[1-9]\d?[A-Z]{0,2}(?![A-Za-z])/.test(text.slice(start, start + 12))) return false;
  return citing.test(text.slice(Math.max(0, start - 60), start)) && isAlone(text, end);
}

/**
 * The numbers of two parts in running text that may cite a provision although nothing says so: “under 3.2”, “(3.2)”. Left out is what is `read`
 * as a citation already, and what a unit, a sign of money, “version” and the like show to be no citation.
 */
export function possibleCitations(text: string, read: readonly Range[]): readonly PossibleCitation[] {
  return [...text.matchAll(twoParts)].flatMap(({ 0: label, index: start }) => {
    const end = start + label.length;
    if (read.some((range) => range.start < end && start < range.end)) return [];
    if (!isAlone(text, end) || counting.test(text.slice(Math.max(0, start - 40), start))) return [];
    return [{ label, start, end }];
  });
}

function isAlone(text: string, end: number): boolean {
  alone.lastIndex = end;
  return alone.test(text);
}
