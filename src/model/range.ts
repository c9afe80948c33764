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
}
