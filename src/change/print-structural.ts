import type { InsertColumn, InsertDefinitions, Merge, Move, Renumber, SetLevel, Split } from '../model/change.ts';
import type { LabelLocator, Locator } from '../model/locator.ts';
import { isItemLabel } from '../provision/label-path.ts';
import { printLocator, printNarrowing, splitLocator } from '../provision/print-locator.ts';
import { printQuotation } from '../provision/quotation.ts';

/** Prints what is to be done with a provision, which is named last: `In Annex A, omit the definition of “SPOTI”`. */
export function printVerb(verb: string, at: Locator): string {
  const { outer, own } = splitLocator(at);
  if (outer !== undefined) return `In ${printNarrowing(outer)}, ${verb} ${own}`;
  return `${capitalise(verb)} ${own}`;
}

/** Prints a renumbering: `Renumber paragraphs 5.6 to 5.9 as 5.5 to 5.8; references follow.` */
export function printRenumber({ at, as, through, referencesFollow }: Renumber): string {
  const follow = referencesFollow ? '; references follow' : '';
  if (!through || at.type !== 'label') return `${printVerb('renumber', at)} as ${printNewLabel(as)}${follow}.`;
  const [outer, first] = splitLabels(at);
  const [, last] = splitLabels(through.at);
  const series = `renumber ${at.noun ?? 'paragraph'}s ${printLocator(first)} to ${printLocator(last)}`;
  const sentence = outer ? `In ${printNarrowing(outer)}, ${series}` : capitalise(series);
  return `${sentence} as ${printNewLabel(as)} to ${printNewLabel(through.as)}${follow}.`;
}

/** Prints a move: `Move paragraph 4.3 to after paragraph 5.1, and renumber it 5.1A.` */
export function printMove({ at, position, to, as, referencesFollow }: Move): string {
  const place = `${position === 'end' ? 'the end of' : position} ${printLocator(to)}`;
  const number = as === undefined ? '' : `, and renumber it ${printNewLabel(as)}`;
  return `${printVerb('move', at)} to ${place}${number}${as && referencesFollow ? '; references follow' : ''}.`;
}

/** Prints an insertion of definitions: `In Annex A, insert the following definitions in the appropriate places—`. */
export function printInsertDefinitions({ at }: InsertDefinitions): string {
  const sentence = 'insert the following definitions in the appropriate places—';
  return at.type === 'document' ? capitalise(sentence) : `In ${printNarrowing(at)}, ${sentence}`;
}

/** Prints an insertion of a column: `In the table in paragraph 5.1.3, after the column “Obligation” insert the column “Evidence”—`. */
export function printInsertColumn({ at, position, title }: InsertColumn): string {
  return `${printVerb(position, at)} insert the column ${printQuotation(title)}—`;
}

/** Prints a split: `Split paragraph 5.1.2 before “The DCC shall”; the second part becomes 5.1.2A.` */
export function printSplit({ at, words, as }: Split): string {
  const becomes = as === undefined ? '' : `; the second part becomes ${printNewLabel(as)}`;
  return `${printVerb('split', at)} before ${printQuotation(words)}${becomes}.`;
}

/** Prints a merger: `Merge paragraph 5.1.2 and paragraph 5.1.3; references follow.` */
export function printMerge({ at, next, referencesFollow }: Merge): string {
  return `Merge ${printLocator(at)} and ${printLocator(next)}${referencesFollow ? '; references follow' : ''}.`;
}

/** Prints a change of level: `Change the level of the heading of section 5.2 to 3.` */
export function printSetLevel({ at, level }: SetLevel): string {
  return `Change the level of ${printLocator({ type: 'heading', of: at })} to ${level}.`;
}

/** Prints the number a provision is to have: `5.5.1(d)`. */
export function printNewLabel(labels: readonly string[]): string {
  return printLocator({ type: 'label', labels });
}

// The labels that follow a plural noun, and what they stand in.
function splitLabels({ labels, of }: LabelLocator): readonly [Locator | undefined, LabelLocator] {
  const head = labels.findLastIndex((label) => !isItemLabel(label));
  const own: LabelLocator = { type: 'label', labels: labels.slice(Math.max(0, head)) };
  if (head <= 0) return [of, own];
  return [{ type: 'label', labels: labels.slice(0, head), ...(of && { of }) }, own];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
