/** A half-open run of characters of one text: UTF-16 offsets, `start` included, `end` not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range of the base text and what replaces it. An empty range inserts, an empty text deletes. */
export interface Edit extends Range {
  readonly text: string;
  /** The number of the instruction that asks for it. */
  readonly by: number;
  /** Only a number changes: that of a provision's own label, or that of a citation that follows it. */
  readonly relabel?: 'label' | 'citation';
  /** The two ends of a move carry the same number: the edit that takes the text out, and the one that puts it in elsewhere. */
  readonly move?: number;
  /** Of the end of a move that takes the text out: the edits of the base text that are carried out in it on the way. */
  readonly inside?: readonly Edit[];
}
