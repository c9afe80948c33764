import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Mention } from '../provision/mentions.ts';
import { visible } from './visible.ts';

/** What was looked for, where, and what was found. */
export interface Found {
  readonly terms: readonly { readonly term: string; readonly names: readonly string[] }[];
  readonly mentions: readonly Mention[];
  readonly documents: ReadonlyMap<string, Document>;
  /** The terms that stand nowhere, and the defined terms that are like them. */
  readonly nowhere: readonly { readonly term: string; readonly like: readonly string[] }[];
  /** The mentions that the change's expectations leave out: document and start. */
  readonly allowed: ReadonlySet<string>;
  readonly change?: string;
  readonly option?: string;
  readonly text: 'before' | 'after';
}

/**
 * What was found, for a person: each provision with its place and the words around the terms, which stand in « » (and bold on a
 * terminal), how many each document has, and what counts as a term.
 */
export function foundText(found: Found, bold: boolean): string {
  const { terms, mentions, documents, allowed } = found;
  const lines = mentions.flatMap((mention) => {
    const { path, line, column } = mention.place;
    const left = isAllowed(found, mention) ? '  (left out by an expectation of the change)' : '';
    return [
      visible(`${path}:${line}:${column}  ${mention.locator}${left}`),
      `    ${excerpt(mention, documents.get(mention.document)?.source ?? '', bold)}`,
    ];
  });
  const counts = countsOf(found).filter(({ count }) => count > 0);
  if (counts.length > 1)
    lines.push(`By document: ${counts.map(({ document, count }) => `${document} ${count}`).join(', ')}.`);
  for (const { term, names } of terms) {
    const others = names.filter((name) => name !== term).map(quoted);
    if (others.length > 0) lines.push(`Counted as ${quoted(term)}: ${others.join(', ')}.`);
  }
  for (const { term, like } of found.nowhere) {
    const advice = like.length === 0 ? '' : ` Defined terms like it: ${like.map(quoted).join(', ')}.`;
    lines.push(`${quoted(term)} stands nowhere.${advice}`);
  }
  const verb = mentions.length === 1 ? 'provision mentions' : 'provisions mention';
  lines.push(`${mentions.length} ${verb} ${terms.map(({ term }) => quoted(term)).join(' and ')}.`);
  if (allowed.size > 0) {
    const left = mentions.filter((mention) => isAllowed(found, mention)).length;
    lines.push(
      `${left} of them ${left === 1 ? 'is' : 'are'} left out by an expectation of the change; ${mentions.length - left} beyond.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was found, for machines. */
export function foundJson(found: Found): string {
  const { change, option, text, terms, nowhere, mentions } = found;
  const listed = mentions.map((mention) => ({ ...mention, allowed: isAllowed(found, mention) }));
  const json = {
    schema: 'sec-redline/find@1',
    change,
    option,
    text,
    terms,
    nowhere,
    counts: countsOf(found),
    mentions: listed,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function isAllowed({ allowed }: Found, { document, start }: Mention): boolean {
  return allowed.has(`${document} ${start}`);
}

function countsOf({ documents, mentions }: Found): readonly { readonly document: string; readonly count: number }[] {
  const counts = new Map([...documents.keys()].sort().map((key) => [key, 0]));
  for (const { document } of mentions) counts.set(document, (counts.get(document) ?? 0) + 1);
  return [...counts].map(([document, count]) => ({ document, count }));
}

const around = 60;
const mostShown = 6;

// The words around each term, as they stand in the source. Windows that touch are one; they end with their line.
function excerpt({ words }: Mention, source: string, bold: boolean): string {
  const windows: { start: number; end: number; marks: Range[] }[] = [];
  for (const place of words) {
    const last = windows.at(-1);
    const start = windowStart(source, place.start);
    const end = windowEnd(source, place.end);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      // One place may be a mention of two terms that are names of one thing.
      if (place.start >= (last.marks.at(-1)?.end ?? 0)) last.marks.push(place);
    } else windows.push({ start, end, marks: [place] });
  }
  const shown = windows.slice(0, mostShown);
  const text = shown.map((window) => marked(source, window, bold).trim()).join(' … ');
  const [first, last] = [shown[0]?.start ?? 0, shown.at(-1)?.end ?? 0];
  const before = first > 0 && source.charAt(first - 1) !== '\n' ? '…' : '';
  const after = last < source.length && source.charAt(last) !== '\n' ? '…' : '';
  const more = windows.length > mostShown ? ` (and in ${windows.length - mostShown} more places)` : '';
  return `${before}${text}${after}${more}`;
}

// A line that is only a little longer is shown to its end. Looking no further keeps one very long line from costing much.
function windowStart(source: string, at: number): number {
  const from = Math.max(0, at - around * 1.5);
  const before = source.slice(from, at);
  const line = before.lastIndexOf('\n');
  if (line >= 0 || from === 0) return from + line + 1;
  const space = before.indexOf(' ', around / 2);
  return space < 0 ? at : from + space + 1;
}

function windowEnd(source: string, at: number): number {
  const after = source.slice(at, at + around * 1.5);
  const line = after.indexOf('\n');
  if (line >= 0) return at + line;
  if (at + after.length === source.length) return source.length;
  const space = after.lastIndexOf(' ', around);
  return space < 0 ? at : at + space;
}

function marked(
  source: string,
  { start, end, marks }: Range & { readonly marks: readonly Range[] },
  bold: boolean,
): string {
  const [open, close] = bold ? ['«\u001b[1m', '\u001b[22m»'] : ['«', '»'];
  let text = '';
  let at = start;
  for (const mark of marks) {
    text += plain(source.slice(at, mark.start)) + open + plain(source.slice(mark.start, mark.end)) + close;
    at = mark.end;
  }
  return text + plain(source.slice(at, end));
}

function plain(text: string): string {
  return visible(text.replace(/\s+/g, ' '));
}

function quoted(term: string): string {
  return `“${visible(term)}”`;
}
