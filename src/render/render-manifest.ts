import { createHash } from 'node:crypto';
import type { Change } from '../model/change.ts';
import type { ExpectationResult, OptionsPack, Pack, PackDocument, RenderedFile } from '../model/pack.ts';
import { optionFolder } from './file-stems.ts';

/**
 * `manifest.json`: which change, what was expected of it, which texts, and every file given, with its hash and size, so that a publisher can
 * tell what is new and an approver can name one exact text. Files are sorted by path, by code unit.
 */
export function renderManifest(pack: Pack, files: readonly RenderedFile[]): RenderedFile {
  const manifest = {
    schema: 'sec-redline/manifest@1',
    tool: { name: pack.tool.name, version: pack.tool.version },
    change: pack.change && changeEntry(pack.change),
    expectations: pack.expectations?.map(expectationEntry),
    documents: pack.documents.map(documentEntry),
    files: files.map(fileEntry).sort(byPath),
  };
  return { path: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** The manifest of a change with its options side by side: every file, those in the folder of each option included. */
export function renderOptionsManifest(pack: OptionsPack, files: readonly RenderedFile[]): RenderedFile {
  const manifest = {
    schema: 'sec-redline/manifest@1',
    tool: { name: pack.tool.name, version: pack.tool.version },
    change: changeEntry(pack.change),
    options: pack.options.map(({ letter, pack: { documents } }) => ({
      letter,
      folder: optionFolder(letter),
      documents: documents.map(documentEntry),
    })),
    files: files.map(fileEntry).sort(byPath),
  };
  return { path: 'manifest.json', content: `${JSON.stringify(manifest, null, 2)}\n` };
}

function byPath(left: { readonly path: string }, right: { readonly path: string }): number {
  return left.path < right.path ? -1 : left.path > right.path ? 1 : 0;
}

function changeEntry({ name, option, title, stage, source }: Change): unknown {
  return { name, option, title, stage, sha256: sha256(source) };
}

function expectationEntry({ sentence, holds, documents, provisions, finding }: ExpectationResult): unknown {
  return { sentence, holds, documents, provisions, finding };
}

function documentEntry({ key, title, frontMatter, redline }: PackDocument): unknown {
  return {
    key,
    title,
    version: frontMatter.version,
    before: { path: redline.before.path, sha256: redline.before.sha256 },
    after: { path: redline.after.path, sha256: redline.after.sha256 },
  };
}

function fileEntry({ path, content }: RenderedFile): {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
} {
  return { path, sha256: sha256(content), bytes: Buffer.byteLength(content) };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
