import type { Choice, Instruction, InstructionPart, Operation, Together } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';
import { joinLines } from '../provision/quotation.ts';
import { printDocumentReferences } from './document-reference.ts';
import { partLabel } from './part-label.ts';
import { printOperation } from './print-operation.ts';
import { printEnded } from './print-parts.ts';
import { isQuotedContent } from './target-words.ts';

type Printable = Pick<Instruction, 'number' | 'operation' | 'reason'> &
  Partial<Pick<Instruction, 'documents' | 'namesDocuments'>>;

/**
 * Prints an instruction in its one canonical form, as Markdown: the number, the sentence, the block quote or the list of
 * lettered parts where it has one, and the reason, ending with a line feed. Read again it is the same instruction, apart from
 * ranges, where it is one that can be read: quotations are not blank and on one line (a line break becomes a space), content
 * begins and ends with a line that is not blank and has LF line ends, the target is one that its operation can name, the
 * targets of parts are in the target of the whole, and locators are canonical (see `printTarget`).
 */
export function printInstruction(instruction: Printable): string {
  const { number, reason, operation } = instruction;
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  const below = [...printBelow(operation, indent, 0), ...printReason(reason, indent)];
  return `${[`${mark}${printSaid(instruction)}`, ...below].join('\n\n')}\n`;
}

/** Prints a choice in its one canonical form, as `printInstruction` does an instruction: each option, its reason, the reason of all. */
export function printChoice({ number, options, reason }: Pick<Choice, 'number' | 'options' | 'reason'>): string {
  const mark = `${number}. `;
  const indent = ' '.repeat(mark.length);
  const parts = options.flatMap(({ letter, instruction, reason: own }, index) => [
    `${index === 0 ? mark : indent}Option ${letter}: ${instruction ? printSaid(instruction) : 'No change.'}`,
    ...(instruction ? printBelow(instruction.operation, indent, 0) : []),
    ...printReason(own, indent, `Reason for Option ${letter}`),
  ]);
  return `${[...parts, ...printReason(reason, indent)].join('\n\n')}\n`;
}

/** Prints what an instruction says with its block or its parts, for a reader of the outputs: without number and reason. */
export function printWords(instruction: Printable): string {
  return [printSaid(instruction), ...printBelow(instruction.operation, '', 0)].join('\n\n');
}

function printSaid({ operation, documents = [], namesDocuments }: Printable): string {
  if (!namesDocuments) return printOperation(operation);
  const said = printOperation(operation, { type: 'document' });
  const named = `In ${printDocumentReferences(documents)}`;
  return said === '—' ? `${named}—` : `${named}, ${printEnded(said, '.')}`;
}

function printBelow(operation: Operation, indent: string, depth: number): readonly string[] {
  if (operation.type === 'together') return [printParts(operation, indent, depth)];
  const content = blockOf(operation);
  return content === undefined ? [] : [printBlock(content, indent)];
}

function printParts({ at, parts }: Together, indent: string, depth: number): string {
  return parts
    .map((part, index) => {
      const ending = index === parts.length - 1 ? '.' : index === parts.length - 2 ? '; and' : ';';
      return printPart(part, at, indent, { depth, index, ending });
    })
    .join('\n\n');
}

interface PartPlace {
  readonly depth: number;
  readonly index: number;
  readonly ending: string;
}

function printPart(
  { operation, reason }: InstructionPart,
  at: TargetLocator,
  indent: string,
  place: PartPlace,
): string {
  const { depth, index, ending } = place;
  const said = printOperation(operation, at);
  const inner = `${indent}  `;
  const first = `${indent}- ${partLabel(depth, index)} ${printEnded(said, ending)}`;
  return [first, ...printBelow(operation, inner, depth + 1), ...printReason(reason, inner)].join('\n\n');
}

function printReason(reason: string | undefined, indent: string, name = 'Reason'): readonly string[] {
  return reason === undefined ? [] : [`${indent}${name}: ${joinLines(reason).trim()}`];
}

function blockOf(operation: Operation): string | undefined {
  if (!('content' in operation)) return undefined;
  return operation.type === 'substitute-provision' && isQuotedContent(operation) ? undefined : operation.content;
}

function printBlock(content: string, indent: string): string {
  const lines = content.split(/\r\n|\n|\r/);
  return lines.map((line) => `${indent}>${line === '' ? '' : ` ${line}`}`).join('\n');
}
