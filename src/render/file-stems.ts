import type { PackDocument } from '../model/pack.ts';

// `index.html` and `manifest.json` are names of the pack itself.
const reserved = ['index', 'manifest'];

/**
 * The names, without an ending, that the files of these documents bear, in the order of the documents: the key, with
 * every character that is awkward in a file name or address made a hyphen. Different documents never share a name,
 * not even on a file system that ignores case.
 */
export function fileStems(documents: readonly Pick<PackDocument, 'key'>[]): readonly string[] {
  const taken = new Set(reserved);
  return documents.map(({ key }) => {
    const wished = plainName(key);
    let name = wished;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wished}-${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function plainName(key: string): string {
  const name = key
    .replace(/\.md$/i, '')
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^[.-]+/, '');
  return name === '' ? 'document' : name;
}

/** The folder in which the outputs of one option stand, beside the pages that show all of them. */
export function optionFolder(letter: string): string {
  return `option-${letter}`;
}
