import type { Nodes } from 'mdast';
import { parseDocument } from '../src/source/parse.ts';

/** A part of a document that can be moved whole: its lines, and what kind of place it can move to. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** Chunks of one family can stand in one another's place. */
  readonly family: string;
}

/** Two texts, what was moved between them, and where each character of the text after stood before. */
export interface MovedPair {
  readonly before: string;
  readonly after: string;
  /** What the generator moved, as ranges of the text before; `sure` where a move can be known again: enough words, said once. */
  readonly moved: readonly (Chunk & { readonly edited: number; readonly sure: boolean })[];
  /** The offset in the text before that an offset of the text after comes from; nothing for what is new. */
  readonly originOf: (offset: number) => number | undefined;
}

/** Numbers between 0 and 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes one of a list. */
export function pick<Value>(list: readonly Value[], random: () => number): Value {
  return list[Math.floor(random() * list.length)] as Value;
}

/** What can be moved in a document: sections, blocks, items, rows. */
export function chunksOf(text: string): readonly Chunk[] {
  const { tree } = parseDocument(text, 'text.md');
  const chunks: Chunk[] = [];
  const push = (start: number, end: number, family: string): void => {
    const words = wordsIn(text.slice(start, end)).length;
    if (text[start - 1] === '\n' || start === 0) chunks.push({ start, end, words, family });
  };
  const children = tree.children;
  children.forEach((node, index) => {
    const start = startOf(node);
    const next = children[index + 1];
    const end = next ? startOf(next) : text.length;
    if (node.type === 'paragraph' || node.type === 'code' || node.type === 'list' || node.type === 'table')
      push(start, end, 'block');
    if (node.type === 'heading') {
      const follows = children.findIndex(
        (other, place) => place > index && other.type === 'heading' && other.depth <= node.depth,
      );
      const last = follows < 0 ? children.length : follows;
      if (last - index <= 12)
        push(start, last < children.length ? startOf(children[last] as Nodes) : text.length, `section ${node.depth}`);
    }
    collectInside(node, text, push);
  });
  return chunks.filter(({ end }) => text[end - 1] === '\n');
}

function collectInside(node: Nodes, text: string, push: (start: number, end: number, family: string) => void): void {
  if (node.type === 'list') {
    for (const item of node.children) {
      const start = lineStart(text, startOf(item));
      push(start, lineEnd(text, endOf(item)), `item of ${startOf(node)}`);
      for (const child of item.children) collectInside(child, text, push);
    }
  }
  if (node.type === 'table')
    for (const row of node.children.slice(1)) push(startOf(row), lineEnd(text, endOf(row)), `row of ${startOf(node)}`);
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A piece of the text after: a part of the text before, or new words, where an origin tells whose place they take. */
export interface Piece {
  readonly text: string;
  readonly origin?: number;
  readonly fixed?: true;
}

/** Takes parts out of a text and puts pieces in, each at an offset of the text before. */
export function assemble(
  before: string,
  cuts: readonly Chunk[],
  puts: readonly { readonly at: number; readonly pieces: readonly Piece[] }[],
): { readonly after: string; readonly originOf: MovedPair['originOf'] } {
  const stops = [
    ...new Set([0, before.length, ...cuts.flatMap(({ start, end }) => [start, end]), ...puts.map(({ at }) => at)]),
  ].sort((one, other) => one - other);
  const pieces: Piece[] = [];
  stops.forEach((stop, index) => {
    for (const put of puts) if (put.at === stop) pieces.push(...put.pieces);
    const end = stops[index + 1];
    if (end === undefined || cuts.some((cut) => cut.start <= stop && stop < cut.end)) return;
    pieces.push({ text: before.slice(stop, end), origin: stop });
  });
  const placed: { readonly at: number; readonly piece: Piece }[] = [];
  let after = '';
  for (const piece of pieces) {
    placed.push({ at: after.length, piece });
    after += piece.text;
  }
  const originOf = (offset: number): number | undefined => {
    const found = placed.findLast(({ at }) => at <= offset);
    if (!found || found.piece.origin === undefined) return undefined;
    return found.piece.fixed ? found.piece.origin : found.piece.origin + offset - found.at;
  };
  return { after, originOf };
}

const otherWords = ['forthwith', 'quarterly', 'custodian', 'ledger', 'seventeen', 'withdrawn', 'endorsed', 'parallel'];

/** A chunk as pieces, with some of its longer words replaced. */
export function editedPieces(before: string, chunk: Chunk, edits: number, random: () => number): readonly Piece[] {
  const text = before.slice(chunk.start, chunk.end);
  const words = [...text.matchAll(/(?<= )\p{L}{4,}(?= )/gu)].filter((_, index) => index > 1);
  const chosen = new Set<RegExpExecArray>();
  for (let count = 0; count < edits && words.length > 0; count += 1) chosen.add(pick(words, random));
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of [...chosen].sort((one, other) => one.index - other.index)) {
    pieces.push({ text: text.slice(at, match.index), origin: chunk.start + at });
    pieces.push({ text: pick(otherWords, random), origin: chunk.start + match.index, fixed: true });
    at = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(at), origin: chunk.start + at });
  return pieces;
}

const boilerplate =
  'This paragraph is intentionally left without further provision, as section A of the Code provides for it in full.\n\n';

