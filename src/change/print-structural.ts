import type { LabelLocator, Locator } from '../model/locator.ts';
import type {
  InsertColumn,
  InsertDefinitions,
  InsertFootnote,
  Merge,
  Move,
  Renumber,
  SetLevel,
  Split,
  StructuralOperation,
} from '../model/structural-operation.ts';
import { isItemLabel } from '../provision/label-path.ts';
import { printLocator, printNarrowing } from '../provision/print-locator.ts';
import { printQuotation } from '../provision/quotation.ts';
import { capitalise, printIn, printOccurrence, printVerb } from './print-parts.ts';

/** Prints what an instruction does to the structure of a document, as `printOperation` does. */
export function printStructural(operation: StructuralOperation): string {
  switch (operation.type) {
    case 'renumber':
      return printRenumber(operation);
    case 'move':
      return printMove(operation);
    case 'insert-definitions':
      return printInsertDefinitions(operation);
    case 'insert-column':
      return printInsertColumn(operation);
    case 'split':
      return printSplit(operation);
    case 'merge':
      return printMerge(operation);
    case 'set-level':
      return printSetLevel(operation);
    case 'insert-footnote':
      return printInsertFootnote(operation);
  }
}

// Prints a renumbering: `Renumber paragraphs 5.6 to 5.9 as 5.5 to 5.8; references follow.`
function printRenumber({ at, as, through, referencesFollow }: Renumber): string {
  const follow = referencesFollow ? '; references follow' : '';
  if (!through || at.type !== 'label') return `${printVerb('renumber', at)} as ${printNewLabel(as)}${follow}.`;
  const [outer, first] = splitLabels(at);
  const [, last] = splitLabels(through.at);
  const series = `renumber ${at.noun ?? 'paragraph'}s ${printLocator(first)} to ${printLocator(last)}`;
  const sentence = outer ? `In ${printNarrowing(outer)}, ${series}` : capitalise(series);
  return `${sentence} as ${printNewLabel(as)} to ${printNewLabel(through.as)}${follow}.`;
}

// Prints a move: `Move paragraph 4.3 to after paragraph 5.1, and renumber it 5.1A.`
function printMove({ at, position, to, as, referencesFollow }: Move): string {
  const place = `${position === 'end' ? 'the end of' : position} ${printLocator(to)}`;
  const number = as === undefined ? '' : `, and renumber it ${printNewLabel(as)}`;
  return `${printVerb('move', at)} to ${place}${number}${as && referencesFollow ? '; references follow' : ''}.`;
}

// Prints an insertion of definitions: `In Annex A, insert the following definitions in the appropriate places—`.
function printInsertDefinitions({ at }: InsertDefinitions): string {
  const sentence = 'insert the following definitions in the appropriate places—';
  return at.type === 'document' ? capitalise(sentence) : `In ${printNarrowing(at)}, ${sentence}`;
}

// Prints an insertion of a column: `In the table in paragraph 5.1.3, after the column “Obligation” insert the column “Evidence”—`.
function printInsertColumn({ at, position, title }: InsertColumn): string {
  return `${printVerb(position, at)} insert the column ${printQuotation(title)}—`;
}

// Prints a split: `Split paragraph 5.1.2 before “The DCC shall”; the second part becomes 5.1.2A.`
function printSplit({ at, words, as }: Split): string {
  const becomes = as === undefined ? '' : `; the second part becomes ${printNewLabel(as)}`;
  return `${printVerb('split', at)} before ${printQuotation(words)}${becomes}.`;
}

// Prints a merger: `Merge paragraph 5.1.2 and paragraph 5.1.3; references follow.`
function printMerge({ at, next, referencesFollow }: Merge): string {
  return `Merge ${printLocator(at)} and ${printLocator(next)}${referencesFollow ? '; references follow' : ''}.`;
}

// Prints a change of level: `Change the level of the heading of section 5.2 to 3.`
function printSetLevel({ at, level }: SetLevel): string {
  return `Change the level of ${printLocator({ type: 'heading', of: at })} to ${level}.`;
}

// Prints an insertion of a footnote: `In paragraph 5.6.1, after “the DCC” insert the footnote—`.
function printInsertFootnote({ at, anchor, occurrence }: InsertFootnote): string {
  return `${printIn(at)}, after ${printQuotation(anchor)}${printOccurrence(occurrence, ', ')} insert the footnote—`;
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
