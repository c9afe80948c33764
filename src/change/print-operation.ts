import type { Operation } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';
import { printNarrowingTarget } from '../provision/print-target.ts';
import { printQuotation } from '../provision/quotation.ts';
import { placeOf, printEnd, printEnded, printIn, printOccurrence, printVerb } from './print-parts.ts';
import { printStructural } from './print-structural.ts';
import { isQuotedContent } from './target-words.ts';

/**
 * Prints what an instruction says, without its number, its block, its parts and its reason: `In paragraph 5.5.2, omit “X”.`
 * With `around`, as a part of what is said of that place: `omit “X”`, in small letters and without a full stop.
 */
export function printOperation(operation: Operation, around?: TargetLocator): string {
  const sentence = printSentence(operation, around);
  if (around) return sentence;
  const ends = printEnded(sentence, '.');
  return ends.charAt(0).toUpperCase() + ends.slice(1);
}

function printSentence(operation: Operation, around: TargetLocator | undefined): string {
  const named = placeOf(operation.at, around);
  switch (operation.type) {
    case 'substitute-words': {
      const words = `for ${printQuotation(operation.words)}${printOccurrence(operation.occurrence, ', ')}`;
      return `${printIn(named)}${words} substitute ${printQuotation(operation.replacement)}`;
    }
    case 'omit-words':
      return `${printIn(named)}omit ${printQuotation(operation.words)}${printOccurrence(operation.occurrence, ' ')}`;
    case 'insert-words': {
      const { position, anchor, words, occurrence } = operation;
      if (position === 'end' || position === 'beginning')
        return `${printEnd(position, named)} insert ${printQuotation(words)}`;
      const place = `${position} ${printQuotation(anchor ?? '')}${printOccurrence(occurrence, ', ')}`;
      return `${printIn(named)}${place} insert ${printQuotation(words)}`;
    }
    case 'substitute-stretch':
      return `${printIn(named)}for ${printStretch(operation)} substitute ${printQuotation(operation.replacement)}`;
    case 'omit-stretch':
      return `${printIn(named)}omit ${printStretch(operation)}`;
    case 'insert-provision':
      if (operation.position === 'end') return `${printEnd('end', named)} insert—`;
      return `${printVerb(operation.position, named)} insert—`;
    case 'omit-provision': {
      const leaving = operation.leaving === undefined ? '' : ` and leave ${printQuotation(operation.leaving)}`;
      return `${printVerb('omit', named)}${leaving}`;
    }
    case 'substitute-provision': {
      const content = isQuotedContent(operation) ? ` ${printQuotation(operation.content)}` : '—';
      return `${printVerb('for', named)} substitute${content}`;
    }
    case 'together':
      return named.at ? `in ${printNarrowingTarget(named.at, named.root)}—` : '—';
    default:
      return printStructural(operation, around);
  }
}

function printStretch({ from, to }: { readonly from?: string; readonly to?: string }): string {
  const begins = from === undefined ? 'the beginning' : printQuotation(from);
  return `the words from ${begins} to ${to === undefined ? 'the end' : printQuotation(to)}`;
}
