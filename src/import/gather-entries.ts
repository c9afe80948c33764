import { contentsTag } from '../word/styles.ts';
import type { WordBlock, WordContainer, WordParagraph, WordTable } from '../word/word-document.ts';
import { standingNote } from './label-notes.ts';
import { wordsOf } from './leaf-words.ts';
import { type Role, roleOf } from './paragraph-role.ts';
import type { Piece } from './piece.ts';
import { readPieces } from './read-pieces.ts';

/** What the containers around a block say of it. */
interface Setting {
  /** It stands under the item of this depth. */
  readonly under?: { readonly depth: number; readonly tight: boolean };
  /** A list begins anew here, though one of its kind stands before it. */
  readonly apart?: true;
  /** A blank line stands between its item and it. */
  readonly loose?: true;
  /** In a quote the style of quotes says nothing more. */
  readonly inQuote?: boolean;
  /** In a footnote no other one begins. */
  readonly inNote?: boolean;
}

/** What becomes one block of Markdown, or is told. Lists grow while neighbours are gathered into it. */
export type Entry = Setting &
  (
    | {
        readonly type: 'words';
        readonly role: Role;
        readonly paragraph: WordParagraph;
        readonly pieces: readonly Piece[];
      }
    | LinesEntry
    | { readonly type: 'quote' | 'told'; readonly blocks: WordBlock[] }
    | { readonly type: 'contents'; readonly blocks: WordParagraph[] }
    | { readonly type: 'note'; readonly label: string; readonly blocks: WordBlock[] }
    | { readonly type: 'table'; readonly table: WordTable }
  ) & {
    /** How many paragraphs of the document it takes. */
    paragraphs: number;
    /** The bookmarks in it. */
    readonly bookmarks: string[];
    /** A container says where it ends. */
    readonly whole?: true;
  };

interface LinesEntry {
  readonly type: 'code' | 'html' | 'front-matter';
  /** The words of its lines, with a break between lines. */
  readonly pieces: Piece[];
  /** Of code, its language and more. */
  readonly info?: string;
}

/** Goes through blocks, and the containers among them, and gathers what belongs to one block of Markdown. */
export function gatherEntries(blocks: readonly WordBlock[], setting: Setting = {}): readonly Entry[] {
  const entries: Entry[] = [];
  for (const block of blocks) {
    const here = entries.length === 0 ? setting : further(setting);
    if (block.type === 'container') for (const entry of containerEntries(block, here)) entries.push(entry);
    else if (block.type === 'table')
      entries.push({ type: 'table', table: block, ...here, paragraphs: 0, bookmarks: [...bookmarksOf([block])] });
    else addParagraph(entries, block, here);
  }
  return entries;
}

// What is said of a list is said of where it begins.
function further({ under, inQuote, inNote }: Setting): Setting {
  return { ...(under && { under }), ...(inQuote && { inQuote }), ...(inNote && { inNote }) };
}

function containerEntries({ tag, blocks }: WordContainer, setting: Setting): readonly Entry[] {
  const [, word = '', rest = ''] = /^(\S*) ?([\s\S]*)$/.exec(tag) ?? [];
  if (tag === contentsTag) return gatherEntries(withTitle(blocks), setting);
  const whole = true as const;
  const counted = { ...setting, paragraphs: countParagraphs(blocks), bookmarks: [...bookmarksOf(blocks)], whole };
  switch (word) {
    case 'code':
    case 'html':
    case 'front-matter':
      if (!blocks.every(({ type }) => type === 'paragraph')) break;
      return [{ type: word, pieces: joinLines(blocks as readonly WordParagraph[]), info: rest, ...counted }];
    case 'quote':
    case 'told':
      return [{ type: word, blocks: [...blocks], ...counted }];
    case 'footnote':
      return [{ type: 'note', label: rest, blocks: [...blocks], ...counted }];
    case 'item': {
      const [, digits, tight] = /^(\d{1,3})( tight)?$/.exec(rest) ?? [];
      if (digits === undefined) break;
      return gatherEntries(blocks, { ...setting, under: { depth: Number(digits), tight: tight !== undefined } });
    }
    case 'list':
      return gatherEntries(blocks, { ...setting, apart: true });
    case 'loose':
      return gatherEntries(blocks, { ...setting, loose: true });
  }
  return gatherEntries(blocks, setting);
}

