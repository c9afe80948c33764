import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { placeOf } from '../source/place.ts';

/** What is wrong with a change file, at a range of it: a message before it has a line and a column. */
export interface Problem extends Range {
  readonly rule: string;
  readonly text: string;
  readonly advice?: string;
}

/** The problems of one file as error messages, in the order of the file. */
export function messagesOf(problems: readonly Problem[], source: string, path: string): readonly Message[] {
  const ordered = [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.map(({ start, end, rule, text, advice }) => {
    const place = placeOf(source, path, { start, end });
    return advice === undefined
      ? { severity: 'error', rule, text, place }
      : { severity: 'error', rule, text, place, advice };
  });
}
