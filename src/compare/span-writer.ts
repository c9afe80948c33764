import type { Span } from '../model/redline.ts';

/** Takes the pieces of both texts in order and joins them to the fewest spans. */
export interface SpanWriter {
  readonly same: (text: string, by?: number, relabel?: boolean) => void;
  /** `relabel`: a label that only changes its number, or a citation that follows it. */
  readonly deleted: (text: string, by?: number, relabel?: boolean) => void;
  readonly inserted: (text: string, by?: number, relabel?: boolean) => void;
  /** A mark on one side of a boundary is not joined with a mark on the other: the ends of blocks are boundaries. */
  readonly boundary: () => void;
  /** All that was written. */
  readonly spans: () => readonly Span[];
}

/** Starts an empty list of spans. In every change that it writes the deletion stands before the insertion. */
export function createSpanWriter(): SpanWriter {
  const spans: Span[] = [];
  let same = '';
  let deleted = '';
  let inserted = '';
  let by: number | undefined;
  let relabel = false;
  const flushMarks = (): void => {
    const mark = { ...(by === undefined ? {} : { by }), ...(relabel ? { relabel } : {}) } as const;
    if (deleted !== '') spans.push({ type: 'deleted', text: deleted, ...mark });
    if (inserted !== '') spans.push({ type: 'inserted', text: inserted, ...mark });
    deleted = '';
    inserted = '';
  };
  const openMark = (markBy: number | undefined, markRelabel = false): void => {
    if (same !== '') spans.push({ type: 'same', text: same });
    same = '';
    if (markBy !== by || markRelabel !== relabel) flushMarks();
    by = markBy;
    relabel = markRelabel;
  };
  return {
    same: (text) => {
      if (text === '') return;
      flushMarks();
      same += text;
    },
    deleted: (text, markBy, markRelabel) => {
      if (text === '') return;
      openMark(markBy, markRelabel);
      deleted += text;
    },
    inserted: (text, markBy, markRelabel) => {
      if (text === '') return;
      openMark(markBy, markRelabel);
      inserted += text;
    },
    boundary: flushMarks,
    spans: () => {
      flushMarks();
      if (same !== '') spans.push({ type: 'same', text: same });
      same = '';
      return spans;
    },
  };
}
