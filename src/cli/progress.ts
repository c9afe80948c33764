import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io.ts';

/** Tells how far long work has come. */
export interface Progress {
  readonly step: (what: string) => void;
  /** Says what is being done, without a step. */
  readonly tell: (what: string) => void;
  readonly end: () => void;
}

/** Shows progress on a terminal, and nothing in a pipe. */
export function startProgress(io: Io, total: number): Progress {
  if (!io.isTerminal || io.environment.CI) return { step: () => {}, tell: () => {}, end: () => {} };
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} {what}', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0, { what: '' });
  return {
    step: (what) => {
      bar.increment(1, { what });
      bar.render();
    },
    tell: (what) => {
      bar.update({ what });
      bar.render();
    },
    end: () => bar.stop(),
  };
}
