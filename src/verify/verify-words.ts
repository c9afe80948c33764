import type { Side } from './read-html.ts';
import { type RevisionSettler, readWord } from './read-word.ts';
import { firstDifference } from './shown-blocks.ts';
import type { Outputs, Proof, Truth } from './verify-outputs.ts';
import { asWordShows, wordShown } from './word-shows.ts';

/** A folder of outputs, with a slash at its end where it is in another, and the documents that are amended there, by the stem of their files' names. */
interface WordFolder {
  readonly folder: string;
  readonly truths: ReadonlyMap<string, Truth>;
}

/**
 * Reads each Word file back through `settler`, and proves it: a redline, that all its changes accepted give the text after and all
 * rejected the text before; a clean text, that it is the text after and holds no change. The settler is called only where there is a file.
 */
export async function verifyWords(
  outputs: Outputs,
  folders: readonly WordFolder[],
  settler: () => Promise<RevisionSettler>,
): Promise<readonly Proof[]> {
  const proofs: Proof[] = [];
  for (const { folder, truths } of folders) {
    for (const [stem, truth] of truths) {
      for (const [ending, claims] of Object.entries(claimed)) {
        const path = `${folder}${stem}.${ending}.docx`;
        const bytes = outputs.get(path);
        if (!bytes) continue;
        for (const { side, wanted, claim } of claims) {
          const problem = await difference(bytes, side, truth[wanted], await settler());
          proofs.push(problem === undefined ? { path, claim } : { path, claim, problem });
        }
      }
    }
  }
  return proofs;
}

interface Claim {
  readonly side: Side;
  /** The text that it must show. */
  readonly wanted: Side;
  readonly claim: string;
}

const claimed: Readonly<Record<'redline' | 'clean', readonly Claim[]>> = {
  redline: [
    { side: 'after', wanted: 'after', claim: 'accepted, shows the text after, block by block' },
    { side: 'before', wanted: 'before', claim: 'rejected, shows the text before, block by block' },
  ],
  clean: [
    { side: 'after', wanted: 'after', claim: 'shows the text after, block by block' },
    { side: 'before', wanted: 'after', claim: 'holds no change that could be rejected' },
  ],
};

async function difference(
  bytes: Uint8Array,
  side: Side,
  document: Truth['after'],
  settler: RevisionSettler,
): Promise<string | undefined> {
  try {
    const read = await readWord(bytes, side, settler);
    const notes = read.footnotes.map(({ label }) => label);
    return firstDifference(asWordShows(document, notes), wordShown(read));
  } catch (cause) {
    return `expected a Word file that can be read, found one that cannot: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
