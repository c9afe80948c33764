import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The fewest words that any redline of two texts must mark, by git's exact comparison of one word a line. */
export function fewestWords(before, after) {
  const folder = mkdtempSync(path.join(tmpdir(), 'words-'));
  try {
    const file = (name, text) => {
      writeFileSync(path.join(folder, name), text.split(/\s+/).filter(Boolean).join('\n'));
      return path.join(folder, name);
    };
    const args = ['diff', '--no-index', '--minimal', '--numstat', file('before', before), file('after', after)];
    const counts = numbers(args);
    return counts[0] + counts[1];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// git says by its exit code that the files differ, which is no failure.
function numbers(args) {
  try {
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return [0, 0];
  } catch (cause) {
    const [inserted, deleted] = cause.stdout.split('\t');
    return [Number(inserted), Number(deleted)];
  }
}
