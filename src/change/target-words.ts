import type { TargetLocator } from '../model/locator.ts';

/** Whether what stands in a target's place is words on one line, which an instruction quotes, and not a block. */
export function isWordsTarget(at: TargetLocator): boolean {
  if (at.type === 'several') return at.locators.every(isWordsTarget);
  return ['heading', 'cell', 'opening', 'closing', 'sentence'].includes(at.type);
}
