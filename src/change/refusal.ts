import type { Change, Instruction } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { named } from '../provision/target.ts';
import { placeOf } from '../source/place.ts';

/** What a refusal says, apart from where: see `refuse`. */
export interface RefusalText {
  readonly rule: string;
  readonly text: string;
  readonly advice?: string | undefined;
  /** Where in the change file; the instruction's target where absent. */
  readonly at?: Range | undefined;
  /** Where in the document, and what stands there. */
  readonly other?: { readonly document: Document; readonly range: Range } | undefined;
}

/** What is refused: an instruction, or one of its parts. */
export type Refused = Pick<Instruction, 'number' | 'option' | 'targetRange'> & { readonly part?: string };

/**
 * Makes the refusal of one instruction, with its place in the change file and, where there is one, in the document. `document`
 * is named where the instruction amends others besides.
 */
export function refuse(change: Change, instruction: Refused, said: RefusalText, document?: Document): Refusal {
  const { rule, text, advice, other } = said;
  return {
    severity: 'error',
    rule,
    text: `${instructionName(instruction)} cannot be carried out${document ? ` in ${named(document)}` : ''}: ${text}.`,
    instruction: instruction.number,
    ...(instruction.option !== undefined && { option: instruction.option }),
    place: placeOf(change.source, change.path, said.at ?? instruction.targetRange),
    ...(advice === undefined ? {} : { advice: sentence(advice) }),
    ...(other
      ? { other: { ...placeOf(other.document.source, other.document.path, other.range), text: excerpt(other) } }
      : {}),
  };
}

/** What an instruction is called in a message: `Instruction 4`, `Instruction 4(a)`, `Instruction 4, Option B,`. */
function instructionName({ number, part = '', option }: Refused): string {
  return `Instruction ${number}${part}${option === undefined ? '' : `, Option ${option},`}`;
}

/** The words at a place, short enough to read in a message. */
export function excerpt({ document, range }: { readonly document: Document; readonly range: Range }): string {
  const words = document.source
    .slice(range.start, Math.min(range.end, range.start + 400))
    .replace(/\s+/g, ' ')
    .trim();
  return words.length <= 120 ? words : `${words.slice(0, 117)}…`;
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?—]$/.test(first) ? first : `${first}.`;
}
