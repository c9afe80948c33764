import type { Nodes } from 'mdast';
import type { Range } from '../model/range.ts';
import { type Block, lineTypes, rangeOf } from './outline.ts';
import { takeWords, type WordType } from './scan-words.ts';

/**
 * What a token is besides a word: `construct` is Markdown that must not be cut (a link, an image, a code span, a tag), `open` and
 * `close` the delimiters of emphasis, `line` a line of a block that is compared by lines, `break` what parts two blocks compared as one.
 */
export type TokenType = WordType | 'construct' | 'open' | 'close' | 'line' | 'break';

/** The smallest piece of a block that a mark can begin or end at. */
export interface Token extends Range {
  readonly type: TokenType;
  /** Tokens with one key are equal. A line break inside a paragraph, or several spaces, are equal to a space. */
  readonly key: string;
  /** How many words a reader counts in it. */
  readonly words: number;
  /** Of a delimiter: the index of the other one among the tokens of the block. */
  readonly mate?: number;
  /** Of a delimiter: how it is written. Two ways to write one emphasis are equal. */
  readonly writing?: string;
}

/** Cuts the words of a leaf into tokens: in order and complete. `opens`: what is given is no later part of the leaf. */
export function tokenizeLeaf(source: string, leaf: Block, opens = true): readonly Token[] {
  if (lineTypes.has(leaf.type)) return lines(source, leaf.words);
  if (leaf.type !== 'paragraph' && leaf.type !== 'heading' && leaf.type !== 'cell')
    return [construct(source, leaf.words)];
  return inlineTokens(source, leaf, opens);
}

/** Cuts lines of code into words as if they were a paragraph's: to compare them with words that are one. */
export function tokenizeCode(source: string, range: Range): readonly Token[] {
  const tokens: Token[] = [];
  pushWords(tokens, source, range, true);
  return tokens;
}

interface Atom extends Range {
  readonly type: 'construct' | 'open' | 'close';
  readonly partner?: number;
  /** Of a delimiter: the kind of emphasis. */
  readonly kind?: string;
}

function inlineTokens(source: string, leaf: Block, opens: boolean): readonly Token[] {
  const atoms: Atom[] = [];
  if (leaf.checkbox) atoms.push({ type: 'construct', ...leaf.checkbox });
  collectAtoms(leaf.node, leaf.words, atoms);
  const tokens: Token[] = [];
  const places: number[] = [];
  let at = leaf.words.start;
  for (const atom of atoms) {
    pushWords(tokens, source, { start: at, end: atom.start }, opens && at === leaf.words.start);
    places.push(tokens.length);
    tokens.push(atom.type === 'construct' ? construct(source, atom) : { ...delimiter(source, atom) });
    at = atom.end;
  }
  pushWords(tokens, source, { start: at, end: leaf.words.end }, opens && at === leaf.words.start);
  return atoms.length === 0 ? tokens : withMates(tokens, atoms, places);
}

function withMates(tokens: Token[], atoms: readonly Atom[], places: readonly number[]): readonly Token[] {
  atoms.forEach((atom, index) => {
    const place = places[index];
    const mate = atom.partner === undefined ? undefined : places[atom.partner];
    const token = place === undefined ? undefined : tokens[place];
    if (place !== undefined && mate !== undefined && token) tokens[place] = { ...token, mate };
  });
  return tokens;
}

const constructs: ReadonlySet<string> = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'html',
  'footnoteReference',
  'break',
]);

// Atoms come in the order of the source and never overlap: each begins where the one before has ended.
function collectAtoms(node: Nodes, within: Range, atoms: Atom[]): void {
  if (!('children' in node)) return;
  for (const child of node.children as readonly Nodes[]) {
    const range = rangeOf(child);
    if (!child.position || range.start < (atoms.at(-1)?.end ?? within.start) || range.end > within.end) continue;
    if (constructs.has(child.type)) {
      atoms.push({ type: 'construct', ...range });
    } else if (child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete') {
      const width = child.type === 'emphasis' ? 1 : 2;
      const open = atoms.length;
      const kind = child.type;
      atoms.push({ type: 'open', start: range.start, end: range.start + width, kind });
      collectAtoms(child, { start: range.start + width, end: range.end - width }, atoms);
      const close = atoms.length;
      atoms.push({ type: 'close', start: range.end - width, end: range.end, partner: open, kind });
      atoms[open] = { type: 'open', start: range.start, end: range.start + width, partner: close, kind };
    }
  }
}

function pushWords(tokens: Token[], source: string, range: Range, opens: boolean): void {
  if (range.start >= range.end) return;
  takeWords(source, range, opens, (type, start, end) => {
    const text = source.slice(start, end);
    const words = type === 'space' || type === 'punctuation' ? 0 : type === 'quoted' ? countWords(text) : 1;
    tokens.push({ type, start, end, key: type === 'space' ? spaceKey(text) : text, words });
  });
}

// Wrapping a line and a second space are no change to a reader; a space that must not break is.
function spaceKey(text: string): string {
  return text === ' ' || !/[^ \t\r\n>]/.test(text) ? ' ' : text;
}

function construct(source: string, range: Range): Token {
  const text = source.slice(range.start, range.end);
  return { type: 'construct', start: range.start, end: range.end, key: `construct ${text}`, words: countWords(text) };
}

function delimiter(source: string, atom: Atom): Token {
  const { start, end } = atom;
  const key = `${atom.type} ${atom.kind}`;
  return { type: atom.type, start, end, key, words: 0, writing: source.slice(start, end) };
}

function lines(source: string, range: Range): readonly Token[] {
  const text = source.slice(range.start, range.end);
  return [...text.matchAll(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+/g)].map((match) => {
    const start = range.start + match.index;
    return { type: 'line', start, end: start + match[0].length, key: match[0].trimEnd(), words: countWords(match[0]) };
  });
}

function countWords(text: string): number {
  return text.match(/[A-Za-z0-9\u00C0-\u1FFF\u2C00-\uFFFD]\S*/g)?.length ?? 0;
}
