import type { RedlineBlock } from '../../model/redline.ts';
import type { WordBlock } from '../../word/word-document.ts';
import { noteBookmark } from './bookmarks.ts';
import type { RedlineNotes } from './redline-notes.ts';

/** A block at the root of a redline, and what it is in Word: nothing where it is a footnote of Word's own. */
export interface RootBlock {
  readonly block: RedlineBlock;
  readonly words: readonly WordBlock[];
}

type OneSide = 'before' | 'after';

/** The block that a footnote stands after in each text that has it; undefined where the order of the calls says as much. */
type Holders = { [Side in OneSide]?: RedlineBlock | undefined };

/**
 * The Word blocks of a redline, with a bookmark in each block that a footnote of Word's own stands after in the source: two where it stands in
 * different places in the two texts. As in the clean text, those that end the document in the order of their calls need none.
 */
export function placeNotes(roots: readonly RootBlock[], notes: RedlineNotes): readonly WordBlock[] {
  const names = new Map<RedlineBlock, string[]>();
  for (const [id, holders] of holdersOf(roots, notes)) {
    const { before, after } = holders;
    const label = notes.blocks[id - 1]?.identifier ?? '';
    if (before === after) add(names, before, noteBookmark(label, id, 'both'));
    else {
      add(names, before, noteBookmark(label, id, 'before'));
      add(names, after, noteBookmark(label, id, 'after'));
    }
  }
  return roots.flatMap(({ block, words }) => {
    const own = names.get(block);
    return own ? withBookmarks(words, own) : words;
  });
}

function add(names: Map<RedlineBlock, string[]>, holder: RedlineBlock | undefined, name: string): void {
  if (holder) names.set(holder, [...(names.get(holder) ?? []), name]);
}

function holdersOf(roots: readonly RootBlock[], notes: RedlineNotes): ReadonlyMap<number, Holders> {
  const holders = new Map<number, Holders>();
  for (const side of ['before', 'after'] as const) {
    const ids = roots.map(({ block }) => notes.idIn(block, side));
    const last = trailing(
      roots.flatMap(({ block }, index) => (ids[index] !== undefined || isText(block, side, notes) ? [ids[index]] : [])),
    );
    let holder: RedlineBlock | undefined;
    roots.forEach(({ block }, index) => {
      const id = ids[index];
      if (id !== undefined) holders.set(id, { ...holders.get(id), [side]: last.has(id) ? undefined : holder });
      else if (isText(block, side, notes)) holder = block;
    });
  }
  return holders;
}

function isText(block: RedlineBlock, side: OneSide, notes: RedlineNotes): boolean {
  const gone = side === 'before' ? ['inserted', 'moved-to'] : ['deleted', 'moved-from'];
  return block.type !== 'front-matter' && !notes.isOwn(block) && !gone.includes(block.status);
}

function trailing(ids: readonly (number | undefined)[]): ReadonlySet<number> {
  const found: number[] = [];
  for (const id of ids.toReversed()) {
    if (id === undefined || id > (found.at(-1) ?? id)) break;
    found.push(id);
  }
  return new Set(found);
}

// On the first of its paragraphs: where that goes, its bookmarks go to the next of the same block.
function withBookmarks(words: readonly WordBlock[], names: readonly string[]): readonly WordBlock[] {
  const [first, ...rest] = words;
  if (!first) return words;
  if (first.type === 'paragraph') return [{ ...first, bookmarks: [...(first.bookmarks ?? []), ...names] }, ...rest];
  if (first.type === 'container') return [{ ...first, blocks: withBookmarks(first.blocks, names) }, ...rest];
  // A row that goes takes them with it.
  const at = Math.max(
    0,
    first.rows.findIndex(({ revision }) => revision === undefined),
  );
  const rows = first.rows.map((row, index) => {
    const [cell, ...cells] = index === at ? row.cells : [];
    return cell ? { ...row, cells: [{ ...cell, blocks: withBookmarks(cell.blocks, names) }, ...cells] } : row;
  });
  return [{ ...first, rows }, ...rest];
}
