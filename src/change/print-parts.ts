import type { Occurrence } from '../model/change.ts';
import type { Locator } from '../model/locator.ts';
import { printOrdinal } from '../provision/ordinal.ts';
import { printNarrowing, splitLocator } from '../provision/print-locator.ts';

/** Prints what is to be done with a provision, which is named last: `In Annex A, omit the definition of “SPOTI”`. */
export function printVerb(verb: string, at: Locator): string {
  const { outer, own } = splitLocator(at);
  if (outer !== undefined) return `In ${printNarrowing(outer)}, ${verb} ${own}`;
  return `${capitalise(verb)} ${own}`;
}

/** Prints the provision that has the words, which is named first: `In paragraph 5.5.2`. */
export function printIn(at: Locator): string {
  return `In ${printNarrowing(at)}`;
}

/** Prints which of the places where words occur is meant; nothing where they occur once. */
export function printOccurrence(occurrence: Occurrence, around: ', ' | ' '): string {
  if (occurrence.type === 'only') return '';
  const place = occurrence.type === 'each' ? 'each place' : `the ${printOrdinal(occurrence.nth)} place`;
  return `${around}in ${place} where it occurs${around.trim()}`;
}

/** A sentence's first letter in upper case. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
