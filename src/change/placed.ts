import type { Document } from '../model/document.ts';
import type { Target } from '../provision/target.ts';
import type { PlannedEdit, Work } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';
import type { Step } from './steps.ts';
import type { RowWidth } from './tables-after.ts';

/** An instruction whose target has been found in its document. */
export interface Placed {
  readonly document: Document;
  readonly target: Target;
  readonly instruction: Step;
  readonly widthOf: RowWidth;
}

/** What an instruction comes to: work to be done, or why it cannot be. */
export type Outcome = Work | RefusalText;

/** The refusal of new text that is the old. */
export const noEffect: RefusalText = {
  rule: 'no-effect',
  text: 'the new text is the same as the old',
  advice: 'take the instruction out, or correct the new text',
};

/** Work of one edit. */
export function oneEdit(edit: PlannedEdit): Work {
  return { edits: [edit], omissions: [] };
}

/** The indentation of the line on which a block starts; none where words stand before it. */
export function indentOf(source: string, start: number): string {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(line) ? line : '';
}
