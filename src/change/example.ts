import type { Operation } from '../model/change.ts';
import { printOperation } from './print-operation.ts';
import type { Step } from './steps.ts';

/** An instruction in the right form, in the drafter's own words, for a refusal; nothing where it would be too long to read. */
export function example(operation: Operation | Step['operation']): string | undefined {
  if (operation.type === 'unexpanded') return undefined;
  const printed = printOperation(operation as Operation);
  return printed.length <= 300 ? printed : undefined;
}