/** A document with the same paragraph at several places, as real ones have. */
export function withBoilerplate(text: string, random: () => number): string {
  const places = chunksOf(text).filter(({ family }) => family === 'block');
  if (places.length < 8) return text;
  const chosen = new Set([1, 2, 3, 4].map(() => pick(places, random).start));
  let made = text;
  for (const start of [...chosen].sort((one, other) => other - one))
    made = `${made.slice(0, start)}${boilerplate}${made.slice(start)}`;
  return made;
}

/** Moves one to five chunks of a text to other places, some of them lightly edited, with some other paragraph left out or put in. */
export function movedPair(before: string, random: () => number): MovedPair {
  const chunks = chunksOf(before);
  const apart = (one: Chunk, other: Chunk) => one.end <= other.start || other.end <= one.start;
  const moved: (Chunk & { edited: number; sure: boolean })[] = [];
  const puts: { at: number; pieces: readonly Piece[] }[] = [];
  const wanted = 1 + Math.floor(random() * 5);
  for (let trial = 0; trial < 60 && moved.length < wanted; trial += 1) {
    const family = pick(['block', 'section', 'item', 'row'], random);
    const able = chunks.filter(
      (chunk) => chunk.family.startsWith(family) && moved.every((other) => apart(chunk, other)),
    );
    if (able.length < 3) continue;
    const chunk = pick(able, random);
    const fits = chunks.filter(
      ({ start, family: other }) =>
        other === chunk.family && moved.every((one) => start <= one.start || start >= one.end),
    );
    const { start: at } = pick(fits, random);
    const between = before.slice(Math.min(at, chunk.end), Math.max(at, chunk.start));
    if (
      (at >= chunk.start && at <= chunk.end) ||
      wordsIn(between).length < 12 ||
      puts.some((put) => put.at === at || (put.at > chunk.start && put.at < chunk.end))
    )
      continue;
    const edited = chunk.words >= 24 && random() < 0.4 ? 1 + Math.floor(random() * 3) : 0;
    moved.push({ ...chunk, edited, sure: isSure(before, chunk) });
    puts.push({ at, pieces: editedPieces(before, chunk, edited, random) });
  }
  return { before, moved, ...assemble(before, moved, puts) };
}

// Said once, in a leaf with enough words: the longest line of the chunk stands for it.
function isSure(before: string, chunk: Chunk): boolean {
  const lines = before
    .slice(chunk.start, chunk.end)
    .split('\n')
    .map((line) => line.trim().replace(/^[-*] /, ''));
  const longest = lines.reduce((one, other) => (other.length > one.length ? other : one), '');
  const bare = longest.replace(/^\|? ?\(?[\w.]{1,9}\)? /, '');
  return wordsIn(bare).length >= 12 && before.split(bare).length === 2;
}

/** Leaves chunks out and puts paragraphs in that were not there: unrelated ones, ones that resemble another, copies of what stays. */
export function unmovedPair(before: string, random: () => number): MovedPair {
  const blocks = chunksOf(before).filter(({ family, words }) => family === 'block' && words >= 6);
  const cuts: Chunk[] = [];
  // A block that is copied and then left out would have moved after all.
  const copied = new Set<number>();
  const puts: { at: number; pieces: readonly Piece[] }[] = [];
  const put = (text: string): void => {
    puts.push({ at: pick(blocks, random).start, pieces: [{ text }] });
  };
  for (let count = 1 + Math.floor(random() * 5); count > 0 && blocks.length > 3; count -= 1) {
    const block = pick(blocks, random);
    const text = before.slice(block.start, block.end);
    const kind = Math.floor(random() * 4);
    const isCut = cuts.some((cut) => cut.start === block.start);
    if (kind !== 2 && !isCut && !copied.has(block.start)) cuts.push(block);
    if (kind === 0) put(`${unrelated(random)}\n\n`);
    if (kind === 1 && before[block.start] !== '|' && before[block.start] !== '`') put(resembling(text, random));
    if (kind === 2 && before[block.start] !== '|' && !isCut) {
      copied.add(block.start);
      put(text);
    }
    if (kind === 3 && before.includes(boilerplate)) {
      const start = before.indexOf(boilerplate);
      if (cuts.every((cut) => cut.start !== start))
        cuts.push({ start, end: start + boilerplate.length, words: 18, family: 'block' });
      put(boilerplate);
    }
  }
  return { before, moved: [], ...assemble(before, cuts, puts) };
}

const plainWords =
  'the each of Party shall may where under any record notice period request charge user service issue hold within'.split(
    ' ',
  );

function unrelated(random: () => number): string {
  return `${Array.from({ length: 14 + Math.floor(random() * 20) }, () => pick(plainWords, random)).join(' ')}.`;
}

// Another provision of the same cast: two words of five are others. Where markup leaves too few words to change, an unrelated one.
function resembling(text: string, random: () => number): string {
  let changed = 0;
  const other = text.replace(/(?<= )[\p{L}-]{2,}(?=[ ,.;])/gu, (word) => {
    if (random() >= 0.45) return word;
    const replacement = pick([...otherWords, ...plainWords], random);
    if (replacement !== word) changed += 1;
    return replacement;
  });
  return changed >= 0.35 * wordsIn(text).length ? other : `${unrelated(random)}\n\n`;
}
