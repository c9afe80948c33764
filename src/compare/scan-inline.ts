import type { Nodes, Paragraph } from 'mdast';
import type { Range } from '../model/range.ts';
import { readInlineConstructs } from '../source/inline-constructs.ts';
import { readPlainConstructs } from '../source/plain-constructs.ts';
import type { LineReader } from './scan-lines.ts';

/** What is known of a whole text when the words of one block are read by themselves. */
export interface InlineContext {
  readonly readLine: LineReader;
  /** The labels that the text defines, footnotes with their `^`, normalised. */
  readonly labels: ReadonlySet<string>;
  /** Characters in blocks so long that they were compared as plain words. */
  readonly limited: { unread?: number };
}

const longest = 20_000;
const markup = /[*_`[<~@]|https?:|www\.|\\[\r\n]| {2}[\r\n]/i;

/**
 * The words of one block as mdast, with positions in the whole text: read by themselves, and only where they have markup that a
 * mark must not cut. Words too long to be read so have none, and are counted.
 */
export function inlineNode(source: string, { start, end }: Range, { labels, limited }: InlineContext): Nodes {
  const words = source.slice(start, end);
  const nothing: Paragraph = { type: 'paragraph', children: [] };
  if (!markup.test(words)) return nothing;
  if (words.length > longest) {
    limited.unread = (limited.unread ?? 0) + words.length;
    return nothing;
  }
  const [bare, defined] = [withoutQuotation(words), labelsIn(words, labels)];
  const node = readPlainConstructs(bare, defined) ?? readInlineConstructs(bare, defined);
  shift(node, start);
  return node;
}

// The marks of a quotation's next lines become spaces, so that every offset stays.
function withoutQuotation(words: string): string {
  if (!/[\r\n][ \t]*>/.test(words)) return words;
  return words.replace(/([\r\n])([ \t>]*)/g, (_, end: string, marks: string) => end + marks.replaceAll('>', ' '));
}

function labelsIn(words: string, labels: ReadonlySet<string>): readonly string[] {
  if (labels.size === 0 || !words.includes('[')) return [];
  const found = new Set<string>();
  for (const [, label] of words.matchAll(/\[([^[\]]{1,400})(?=\])/g)) {
    if (label !== undefined && labels.has(labelKey(label))) found.add(labelKey(label));
  }
  return [...found];
}

function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** The labels of the link and footnote definitions of a text, wherever they stand. */
export function definedLabels(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (let at = source.indexOf(']:'); at >= 0; at = source.indexOf(']:', at + 2)) {
    const near = source.slice(Math.max(0, at - 440), at);
    const label = /(?:^|[\r\n])[ \t>*+-]{0,40}\[([^[\]]{1,400})$/.exec(near)?.[1];
    if (label !== undefined) labels.add(labelKey(label));
  }
  return labels;
}

function shift(node: Nodes, by: number): void {
  if (node.position) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by;
    node.position.end.offset = (node.position.end.offset ?? 0) + by;
  }
  if ('children' in node) for (const child of node.children) shift(child, by);
}
