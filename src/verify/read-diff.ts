import { applyPatch } from 'diff';

/** The text that a unified diff makes of another, or undefined where it does not fit exactly or is none. An empty diff changes nothing. */
export function applyDiff(before: string, diff: string): string | undefined {
  if (diff === '') return before;
  try {
    const after = applyPatch(before, diff, { fuzzFactor: 0, autoConvertLineEndings: false });
    return after === false ? undefined : after;
  } catch {
    // One that is cut off is told by throwing.
    return undefined;
  }
}
