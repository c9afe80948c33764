import type { Range } from '../model/range.ts';
import type { TextChange } from './correspondence.ts';

/** A piece of a text, and where it starts in it. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/**
 * Takes a change apart where a drafter would write several: line by line, where as many lines stand on both sides, and word by
 * word, where the same word becomes the same other word again and again. Any other change is given back as it is.
 */
export function splitChange(change: TextChange, before: string, after: string): readonly TextChange[] {
  const lines = pairUp(change, before, after, /[^\n]+/g);
  const parts = lines && lines.length > 1 ? lines : [change];
  return parts.flatMap((part) => splitRepeated(part, before, after));
}

function splitRepeated(change: TextChange, before: string, after: string): readonly TextChange[] {
  const words = pairUp(change, before, after, /[\p{L}\p{N}_]+/gu);
  if (!words || words.length < 2) return [change];
  const said = words.map((word) => [textOf(before, word.before), textOf(after, word.after)].join('\n'));
  return said.every((each) => each === said[0]) ? words : [change];
}

// The pieces that differ, where there are as many on both sides and all that stands between them is the same.
function pairUp(change: TextChange, before: string, after: string, pattern: RegExp): readonly TextChange[] | undefined {
  const [one, other] = [piecesOf(before, change.before, pattern), piecesOf(after, change.after, pattern)];
  if (one.length !== other.length || rest(before, change.before, pattern) !== rest(after, change.after, pattern))
    return undefined;
  return one.flatMap((piece, index) => {
    const version = other[index];
    if (!version || version.text === piece.text) return [];
    return [{ before: rangeOf(piece), after: rangeOf(version) }];
  });
}

function piecesOf(source: string, range: Range, pattern: RegExp): readonly Piece[] {
  return [...textOf(source, range).matchAll(pattern)].map((match) => ({
    text: match[0],
    start: range.start + match.index,
  }));
}

function rest(source: string, range: Range, pattern: RegExp): string {
  return textOf(source, range).replace(pattern, '\0');
}

function rangeOf({ text, start }: Piece): Range {
  return { start, end: start + text.length };
}

function textOf(source: string, { start, end }: Range): string {
  return source.slice(start, end);
}