/** The blocks of a control for contents, in which what stands above the entries is of the contents, whatever its style. */
function withTitle(blocks: readonly WordBlock[]): readonly WordBlock[] {
  const first = blocks.findIndex((block) => block.type === 'paragraph' && isContents(block));
  const above = blocks.slice(0, Math.max(0, first));
  if (first < 0 || !above.every((block): block is WordParagraph => block.type === 'paragraph')) return blocks;
  return [
    ...above.map((paragraph) => ({ ...paragraph, style: 'TOCHeading', styleName: 'toc heading' })),
    ...blocks.slice(first),
  ];
}

function isContents(paragraph: WordParagraph): boolean {
  return roleOf(paragraph, wordsOf(paragraph)).type === 'contents';
}

// Lines of code or the like: white space counts, and one paragraph is one line or more.
function addLine(pieces: Piece[], { children }: WordParagraph, isFirst: boolean): void {
  if (!isFirst) pieces.push({ type: 'break', text: '\n', marks: [], around: [] });
  for (const piece of readPieces(children)) pieces.push(piece);
}

function joinLines(paragraphs: readonly WordParagraph[]): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, paragraph] of paragraphs.entries()) addLine(pieces, paragraph, index === 0);
  return pieces;
}

const lineTypes = ['code', 'html', 'front-matter'] as const;

// Where no container says so, neighbours of one such style are the lines of one block.
function addParagraph(entries: Entry[], paragraph: WordParagraph, setting: Setting): void {
  const words = wordsOf(paragraph);
  const role = roleOf(paragraph, words);
  const bookmarks = [...(paragraph.bookmarks ?? [])];
  const lineType = lineTypes.find((type) => type === role.type);
  const info = lineType === 'code' ? codeBookmark(bookmarks) : undefined;
  const counted = { ...setting, paragraphs: 1, bookmarks };
  const last = entries.at(-1);
  const note = setting.inNote ? undefined : standingNote(paragraph);
  if (note !== undefined) {
    entries.push({ type: 'note', label: note, blocks: [paragraph], ...counted });
  } else if (last?.type === 'note' && !last.whole && role.type === 'note') {
    last.blocks.push(paragraph);
    last.paragraphs += 1;
    for (const bookmark of bookmarks) last.bookmarks.push(bookmark);
  } else if (
    last &&
    last.type === role.type &&
    !setting.inQuote &&
    last.whole !== true &&
    info === undefined &&
    growBy(last, paragraph)
  ) {
    last.paragraphs += 1;
    for (const bookmark of bookmarks) last.bookmarks.push(bookmark);
  } else if (lineType !== undefined) {
    entries.push({ type: lineType, pieces: joinLines([paragraph]), ...(info !== undefined && { info }), ...counted });
  } else if (role.type === 'quote' && !setting.inQuote) {
    entries.push({ type: 'quote', blocks: [paragraph], ...counted });
  } else if (role.type === 'contents') {
    entries.push({ type: 'contents', blocks: [paragraph], ...counted });
  } else if (role.type !== 'separator') {
    const number = role.type === 'item' && role.marker !== 'label' ? undefined : paragraph.numbering?.text.trim();
    const pieces = number ? wordsOf(paragraph, number) : words;
    const loose = bookmarks.some((name) => /^loose_\d+$/.test(name));
    entries.push({ type: 'words', role, paragraph, pieces, ...counted, ...(loose && { loose }) });
  }
}

function isLines(entry: Entry): entry is Entry & LinesEntry {
  return lineTypes.some((type) => type === entry.type);
}

function growBy(entry: Entry, paragraph: WordParagraph): boolean {
  if (isLines(entry)) addLine(entry.pieces, paragraph, false);
  else if (entry.type === 'quote' || entry.type === 'contents') entry.blocks.push(paragraph);
  else return false;
  return true;
}

// Begins a block of code, and says its language where another program took the container away.
function codeBookmark(bookmarks: readonly string[]): string | undefined {
  const found = bookmarks.map((name) => /^code_\d+(?:_(\w+))?$/.exec(name)).find((match) => match !== null);
  return found ? (found[1] ?? '') : undefined;
}

function countParagraphs(blocks: readonly WordBlock[]): number {
  let count = 0;
  for (const block of blocks) {
    if (block.type === 'paragraph') count += 1;
    else if (block.type === 'container') count += countParagraphs(block.blocks);
  }
  return count;
}

function bookmarksOf(blocks: readonly WordBlock[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'paragraph') return block.bookmarks ?? [];
    if (block.type === 'container') return bookmarksOf(block.blocks);
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => bookmarksOf(cell.blocks)));
  });
}
