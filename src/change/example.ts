import type { Operation } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';
import { printOperation } from './print-operation.ts';

type Exampled = Operation | { readonly type: 'unexpanded' } | (Omit<Operation, 'at'> & { readonly at: TargetLocator });

/** An instruction in the right form, in the drafter's own words, for a refusal; nothing where it would be too long to read. */
export function example(operation: Exampled): string | undefined {
  if (!('at' in operation)) return undefined;
  const printed = printOperation({ ...operation, at: plainly(operation.at) } as Operation);
  return printed.length <= 300 ? printed : undefined;
}

// “paragraph 5.1.2” says enough where it is in section 5.1.
function plainly(at: TargetLocator): TargetLocator {
  if (at.type !== 'label') return at;
  const first = at.labels.findLastIndex((label, index) => label.startsWith(`${at.labels[index - 1] ?? ' '}.`));
  return first > 0 ? { ...at, labels: at.labels.slice(first) } : at;
}
