import { contentsProblem } from './prove-contents.ts';
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
 * rejected the text before, each with its contents; a clean text, that it is the text after and holds no change. The settler is called only where there is a file.
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
        for (const { side, wanted, claim, lists } of claims) {
          const found = await problems(bytes, side, truth[wanted], await settler());
          proofs.push(proof(path, claim, found.text));
          if (lists !== undefined) proofs.push(proof(path, lists, found.contents));
        }
      }
    }
  }
  return proofs;
}

function proof(path: string, claim: string, problem: string | undefined): Proof {
  return problem === undefined ? { path, claim } : { path, claim, problem };
}

interface Claim {
  readonly side: Side;
  /** The text that it must show. */
  readonly wanted: Side;
  readonly claim: string;
  /** The claim of its contents. */
  readonly lists?: string;
}

const claimed: Readonly<Record<'redline' | 'clean', readonly Claim[]>> = {
  redline: [
    {
      ...{ side: 'after', wanted: 'after', claim: 'accepted, shows the text after, block by block' },
      lists: 'accepted, its contents list the headings of the text after and lead to them',
    },
    {
      ...{ side: 'before', wanted: 'before', claim: 'rejected, shows the text before, block by block' },
      lists: 'rejected, its contents list the headings of the text before and lead to them',
    },
  ],
  clean: [
    {
      ...{ side: 'after', wanted: 'after', claim: 'shows the text after, block by block' },
      lists: 'its contents list the headings of the text after and lead to them',
    },
    { side: 'before', wanted: 'after', claim: 'holds no change that could be rejected' },
  ],
};

interface Problems {
  readonly text: string | undefined;
  readonly contents: string | undefined;
}

async function problems(
  bytes: Uint8Array,
  side: Side,
  document: Truth['after'],
  settler: RevisionSettler,
): Promise<Problems> {
  try {
    const read = await readWord(bytes, side, settler);
    const notes = read.footnotes.map(({ label }) => label);
    return {
      text: firstDifference(asWordShows(document, notes), wordShown(read)),
      contents: contentsProblem(document, notes, read.contents),
    };
  } catch (cause) {
    const found = `expected a Word file that can be read, found one that cannot: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { text: found, contents: found };
  }
}
