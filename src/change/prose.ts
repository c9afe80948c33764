import type { Range } from '../model/range.ts';
import { type ChangeBlock, readChangeBlocks } from './change-blocks.ts';
import { readSectionHeading } from './change-sections.ts';
import { type Line, readLines } from './lines.ts';
import type { Problem } from './problem.ts';

/** The free prose of a change file: its Markdown, its blocks outside code and comments, and where the first section begins. */
export interface Prose {
  readonly text: string;
  readonly blocks: readonly ChangeBlock[];
  readonly problems: readonly Problem[];
  readonly end: number;
}

/** A fenced code block, comment or the like that hides the lines in it. */
interface Hiding {
  readonly line: Line;
  readonly column: number;
  readonly closes: (line: Line) => boolean;
}

/**
 * Finds the prose between the front matter and the first heading of a section. A heading in fenced code or in a comment is
 * no heading; code that is never closed is a problem, since it would hide all instructions. The text has LF line ends and
 * no blank lines around it.
 */
export function findProse(source: string, start: number): Prose {
  const visible: Range[] = [];
  let from = start;
  let end = source.length;
  let hiding: Hiding | undefined;
  for (const line of readLines(source, { start, end: source.length })) {
    if (hiding && line.text !== '' && line.column < hiding.column) {
      hiding = undefined;
      from = line.start;
    }
    if (hiding) {
      if (!hiding.closes(line)) continue;
      hiding = undefined;
      from = line.end;
      continue;
    }
    const [block] = line.column === 0 && line.text.startsWith('##') ? readChangeBlocks(source, line) : [];
    if (block?.type === 'heading' && readSectionHeading(block)) {
      end = line.start;
      break;
    }
    hiding = hidingFrom(line);
    if (hiding) visible.push({ start: from, end: line.start });
  }
  if (!hiding) visible.push({ start: from, end });
  return {
    text: withoutBlankLines(source.slice(start, end)),
    blocks: visible.filter((range) => range.start < range.end).flatMap((range) => readChangeBlocks(source, range)),
    problems: hiding ? [neverClosed(hiding.line)] : [],
    end,
  };
}

function hidingFrom(line: Line): Hiding | undefined {
  const listMark = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,9}/.exec(line.text)?.[0] ?? '';
  const text = line.text.slice(listMark.length);
  const column = listMark === '' ? 0 : line.column + 2;
  if (line.column > 3) return undefined;
  const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text)?.[0];
  if (mark !== undefined) return { line, column, closes: (other) => closesFence(other.text, mark) };
  if (text.startsWith('<!--') && !text.includes('-->'))
    return { line, column, closes: (other) => other.text.includes('-->') };
  if (!/^<(?:pre|script|style|textarea)(?![A-Za-z])/i.test(text) || closesTag(text)) return undefined;
  return { line, column, closes: (other) => closesTag(other.text) };
}

function closesFence(text: string, mark: string): boolean {
  const rest = text.startsWith(mark) ? text.slice(mark.length) : 'open';
  return [...rest.trimEnd()].every((character) => character === mark.charAt(0));
}

function closesTag(text: string): boolean {
  return /<\/(?:pre|script|style|textarea)>/i.test(text);
}

function neverClosed(line: Line): Problem {
  return {
    start: line.start,
    end: line.end,
    rule: 'change-prose-unclosed',
    text: 'Expected code or a comment that begins here to end, found the end of the file.',
    advice: 'Close it above the first heading “## Appendix D”.',
  };
}

function withoutBlankLines(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
}
