import type { Edit } from '../model/range.ts';

/**
 * An edit, with what the instruction meant it to do to the blocks around it; `judgeStructure` holds the result against it.
 * `words`: it changes wording only. `blocks`: it may take out the blocks in its range, and puts in blocks of these mdast types, in order.
 */
export interface PlannedEdit extends Edit {
  /** The part of the instruction that asks for it: `(b)`. */
  readonly part?: string;
  readonly meant: { readonly type: 'words' } | { readonly type: 'blocks'; readonly inserted: readonly string[] };
}

/** Whole blocks to be taken out by an instruction: the gap around them is settled when all are known. */
export interface Omission {
  readonly start: number;
  readonly end: number;
  readonly by: number;
  readonly part?: string;
}

/** What one instruction asks of one document. */
export interface Work {
  readonly edits: readonly PlannedEdit[];
  readonly omissions: readonly Omission[];
}
