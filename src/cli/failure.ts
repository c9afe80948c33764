import { writingProblem } from './file-problems.ts';
import { visible } from './visible.ts';

/** What nobody foresaw, or the system refused, in one line that may be printed. */
export function toldFailure(cause: unknown): string {
  return visible(writingProblem(cause) ?? (cause instanceof Error ? cause.message : String(cause)));
}
