import { applyPatch } from 'diff';

/** The text that a unified diff makes of another, or undefined where it does not fit exactly. An empty diff changes nothing. */
export function applyDiff(before: string, diff: string): string | undefined {
  if (diff === '') return before;
  const after = applyPatch(before, diff, { fuzzFactor: 0, autoConvertLineEndings: false });
  return after === false ? undefined : after;
}
