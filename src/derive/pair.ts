import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { frontMatterOf } from '../provision/ordinal-types.ts';

/**
 * A provision of the text before and its version in the text after; at the root, both documents. `mode` is how instructions
 * are written for it: `fine`, its words and what stands in it each by itself; `whole`, substituted whole; `apart`, omitted
 * and inserted anew, as if the two were strangers. It only ever gets coarser, where what is finer does not give the text.
 */
export interface Pair {
  readonly before: Provision;
  readonly after: Provision;
  readonly parent?: Pair;
  /** The two are the same, byte for byte. */
  readonly same: boolean;
  mode: 'fine' | 'whole' | 'apart';
  /** Its own words are given anew, and not the words that changed in them. */
  wordsWhole: boolean;
  /** How often what stands in it had to be set apart. */
  widened: number;
  children: readonly Pair[];
}

/** What stands between two pairs that stay: provisions that go, and provisions that come in their place. */
export interface Run {
  readonly holder: Pair;
  readonly previous?: Pair;
  readonly next?: Pair;
  readonly removed: readonly Provision[];
  readonly added: readonly Provision[];
}

/** A document as one provision that holds all of it, its front matter first, then its provisions as they are given. */
export function wholeOf(document: Document, provisions: readonly Provision[] = document.children): Provision {
  const end = document.source.length;
  const head = frontMatterOf(document);
  const children = head ? [head, ...provisions] : provisions;
  return { type: 'other', ordinal: 1, start: 0, end, words: { start: 0, end: 0 }, children };
}

/** What stands between the children of a pair that stay, in order; a run may be empty on both sides. */
export function runsOf(pair: Pair): readonly Run[] {
  const staying = pair.children.filter(({ mode }) => mode !== 'apart');
  const runs: Run[] = [];
  let [b, a] = [0, 0];
  let previous: Pair | undefined;
  for (const next of [...staying, undefined]) {
    const toBefore = next ? pair.before.children.indexOf(next.before, b) : pair.before.children.length;
    const toAfter = next ? pair.after.children.indexOf(next.after, a) : pair.after.children.length;
    runs.push({
      holder: pair,
      ...(previous && { previous }),
      ...(next && { next }),
      removed: pair.before.children.slice(b, toBefore),
      added: pair.after.children.slice(a, toAfter),
    });
    [b, a] = [toBefore + 1, toAfter + 1];
    previous = next;
  }
  return runs;
}

/** The range of a provision's own source: its mark, its label and its words, without what stands in it. */
export function headOf({ type, start, end, words, children }: Provision): Range {
  if (type === 'cell') return words;
  if (children.length === 0) return { start, end };
  return { start, end: words.end };
}

/** Whether a provision has words of its own, and is not only made of others. */
export function hasOwnWords({ type }: Provision): boolean {
  return !['row', 'definition', 'table', 'quote', 'footnote'].includes(type);
}
