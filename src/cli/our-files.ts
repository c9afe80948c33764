import path from 'node:path';
import { readManifest } from '../verify/read-manifest.ts';

/** What a system leaves in a folder that somebody opened. */
const leftBehind: readonly string[] = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * What in a folder was not made by this tool, in words, from the paths of its files and the text of its manifest; undefined where all of it was.
 * Ours is the manifest, what it lists, and the PDFs, which it does not list.
 */
export function notOurs(files: readonly string[], manifest: string): string | undefined {
  const listed = readManifest(manifest);
  if (!listed) return 'a manifest.json of something else';
  const change = changeName(manifest);
  const foreign = files.filter(
    (file) =>
      file !== 'manifest.json' &&
      !listed.has(file) &&
      !isPdf(path.posix.basename(file), change) &&
      !leftBehind.includes(path.posix.basename(file)),
  );
  return foreign.length === 0 ? undefined : otherFiles(foreign);
}

/** Files that are not ours, in words: the first three by name. */
export function otherFiles(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `other files (${names.slice(0, 3).join(', ')}${more})`;
}

function isPdf(name: string, change: string | undefined): boolean {
  return name.endsWith('.redline.pdf') || (change !== undefined && name === `${change}.pdf`);
}

function changeName(manifest: string): string | undefined {
  const { change } = JSON.parse(manifest) as { readonly change?: { readonly name?: unknown } };
  return typeof change?.name === 'string' ? change.name : undefined;
}
