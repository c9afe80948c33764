import type { Run, Status } from '../model/redline.ts';

/**
 * The runs as they stand in one end of a move: at the old place everything is taken away, at the new one everything is
 * new, and what belongs to the other end only is left out. Runs of any other block come back as they are.
 */
export function standingRuns(runs: readonly Run[], status: Status): readonly Run[] {
  if (status === 'moved-from')
    return runs.flatMap((run) => (run.type === 'inserted' ? [] : [{ ...run, type: 'deleted' }]));
  if (status === 'moved-to')
    return runs.flatMap((run) => (run.type === 'deleted' ? [] : [{ ...run, type: 'inserted' }]));
  return runs;
}
