import type { Choice, Instruction, Occurrence, Operation } from '../model/change.ts';
import type { Locator } from '../model/locator.ts';
import { printOrdinal } from '../provision/ordinal.ts';
import { printLocator, printNarrowing, splitLocator } from '../provision/print-locator.ts';
import { joinLines, printQuotation } from '../provision/quotation.ts';

/**
 * Prints an instruction in its one canonical form, as Markdown: the number, the sentence, the block quote where it has one,
 * and the reason, ending with a line feed. Read again it is the same instruction, apart from ranges, where it is one that
 * can be read: quotations are not blank and on one line (a line break becomes a space), content begins and ends with a line
 * that is not blank and has LF line ends, the target is one that its operation can name, and the locator is canonical (see
 * `printLocator`).
 */
export function printInstruction(instruction: Pick<Instruction, 'number' | 'operation' | 'reason'>): string {
  const { number, operation, reason } = instruction;
  const parts = [printOperation(operation), blockOf(operation), printReason('Reason', reason)];
  return printItem(number, parts);
}

/** Prints a numbered item with these paragraphs, those that are there, indented as its first words are. */
function printItem(number: number, parts: readonly (string | undefined)[]): string {
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  const [first = '', ...others] = parts.filter((part) => part !== undefined);
  return `${[mark + first, ...others.map((part) => indent + part.replaceAll('\n', `\n${indent}`))].join('\n\n')}\n`;
}

/** Prints a choice in its one canonical form, as `printInstruction` does an instruction: each option, its reason, the reason of all. */
export function printChoice({ number, options, reason }: Pick<Choice, 'number' | 'options' | 'reason'>): string {
  const parts = options.flatMap((option) => [
    `Option ${option.letter}: ${option.instruction ? printOperation(option.instruction.operation) : 'No change.'}`,
    option.instruction && blockOf(option.instruction.operation),
    printReason(`Reason for Option ${option.letter}`, option.reason),
  ]);
  return printItem(number, [...parts, printReason('Reason', reason)]);
}

function printReason(name: string, reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : `${name}: ${joinLines(reason).trim()}`;
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
  }
}

/** Whether what stands in a locator's place is words on one line, which an instruction quotes, and not a block. */
export function isWords(at: Locator): boolean {
  return at.type === 'heading' || at.type === 'cell' || at.type === 'opening' || at.type === 'closing';
}

function blockOf(operation: Operation): string | undefined {
  if (operation.type === 'insert-provision') return printBlock(operation.content);
  return operation.type === 'substitute-provision' && !isWords(operation.at)
    ? printBlock(operation.content)
    : undefined;
}

function printBlock(content: string): string {
  const lines = content.split(/\r\n|\n|\r/);
  return lines.map((line) => `>${line === '' ? '' : ` ${line}`}`).join('\n');
}

function printIn(at: Locator): string {
  return `In ${printNarrowing(at)}`;
}

function printVerb(verb: string, at: Locator): string {
  const { outer, own } = splitLocator(at);
  if (outer !== undefined) return `In ${printNarrowing(outer)}, ${verb} ${own}`;
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${own}`;
}

function printOccurrence(occurrence: Occurrence, around: ', ' | ' '): string {
  if (occurrence.type === 'only') return '';
  const place = occurrence.type === 'each' ? 'each place' : `the ${printOrdinal(occurrence.nth)} place`;
  return `${around}in ${place} where it occurs${around.trim()}`;
}
