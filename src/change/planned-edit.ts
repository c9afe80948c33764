import type { Document } from '../model/document.ts';
import type { Edit, Range } from '../model/range.ts';

/**
 * An edit, with what the instruction meant it to do to the blocks around it; `judgeStructure` holds the result against it.
 * `words`: it changes wording only. `blocks`: it may take out the blocks in its range, and puts in blocks of these mdast types, in order.
 * `split`: the blocks of these mdast types around it are two after it, outermost first; `merge`: those on both sides of it are one.
 * `level`: the heading that begins with it has another level.
 */
export interface PlannedEdit extends Edit {
  /** The part of the instruction that asks for it: `(b)`. */
  readonly part?: string;
  readonly meant:
    | { readonly type: 'words' }
    | { readonly type: 'blocks'; readonly inserted: readonly string[] }
    | { readonly type: 'split' | 'merge'; readonly nodes: readonly string[] }
    | { readonly type: 'level'; readonly level: number };
}

/** Whole blocks to be taken out by an instruction: the gap around them is settled when all are known. */
export interface Omission extends Range {
  readonly by: number;
  readonly part?: string;
  /** It is put in elsewhere: see `Edit`. */
  readonly move?: number;
}

/** An edit with the document that it is of. */
export interface DocumentEdit {
  readonly document: Document;
  readonly edit: PlannedEdit;
}

/** What one instruction asks of its document, and of any document whose citations follow it. */
export interface Work {
  readonly edits: readonly PlannedEdit[];
  readonly omissions: readonly Omission[];
  readonly followers?: readonly DocumentEdit[];
}
