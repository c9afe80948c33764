import type { Run, Status } from '../model/redline.ts';

/** A run as it stands in one end of a move. `edited`: its words are new, or were left out, and did not come with the move. */
export type StandingRun = Run & { readonly edited?: true };

/**
 * The runs as they stand in one end of a move: at the old place everything is taken away, at the new one everything is
 * new, but for words that were edited out on the way. Runs of any other block come back as they are.
 */
export function standingRuns(runs: readonly Run[], status: Status): readonly StandingRun[] {
  if (status === 'moved-from')
    return runs.flatMap((run) => (run.type === 'inserted' ? [] : [{ ...run, type: 'deleted' }]));
  if (status === 'moved-to')
    return runs.map((run) => (run.type === 'same' ? { ...run, type: 'inserted' } : { ...run, edited: true }));
  return runs;
}
