import { printChange } from '../change/print-change.ts';
import { readChange } from '../change/read-change.ts';
import type { Change, Instruction } from '../model/change.ts';
import { sameTree } from '../source/format.ts';
import type { Proposal } from './proposal.ts';

/** The instructions as a reader of the printed change would have them, or the numbers of those that would be read otherwise. */
export function readBack(
  proposals: readonly Proposal[],
  document: string,
): Change | { readonly misread: readonly number[] } {
  const printed = printChange({
    ...{ name: 'derived', title: 'Derived', stage: 'derived', baseline: {}, prose: '', expectations: [] },
    instructions: proposals.map((proposal, index) => instructionOf(proposal, index + 1, document)),
  });
  const read = readChange(printed, 'change.md');
  if (!read.ok) return { misread: read.messages.map(({ place }) => instructionAt(printed, place.line)) };
  const { instructions } = read.change;
  const misread = proposals.flatMap(({ operation }, index) =>
    sameTree(operation, instructions[index]?.operation) ? [] : [index + 1],
  );
  return misread.length > 0 ? { misread } : read.change;
}

/** A proposal as a numbered instruction of a document. */
export function instructionOf({ operation }: Proposal, number: number, document: string, reason?: string): Instruction {
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
