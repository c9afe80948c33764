import type { ParentBlock, RedlineBlock } from '../../model/redline.ts';
import { standingRuns } from '../standing-runs.ts';
import { type Layout, runsOf, type Standing, standingIn, wordsOf } from './layout.ts';
import { hangingLabel, runPieces, told } from './run-pieces.ts';
import type { Piece, SheetBlock, SheetItem, SheetList } from './sheet.ts';
import { measures } from './sheet.ts';
import { paragraphOf, textBlocks } from './text-blocks.ts';

// As wide as a letter of a label is at its widest, in millimetres.
const letter = 1.9;

/** A list as it is drawn: labels hang in a column as wide as the longest needs. */
export function listBlock(block: ParentBlock, layout: Layout, standing: Standing): SheetList {
  layout.open(block);
  const longest = Math.max(0, ...block.children.map((item) => labelLength(item, standing)));
  const width = Math.min(Math.max(measures.item, longest * letter + 2), 24);
  const indent = standing.nested ? 0 : measures.label;
  const inside: Standing = { ...standing, at: standing.at + indent + width, nested: true };
  const numbers = itemNumbers(block);
  return {
    type: 'list',
    indent,
    width,
    items: block.children.map((item, index) => itemOf(item, numbers[index], layout, inside)),
  };
}

function itemOf(item: RedlineBlock, number: string | undefined, layout: Layout, standing: Standing): SheetItem {
  const inside = standingIn(item, standing);
  layout.open(item);
  const children = 'children' in item ? item.children : [];
  const blocks: SheetBlock[] = [];
  let marker: readonly Piece[] | undefined;
  for (const block of children) {
    if (block === children[0] && block.type === 'paragraph') {
      const own = standingIn(block, inside);
      const words = wordsOf(layout, own);
      const runs = runsOf(block, layout, own);
      const { label, rest } = hangingLabel('item', runs, words, 99);
      // A label with nothing beside it is all the words of its item, and an item without words is none to who hears the tags.
      const alone = rest.length === 0;
      if (!alone) marker = label?.pieces;
      blocks.push(paragraphOf(block, layout, own, undefined, runPieces(alone ? runs : rest, words)));
    } else blocks.push(...textBlocks(block, layout, inside));
  }
  if (marker) return { marker, blocks };
  return number === undefined ? { blocks } : { marker: [told(number, 'count')], blocks };
}

function labelLength(item: RedlineBlock, { moved }: Standing): number {
  const [first] = 'children' in item ? item.children : [];
  if (first?.type !== 'paragraph') return 0;
  const runs = standingRuns(first.runs, moved ?? first.status);
  const { label } = hangingLabel('item', runs, { moved: false, footnote: () => undefined }, 99);
  const texts = label?.pieces.flatMap(pieceTexts) ?? [];
  return Math.max(0, ...texts.map((text) => text.length));
}

function pieceTexts(piece: Piece): readonly string[] {
  if (typeof piece === 'string') return [piece];
  return 'pieces' in piece ? piece.pieces.flatMap(pieceTexts) : [];
}

/** The numbers that a numbered list counts, as each text counts them. */
function itemNumbers(block: ParentBlock): readonly (string | undefined)[] {
  if (block.first === undefined) return block.children.map(() => undefined);
  let before = block.first;
  let after = block.first;
  return block.children.map(({ status }) => {
    const gone = status === 'deleted' || status === 'moved-from';
    const number = gone ? before : after;
    if (status !== 'inserted' && status !== 'moved-to') before += 1;
    if (!gone) after += 1;
    return `${number}.`;
  });
}
