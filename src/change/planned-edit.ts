import type { Edit, Range } from '../model/range.ts';

/**
 * An edit, with what the instruction meant it to do to the blocks around it; `judgeStructure` holds the result against it.
 * `words`: it changes wording only. `blocks`: it may take out the blocks in its range, and puts in blocks of these mdast types, in order.
 */
export interface PlannedEdit extends Edit {
  readonly meant: { readonly type: 'words' } | { readonly type: 'blocks'; readonly inserted: readonly string[] };
}

/** Whole blocks to be taken out by an instruction: the gap around them is settled when all are known. */
export interface Omission extends Range {
  readonly by: number;
  /** It is put in elsewhere: see `Edit`. */
  readonly move?: number;
}

/** What one instruction asks of one document. */
export interface Work {
  readonly edits: readonly PlannedEdit[];
  readonly omissions: readonly Omission[];
}
