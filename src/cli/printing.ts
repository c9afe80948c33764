import type { Writable } from 'node:stream';

/**
 * Heeds what goes wrong while printing. A reader that has seen enough, as `head` has, closes the pipe: that is no problem of ours. Anything
 * else, such as a full disk, is told on standard error, and `failed` is called.
 */
export function heedPrinting(out: Writable, error: Writable, failed: () => void): void {
  for (const stream of [out, error])
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE') return;
      failed();
      if (stream === out) error.write(`sec-redline: what was printed is not complete (${code}).\n`);
    });
}
