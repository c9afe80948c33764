import type { Occurrence } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';
import { printOrdinal } from '../provision/ordinal.ts';
import { printNarrowing } from '../provision/print-locator.ts';
import { printNarrowingTarget, printTarget, splitTarget } from '../provision/print-target.ts';
import { relativeTarget } from '../provision/relative-target.ts';
import { printCount } from './occurrence-grammar.ts';

/** A target as a sentence names it: nothing where it is the place around; `root` tells whether there is one. */
export interface NamedPlace {
  readonly at: TargetLocator | undefined;
  readonly root: 'said' | 'unsaid';
}

/** The target of an operation as a sentence names it: whole or, in a part of what is said of a place, from there. */
export function placeOf(at: TargetLocator, around: TargetLocator | undefined): NamedPlace {
  return around ? { at: relativeTarget(at, around), root: 'unsaid' } : { at, root: 'said' };
}

/** Prints the provision that has the words, which is named first: `in paragraph 5.5.2, `. */
export function printIn({ at, root }: NamedPlace): string {
  return at ? `in ${printNarrowingTarget(at, root)}, ` : '';
}

/** Prints an end of a provision: `at the end of section 5.5`. */
export function printEnd(position: 'beginning' | 'end', { at, root }: NamedPlace): string {
  return at ? `at the ${position} of ${printTarget(at, root)}` : `at the ${position}`;
}

/** Prints what is to be done with a provision, which is named last: `in Annex A, omit the definition of “SPOTI”`. */
export function printVerb(verb: string, { at, root }: NamedPlace): string {
  if (!at) return verb;
  const { outer, own } = splitTarget(at, root);
  return outer === undefined ? `${verb} ${own}` : `in ${printNarrowing(outer, root)}, ${verb} ${own}`;
}

/** Prints which of the places where words occur is meant; nothing where they occur once. */
export function printOccurrence(occurrence: Occurrence, around: ', ' | ' '): string {
  if (occurrence.type === 'only') return '';
  return `${around}${printPlaces(occurrence)}${around.trim()}`;
}

function printPlaces(occurrence: Exclude<Occurrence, { readonly type: 'only' }>): string {
  if (occurrence.type === 'each')
    return `in ${occurrence.count === undefined ? 'each place' : printCount(occurrence.count)} where it occurs`;
  if (occurrence.type === 'nth') return `in the ${printOrdinal(occurrence.nth)} place where it occurs`;
  return `at the ${occurrence.type}`;
}

/** Prints a sentence with what ends it: nothing after a dash, or after a number that ends with the same point. */
export function printEnded(sentence: string, ending: string): string {
  const ended = sentence.endsWith('—') || (ending === '.' && sentence.endsWith('.'));
  return ended ? sentence : `${sentence}${ending}`;
}
