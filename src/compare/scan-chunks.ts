import type { Range } from '../model/range.ts';
import {
  closesAtOnce,
  endsAtBlank,
  frontMatter,
  type LineBlock,
  type LineReader,
  matchAt,
  openingOf,
  opensFrontMatter,
} from './scan-lines.ts';

const markers = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t]))*[ \t]*/y;
const holder = /(?:[-+*]|\d{1,9}[.)])[ \t]|\[\^/y;

/**
 * Divides a part of a text at its blank lines without parsing it: paragraphs, tables, tight lists. Code, HTML and front matter
 * stay whole, and so does a list or footnote with what is indented under it. `from` is the start of a block.
 */
export function scanChunks(text: string, from: number, to: number, readLine: LineReader): readonly Range[] {
  const chunks: Range[] = [];
  let open: LineBlock | undefined = from === 0 && opensFrontMatter(text) ? frontMatter : undefined;
  let [start, end] = [-1, from];
  let parted = false;
  let holds = false;
  for (let at = from; at < to; ) {
    const line = readLine(at, to);
    const bare = line.first === line.end;
    if (!(bare && (open === undefined || endsAtBlank(open)))) {
      const indented = line.first > at;
      if (start >= 0 && parted && !(holds && indented)) {
        chunks.push({ start, end });
        start = -1;
      }
      if (start < 0) [start, holds] = [at, matchAt(holder, text, line.first) !== undefined];
      end = line.end;
      parted = false;
    } else parted = open === undefined || endsAtBlank(open);
    open = nextOpen(text, line, open, at === from);
    parted ||= open === undefined && bare;
    at = line.next;
  }
  if (start >= 0) chunks.push({ start, end });
  return chunks;
}

function nextOpen(
  text: string,
  line: { readonly start: number; readonly end: number; readonly first: number },
  open: LineBlock | undefined,
  opening: boolean,
): LineBlock | undefined {
  if (open) {
    if (opening && open === frontMatter) return open;
    return open.closes.test(text.slice(line.start, line.end)) ? undefined : open;
  }
  const code = text.charCodeAt(line.first);
  // Most lines open with a letter, and so can open nothing.
  if (code >= 0x41 || line.first === line.end) {
    if (code !== 0x60 && code !== 0x7e) return undefined;
  }
  const at = line.first + (matchAt(markers, text, line.first)?.length ?? 0);
  const found = openingOf(text, at, false);
  return found && !closesAtOnce(found, text.slice(at, line.end)) ? found : undefined;
}
