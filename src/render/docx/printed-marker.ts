import type { Range } from '../../model/range.ts';

/** The marker of an item of an ordered list as the source prints it, `3.` or `3)`; undefined where there is none. */
export function printedMarker(source: string, { start }: Pick<Range, 'start'>): string | undefined {
  return /^\d{1,9}[.)]/.exec(source.slice(start, start + 10))?.[0];
}
