import type { Code, Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';
import type { Side } from './read-html.ts';
import { type ShownBlock, shownWords, withBox } from './shown-blocks.ts';

const begin = /^<!-- redline: text begins, references are \[\^(redline-[\w-]*)…\] -->$/;
const end = '<!-- redline: text ends -->';

/**
 * Reads the Markdown of a redline back, as any tool would parse it: the blocks between its two comments, with what is in
 * `<del>` (for the text after) or `<ins>` (for the text before) left out, and its references to instructions. Blocks without
 * words do not count.
 */
export function readMarkdown(text: string, side: Side): readonly ShownBlock[] {
  const tree = parseMarkdown(text);
  const [head] = tree.children;
  const blocks: ShownBlock[] = [];
  if (head?.type === 'yaml') blocks.push({ type: 'front-matter', text: head.value });
  const { prefix, children } = bounded(tree);
  const reading: Reading = { side, prefix, open: undefined, remark: false, joins: false, was: undefined };
  for (const node of children) collect(node, reading, blocks);
  return asMarkdownShows(blocks);
}

/** The blocks of a document as this format can show them: a line break is white space, and what has no words does not count. */
export function asMarkdownShows(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  return blocks
    .map(({ type, text }) => ({
      type,
      text: type === 'code' || type === 'html' ? text : text.replace(/<br ?\/?>/gi, ' '),
    }))
    .filter(({ text }) => text.trim() !== '');
}

interface Reading {
  readonly side: Side;
  readonly prefix: string;
  /** The mark whose words are being read. */
  open: 'ins' | 'del' | undefined;
  /** A remark was opened, which goes on to the end of the block. */
  remark: boolean;
  /** The block read last goes on in the next one that this side has. */
  joins: boolean;
  /** What the block being read was in the text before. */
  was: string | undefined;
}

function bounded({ children }: Root): { readonly prefix: string; readonly children: readonly Nodes[] } {
  const from = children.findIndex((node) => node.type === 'html' && begin.test(node.value));
  const to = children.findLastIndex((node) => node.type === 'html' && node.value === end);
  const first = children[from];
  if (from < 0 || to < from || first?.type !== 'html') return { prefix: '', children: [] };
  return { prefix: begin.exec(first.value)?.[1] ?? '', children: children.slice(from + 1, to) };
}

function collect(node: Nodes, reading: Reading, blocks: ShownBlock[]): void {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell') {
    collectWords(node, reading, blocks);
  } else if (node.type === 'code') {
    blocks.push(codeBlock(node, reading.side));
  } else if (node.type === 'html') {
    // A block without words that has a remark.
    if (isRemark.test(node.value)) collectWords({ type: 'paragraph', children: [node] }, reading, blocks);
    else if (!node.value.startsWith('<!-- redline:')) blocks.push({ type: 'html', text: node.value });
  } else if (node.type === 'definition') {
    blocks.push({ type: 'link-definition', text: `[${node.label ?? node.identifier}]: ${node.url}` });
  } else if ('children' in node) {
    for (const child of node.children) collect(withBox(child, node), reading, blocks);
  }
}

const isRemark = /^<!-- redline: (?:break (inserted|deleted)|before ([a-z ]+)) -->/;

// Words that are all of the other side leave nothing of the block, and nothing to join.
function collectWords(node: Heading | Paragraph | TableCell, reading: Reading, blocks: ShownBlock[]): void {
  const { joins } = reading;
  Object.assign(reading, { open: undefined, remark: false, joins: false, was: undefined });
  const text = words(node, reading);
  const own = node.type === 'tableCell' ? 'cell' : node.type;
  const type =
    reading.was === undefined || reading.side === 'after' ? own : reading.was === 'heading' ? 'heading' : 'paragraph';
  const last = blocks.at(-1);
  if (!joins || !last) {
    blocks.push({ type, text });
    return;
  }
  blocks[blocks.length - 1] = { ...last, text: last.text + text };
  if (text.trim() === '') reading.joins = true;
}

function readRemark(value: string, reading: Reading): void {
  const [, ending, was] = isRemark.exec(value) ?? [];
  reading.remark = true;
  reading.was ??= was;
  reading.joins ||= ending === (reading.side === 'before' ? 'inserted' : 'deleted');
}

function codeBlock({ lang, meta, value }: Code, side: Side): ShownBlock {
  const [told, type] = (meta ?? '').split(' ');
  if (lang !== 'diff' || told !== 'redline') return { type: 'code', text: value };
  const absent = side === 'after' ? '-' : '+';
  const lines = value.split('\n').filter((line) => !line.startsWith(absent));
  return { type: type ?? 'code', text: lines.map((line) => line.slice(1)).join('\n') };
}

function words(node: Nodes, reading: Reading): string {
  if (node.type === 'html' && isRemark.test(node.value)) readRemark(node.value, reading);
  if (reading.remark && !('children' in node)) return '';
  if (node.type === 'html') {
    const mark = /^<(\/?)(ins|del)>$/.exec(node.value);
    if (!mark) return reading.open === absentMark(reading) ? '' : /^<br ?\/?>$/i.test(node.value) ? ' ' : node.value;
    reading.open = mark[1] === '/' ? undefined : (mark[2] as 'ins' | 'del');
    return '';
  }
  if (
    node.type === 'footnoteReference' &&
    reading.prefix !== '' &&
    node.identifier.startsWith(reading.prefix.toLowerCase())
  )
    return '';
  if ('children' in node) return node.children.map((child) => words(child, reading)).join('');
  return reading.open === absentMark(reading) ? '' : shownWords(node);
}

function absentMark({ side }: Reading): 'ins' | 'del' {
  return side === 'after' ? 'del' : 'ins';
}
