import type { Range } from '../model/range.ts';

/**
 * A line without its indentation and its line end. `text` keeps the spaces at its end, but is empty where there is nothing
 * else. `from` is where its indentation starts and `start` where the text does; `column` counts the indentation in columns from 0, tabs to the next fourth.
 */
export interface Line extends Range {
  readonly text: string;
  readonly column: number;
  readonly from: number;
}

/** The lines of a range that begins at the start of a line, in order. They end with LF, CRLF or CR. */
export function* readLines(source: string, range: Range): Generator<Line> {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = range.start;
  let start = range.start;
  while (start < range.end) {
    const found = ending.exec(source);
    const end = found && found.index < range.end ? found.index : range.end;
    yield lineAt(source, start, end, 0);
    start = found ? found.index + found[0].length : range.end;
  }
}

/** What stands after the first characters of a line's text, as if it were a line of its own: the words after a list mark. */
export function restOfLine(source: string, line: Line, length: number): Line {
  return lineAt(source, line.start + length, line.end, line.column + length);
}

function lineAt(source: string, from: number, end: number, fromColumn: number): Line {
  let start = from;
  let column = fromColumn;
  for (; start < end; start += 1) {
    const character = source.charAt(start);
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return { text: source.slice(start, end), start, end, column, from };
}
