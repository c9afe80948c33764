import type { Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { type Visit, walk } from './walk.ts';

/**
 * A run of words that a reader reads in one go: a heading, a paragraph, the opening paragraph of an item, a cell. `text` is
 * the source of the range, character for character, but that what is no prose is not in it: the brackets and address of a link are
 * spaces there, code, HTML and calls of footnotes are object replacement characters, which no word goes across.
 */
export interface Passage extends Range {
  readonly visit: Visit;
  readonly text: string;
}

// A document never changes, so its passages are read once.
const known = new WeakMap<Document, readonly Passage[]>();

/** The passages of a document in reading order. Code blocks and HTML blocks have none. */
export function passages(document: Document): readonly Passage[] {
  const read = known.get(document) ?? readPassages(document);
  known.set(document, read);
  return read;
}

interface Blank extends Range {
  readonly fill: ' ' | '\uFFFC';
}

const worded = new Set(['section', 'paragraph', 'item', 'cell']);

function readPassages(document: Document): readonly Passage[] {
  const blanks = blankRanges(document.tree).sort((a, b) => a.start - b.start);
  const found: Passage[] = [];
  let next = 0;
  for (const visit of walk(document)) {
    const { type, words } = visit.provision;
    if (!worded.has(type) || words.end <= words.start) continue;
    while ((blanks[next]?.end ?? Number.POSITIVE_INFINITY) <= words.start) next += 1;
    const { start, end } = words;
    found.push({ start, end, visit, text: blanked(document.source, words, blanks, next) });
  }
  return found;
}

function blanked(source: string, words: Range, blanks: readonly Blank[], from: number): string {
  let text = '';
  let at = words.start;
  for (let index = from; (blanks[index]?.start ?? words.end) < words.end; index += 1) {
    const blank = blanks[index] as Blank;
    if (blank.end <= at) continue;
    text += source.slice(at, Math.max(at, blank.start));
    text += blank.fill.repeat(Math.min(blank.end, words.end) - Math.max(at, blank.start));
    at = Math.min(blank.end, words.end);
  }
  return text + source.slice(at, words.end);
}

const objects = new Set(['inlineCode', 'html', 'footnoteReference', 'image', 'imageReference']);

function blankRanges(node: Nodes, into: Blank[] = []): Blank[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return into;
  if (objects.has(node.type)) {
    into.push({ start, end, fill: '\uFFFC' });
  } else if (node.type === 'link' || node.type === 'linkReference') {
    into.push({ start, end: node.children[0]?.position?.start.offset ?? end, fill: ' ' });
    into.push({ start: node.children.at(-1)?.position?.end.offset ?? start, end, fill: ' ' });
  }
  if ('children' in node) for (const child of node.children) blankRanges(child, into);
  return into;
}
