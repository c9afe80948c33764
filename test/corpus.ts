import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));

/** Real amendments of real policy documents, before and after. */
export interface CorpusPair {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Whether the corpus is beside this project; it is not part of it. */
export const hasCorpus = existsSync(path.join(folder, 'manifest.json'));

/** Every pair of the corpus, in the order of their names; none where it is not there. */
export function corpusPairs(): readonly CorpusPair[] {
  if (!hasCorpus) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const read = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
      return { name, before: read('before.md'), after: read('after.md') };
    });
}
