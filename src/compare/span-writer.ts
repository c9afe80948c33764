import type { Span } from '../model/redline.ts';

/** Takes the pieces of both texts in order and joins them to the fewest spans. */
export interface SpanWriter {
  readonly same: (text: string) => void;
  readonly deleted: (text: string, by?: number) => void;
  readonly inserted: (text: string, by?: number) => void;
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
  const flushMarks = (): void => {
    const mark = by === undefined ? {} : { by };
    if (deleted !== '') spans.push({ type: 'deleted', text: deleted, ...mark });
    if (inserted !== '') spans.push({ type: 'inserted', text: inserted, ...mark });
    deleted = '';
    inserted = '';
  };
  const openMark = (markBy: number | undefined): void => {
    if (same !== '') spans.push({ type: 'same', text: same });
    same = '';
    if (markBy !== by) flushMarks();
    by = markBy;
  };
  return {
    same: (text) => {
      if (text === '') return;
      flushMarks();
      same += text;
    },
    deleted: (text, markBy) => {
      if (text === '') return;
      openMark(markBy);
      deleted += text;
    },
    inserted: (text, markBy) => {
      if (text === '') return;
      openMark(markBy);
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
