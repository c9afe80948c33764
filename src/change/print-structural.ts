import type { TargetLocator } from '../model/locator.ts';
import type {
  InsertFootnote,
  Merge,
  Move,
  Renumber,
  SetLevel,
  StructuralOperation,
} from '../model/structural-operation.ts';
import { printLocator } from '../provision/print-locator.ts';
import { printTarget } from '../provision/print-target.ts';
import { printQuotation } from '../provision/quotation.ts';
import { placeOf, printIn, printOccurrence, printVerb } from './print-parts.ts';

type Around = TargetLocator | undefined;

/** Prints what an instruction does to the structure of a document, as a sentence without its full stop: see `printOperation`. */
export function printStructural(operation: StructuralOperation, around: Around): string {
  const named = placeOf(operation.at, around);
  switch (operation.type) {
    case 'renumber':
      return printRenumber(operation, around);
    case 'move':
      return printMove(operation, around);
    case 'insert-definitions': {
      const place = operation.at.type === 'document' ? '' : printIn(named);
      return `${place}insert the following definitions in the appropriate places—`;
    }
    case 'insert-column':
      return `${printVerb(operation.position, named)} insert the column ${printQuotation(operation.title)}—`;
    case 'substitute-column':
      return `${printVerb('for', named)} substitute—`;
    case 'split': {
      const becomes = operation.as === undefined ? '' : `; the second part becomes ${printNewLabel(operation.as)}`;
      return `${printVerb('split', named)} before ${printQuotation(operation.words)}${becomes}`;
    }
    case 'merge':
      return printMerge(operation, around);
    case 'set-level':
      return printSetLevel(operation, around);
    case 'insert-footnote':
      return printInsertFootnote(operation, around);
  }
}

function printRenumber({ at, as, through, referencesFollow, except }: Renumber, around: Around): string {
  const target: TargetLocator = through && at.type === 'label' ? { type: 'range', from: at, to: through.at } : at;
  const last = through ? ` to ${printNewLabel(through.as)}` : '';
  const stay = except === undefined ? '' : `, except in ${printTarget(except)}`;
  const follows = `${printFollows(referencesFollow)}${stay}`;
  return `${printVerb('renumber', placeOf(target, around))} as ${printNewLabel(as)}${last}${follows}`;
}

// The place it is moved to is named whole, wherever the instruction stands.
function printMove({ at, position, to, as, referencesFollow }: Move, around: Around): string {
  const side = position === 'beginning' || position === 'end' ? `the ${position} of` : position;
  const place = `${side} ${printLocator(to)}`;
  const number = as === undefined ? '' : `, and renumber it ${printNewLabel(as)}`;
  return `${printVerb('move', placeOf(at, around))} to ${place}${number}${printFollows(referencesFollow)}`;
}

function printMerge({ at, next, referencesFollow }: Merge, around: Around): string {
  const both = placeOf({ type: 'several', locators: [at, next] }, around);
  return `${printVerb('merge', both)}${printFollows(referencesFollow)}`;
}

function printSetLevel({ at, level }: SetLevel, around: Around): string {
  const heading = placeOf({ type: 'heading', of: at }, around);
  return `change the level of ${printTarget(heading.at ?? { type: 'heading', of: at }, heading.root)} to ${level}`;
}

function printInsertFootnote({ at, anchor, occurrence }: InsertFootnote, around: Around): string {
  const place = `after ${printQuotation(anchor)}${printOccurrence(occurrence, ', ')}`;
  return `${printIn(placeOf(at, around))}${place} insert the footnote—`;
}

function printFollows(referencesFollow: boolean): string {
  return referencesFollow ? '; references follow' : '';
}

/** Prints the number a provision is to have: `5.5.1(d)`. */
export function printNewLabel(labels: readonly string[]): string {
  return printLocator({ type: 'label', labels });
}
