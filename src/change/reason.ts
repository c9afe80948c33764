import type { Instruction, InstructionPart, Operation } from '../model/change.ts';
import { partLabel } from './part-label.ts';

/** The reason of an instruction with those of its parts, each after its letter; undefined where there is none. */
export function reasonOf({ reason, operation }: Pick<Instruction, 'reason' | 'operation'>): string | undefined {
  const reasons = [...(reason === undefined ? [] : [reason]), ...partReasons(operation, '', 0)];
  return reasons.length === 0 ? undefined : reasons.join(' ');
}

function partReasons(operation: Operation, before: string, depth: number): readonly string[] {
  if (operation.type !== 'together') return [];
  return operation.parts.flatMap((part: InstructionPart, index) => {
    const label = `${before}${partLabel(depth, index)}`;
    const own = part.reason === undefined ? [] : [`${label} ${part.reason}`];
    return [...own, ...partReasons(part.operation, label, depth + 1)];
  });
}
