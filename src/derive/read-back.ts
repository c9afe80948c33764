import { printChange } from '../change/print-change.ts';
import { readChange } from '../change/read-change.ts';
import type { Change, Instruction, Operation } from '../model/change.ts';
import { sameTree } from '../source/format.ts';

/** What an instruction asks, and of which document. */
export interface Asked {
  readonly operation: Operation;
  readonly document: string;
}

/** The instructions as a reader of the printed change would have them, or the numbers of those that would be read otherwise. */
export function readBack(asked: readonly Asked[]): Change | { readonly misread: readonly number[] } {
  const printed = printChange({
    ...{ name: 'derived', title: 'Derived', stage: 'derived', baseline: {}, prose: '', expectations: [] },
    instructions: asked.map((one, index) => instructionOf(one, index + 1)),
  });
  const read = readChange(printed, 'change.md');
  if (!read.ok) return { misread: read.messages.map(({ place }) => instructionAt(printed, place.line)) };
  const { instructions } = read.change;
  const misread = asked.flatMap(({ operation }, index) =>
    sameTree(operation, instructions[index]?.operation) ? [] : [index + 1],
  );
  return misread.length > 0 ? { misread } : read.change;
}

/** What is asked, as a numbered instruction. */
export function instructionOf({ operation, document }: Asked, number: number, reason?: string): Instruction {
  const range = { start: 0, end: 0 };
  const instruction: Instruction = {
    type: 'instruction',
    number,
    documents: [document],
    operation,
    targetRange: range,
    ...range,
  };
  return reason === undefined ? instruction : { ...instruction, reason };
}

function instructionAt(printed: string, line: number): number {
  const lines = printed.split('\n').slice(0, line);
  return Number(/^\d+/.exec(lines.findLast((each) => /^\d+\. /.test(each)) ?? '1')?.[0]);
}
