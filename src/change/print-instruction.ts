import type { Instruction, Operation } from '../model/change.ts';
import type { Locator } from '../model/locator.ts';
import { printLocator } from '../provision/print-locator.ts';
import { joinLines, printQuotation } from '../provision/quotation.ts';
import { printIn, printOccurrence, printVerb } from './print-parts.ts';
import { printStructural } from './print-structural.ts';

/**
 * Prints an instruction in its one canonical form, as Markdown: the number, the sentence, the block quote where it has one,
 * and the reason, ending with a line feed. Read again it is the same instruction, apart from ranges, where it is one that
 * can be read: quotations are not blank and on one line (a line break becomes a space), content begins and ends with a line
 * that is not blank and has LF line ends, the target is one that its operation can name, and the locator is canonical (see
 * `printLocator`).
 */
export function printInstruction(instruction: Pick<Instruction, 'number' | 'operation' | 'reason'>): string {
  const { number, operation, reason } = instruction;
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  const content = blockOf(operation);
  const parts = [
    `${mark}${printOperation(operation)}`,
    ...(content === undefined ? [] : [printBlock(content, indent)]),
    ...(reason === undefined ? [] : [`${indent}Reason: ${joinLines(reason).trim()}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Prints what an instruction says, without its number, its block and its reason: `In paragraph 5.5.2, omit “X”.` */
export function printOperation(operation: Operation): string {
  switch (operation.type) {
    case 'substitute-words': {
      const words = `for ${printQuotation(operation.words)}${printOccurrence(operation.occurrence, ', ')}`;
      return `${printIn(operation.at)}, ${words} substitute ${printQuotation(operation.replacement)}.`;
    }
    case 'omit-words': {
      const words = `omit ${printQuotation(operation.words)}${printOccurrence(operation.occurrence, ' ')}`;
      return `${printIn(operation.at)}, ${words}.`;
    }
    case 'insert-words': {
      const { at, position, anchor, words, occurrence } = operation;
      if (position === 'end' || position === 'beginning')
        return `At the ${position} of ${printLocator(at)} insert ${printQuotation(words)}.`;
      const place = `${position} ${printQuotation(anchor ?? '')}${printOccurrence(occurrence, ', ')}`;
      return `${printIn(at)}, ${place} insert ${printQuotation(words)}.`;
    }
    case 'insert-provision':
      if (operation.position === 'end') return `At the end of ${printLocator(operation.at)} insert—`;
      return `${printVerb(operation.position, operation.at)} insert—`;
    case 'omit-provision': {
      const leaving = operation.leaving === undefined ? '' : ` and leave ${printQuotation(operation.leaving)}`;
      return `${printVerb('omit', operation.at)}${leaving}.`;
    }
    case 'substitute-provision': {
      const content = isWords(operation.at) ? ` ${printQuotation(operation.content)}.` : '—';
      return `${printVerb('for', operation.at)} substitute${content}`;
    }
    default:
      return printStructural(operation);
  }
}

/** Whether what stands in a locator's place is words on one line, which an instruction quotes, and not a block. */
export function isWords(at: Locator): boolean {
  return at.type === 'heading' || at.type === 'cell' || at.type === 'opening' || at.type === 'closing';
}

function blockOf(operation: Operation): string | undefined {
  if (!('content' in operation)) return undefined;
  return operation.type === 'substitute-provision' && isWords(operation.at) ? undefined : operation.content;
}

function printBlock(content: string, indent: string): string {
  const lines = content.split(/\r\n|\n|\r/);
  return lines.map((line) => `${indent}>${line === '' ? '' : ` ${line}`}`).join('\n');
}
