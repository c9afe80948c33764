import type { ParentBlock, RedlineBlock, RuleBlock, WordsBlock } from '../../model/redline.ts';
import { isCheckComment } from '../../source/check-comment.ts';
import { placeBefore } from '../place-before.ts';
import { drawnPlain } from './drawn-text.ts';
import { enter, type Layout, moveSign, runsOf, type Standing, standingIn, wordsOf } from './layout.ts';
import { listBlock } from './list-block.ts';
import { type DrawnRun, hangingLabel, runPieces, sourceLines, told } from './run-pieces.ts';
import type { HangingLabel, Piece, Placed, SheetBlock } from './sheet.ts';
import { measures } from './sheet.ts';
import { tableBlock } from './table-block.ts';

const endings = { inserted: '¶ new paragraph begins here', deleted: '¶ paragraphs joined here' } as const;

// How many letters of source a line holds.
const lineRoom = 68;

/** How many letters of a label its column holds. */
export const labelRoom = 8;

/** A block of a redline as it is drawn, with its note where a stop begins at it. Nothing where it is not shown on paper. */
export function textBlocks(block: RedlineBlock, layout: Layout, standing: Standing): readonly SheetBlock[] {
  const inside = standingIn(block, standing);
  switch (block.type) {
    case 'heading':
      return [headingBlock(block, layout, inside)];
    case 'paragraph':
    case 'link-definition':
    case 'cell':
      return [paragraphBlock(block, layout, inside)];
    case 'code':
    case 'html':
    case 'front-matter':
      return sourceBlock(block, layout, inside);
    case 'rule':
      return [ruleBlock(block, layout, inside)];
    case 'list':
      return [listBlock(block, layout, inside)];
    case 'table':
      return [tableBlock(block, layout, inside)];
    case 'quote':
      return [quoteBlock(block, layout, inside)];
    case 'footnote':
      return [footnoteBlock(block, layout, inside)];
    default:
      return within(block, layout, inside);
  }
}

function within(block: ParentBlock, layout: Layout, standing: Standing): readonly SheetBlock[] {
  layout.open(block);
  return block.children.flatMap((child) => textBlocks(child, layout, { ...standing, nested: true }));
}

function quoteBlock(block: ParentBlock, layout: Layout, standing: Standing): SheetBlock {
  const indent = standing.nested ? 0 : measures.label;
  const blocks = within(block, layout, { ...standing, at: standing.at + indent + measures.quote });
  return { type: 'quote', indent, blocks };
}

function headingBlock(block: WordsBlock, layout: Layout, standing: Standing): SheetBlock {
  const words = wordsOf(layout, standing);
  const placed = enter(block, layout, standing);
  const runs = runsOf(block, layout, standing);
  const { label, rest } = hangingLabel('heading', runs, words, labelRoom);
  return {
    type: 'heading',
    ...placed,
    level: layout.outline(block.depth ?? 1),
    title: headingTitle(block),
    ...(label ? { label } : {}),
    pieces: [
      ...moveSign(runs, standing, placed.note !== undefined),
      ...runPieces(rest, words),
      ...endPieces(block, layout),
    ],
  };
}

/** The words of a heading as the outline of the file has them: those of the text after, or what was omitted. */
function headingTitle({ runs, status }: WordsBlock): string {
  const gone = status === 'deleted' || status === 'moved-from';
  const kept = runs.flatMap(({ type, text }) => (type === 'deleted' && !gone ? [] : [text]));
  const title = drawnPlain(kept.join('')).trim();
  if (title === '') return 'Heading without words';
  if (!gone) return title;
  return `${title} (${status === 'deleted' ? 'omitted' : 'moved from here'})`;
}

function paragraphBlock(block: WordsBlock, layout: Layout, standing: Standing): SheetBlock {
  const words = wordsOf(layout, standing);
  const runs = runsOf(block, layout, standing);
  const { label, rest } = standing.nested ? { rest: runs } : hangingLabel('paragraph', runs, words, labelRoom);
  return paragraphOf(block, layout, standing, label, [...runPieces(rest, words)]);
}

/** A paragraph whose label, where it has one, is already set apart. */
export function paragraphOf(
  block: WordsBlock,
  layout: Layout,
  standing: Standing,
  label: HangingLabel | undefined,
  pieces: readonly Piece[],
): SheetBlock {
  const placed = enter(block, layout, standing);
  return {
    type: 'paragraph',
    ...placed,
    ...(block.type === 'link-definition' ? { look: 'source' as const } : {}),
    ...(label ? { label } : {}),
    pieces: [
      ...moveSign(runsOf(block, layout, standing), standing, placed.note !== undefined),
      ...pieces,
      ...endPieces(block, layout),
    ],
  };
}

// What was split off is told by the sign before it.
function endPieces(block: WordsBlock, layout: Layout): readonly Piece[] {
  const was = layout.parted ? undefined : placeBefore(block);
  layout.parted = block.ending === 'inserted';
  return [
    ...(was === undefined ? [] : [told(`[${was}]`)]),
    ...(block.ending === undefined ? [] : [told(endings[block.ending])]),
  ];
}

// On paper the particulars at the head of a file, and what is said to the checker, stand only where they change.
function sourceBlock(block: WordsBlock, layout: Layout, standing: Standing): readonly SheetBlock[] {
  const unchanged = block.status === 'same' && standing.moved === undefined;
  const comment = block.type === 'html' && isCheckComment(block.runs.map(({ text }) => text).join(''));
  if (unchanged && (block.type === 'front-matter' || comment)) return [];
  const placed: Placed = enter(block, layout, standing);
  const runs = runsOf(block, layout, standing);
  const [first = [], ...lines] = sourceLines(runs, wordsOf(layout, standing));
  const sign = moveSign(runs, standing, placed.note !== undefined);
  return [
    {
      type: 'source',
      ...placed,
      title: sourceTitle(block),
      size: sourceSize(runs),
      lines: [[...sign, ...first], ...lines],
    },
  ];
}

// As many letters as stand in a line at the largest size; smaller than the smallest nobody can read.
function sourceSize(runs: readonly DrawnRun[]): number {
  const text = runs.map((run) => run.text).join('');
  const longest = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
  return Math.round(Math.min(7.6, Math.max(6, (7.6 * lineRoom) / Math.max(1, longest))) * 10) / 10;
}

function sourceTitle({ type, language }: WordsBlock): string {
  if (type === 'front-matter') return 'Particulars at the head of the file';
  if (type === 'html') return 'HTML, shown as its source';
  return language === undefined ? '' : language;
}

function ruleBlock(block: RuleBlock, layout: Layout, standing: Standing): SheetBlock {
  const placed = enter(block, layout, standing);
  if (block.status === 'same') return { type: 'rule', ...placed };
  const deed = block.status === 'inserted' || block.status === 'moved-to' ? 'inserted' : 'omitted';
  return { type: 'rule', ...placed, told: `Dividing line ${deed}` };
}

function footnoteBlock(block: ParentBlock, layout: Layout, standing: Standing): SheetBlock {
  const name = block.identifier ?? '';
  const id = layout.footnote(name);
  return {
    type: 'footnote',
    name,
    ids: id === undefined ? [] : layout.take([id]),
    blocks: within(block, layout, { ...standing, at: standing.at + measures.label }),
  };
}
