import type { SubstituteProvision } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';

/** Whether what stands in a target's place is words on one line, which an instruction quotes, and not a block. */
export function isWordsTarget(at: TargetLocator): boolean {
  if (at.type === 'several') return at.locators.every(isWordsTarget);
  return ['heading', 'cell', 'opening', 'closing', 'sentence'].includes(at.type);
}

/** Whether what is given for a heading is its whole line, as a block quote has it: `## 5.2 Access`. */
export function isHeadingLine({ at, content }: SubstituteProvision): boolean {
  return at.type === 'heading' && /^#{1,6} \S(?:.*\S)?$/.test(content);
}

/** Whether what an instruction substitutes is quoted in its sentence, and not given as a block. */
export function isQuotedContent(operation: SubstituteProvision): boolean {
  return isWordsTarget(operation.at) && !isHeadingLine(operation);
}
