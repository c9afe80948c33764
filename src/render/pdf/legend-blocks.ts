import { endingsIn, holdsMove, holdsRelabel } from '../marks-held.ts';
import type { PlacedDocument } from './document-text.ts';
import { drawnText } from './drawn-text.ts';
import { frontHeading, strong } from './front-parts.ts';
import type { Mark, Piece, SheetBlock } from './sheet.ts';

/** A sample of a mark, and what it means. */
type Entry = readonly [sample: readonly Piece[], meaning: string];

const always: readonly Entry[] = [
  [[mark('inserted', 'words inserted')], 'stand in the text after only.'],
  [[mark('deleted', 'words omitted')], 'stand in the text before only.'],
];

const splitting: Entry = [
  ['¶ new paragraph begins here'],
  'ends a paragraph in the text after only: before, it went on.',
];
const joining: Entry = [['¶ paragraphs joined here'], 'ended a paragraph in the text before only: now it goes on.'];

const renumbering: Entry = [
  [mark('renumbered-from', '5.6'), ' ', mark('renumbered-to', '5.7')],
  'only change their number, and what cites them follows.',
];

const moving: Entry = [
  [mark('moved-from', 'moved from'), ' and ', mark('moved-to', 'moved to')],
  'stand at another place in the text before and in the text after; both places bear the number of the move.',
];

const beside: readonly Entry[] = [
  [
    [strong('A bar in the margin')],
    'stands beside every block that changes, and a note beside it says what is done, by which instruction, and why.',
  ],
  [['Unmarked words'], 'are the same in both texts.'],
];

/** How to read the marks that these documents bear. */
export function legendBlocks(documents: readonly PlacedDocument[]): readonly SheetBlock[] {
  const blocks = documents.flatMap(({ document }) => document.redline.blocks);
  const ends = new Set(blocks.flatMap(endingsIn));
  const entries = [
    ...always,
    ...(ends.has('inserted') ? [splitting] : []),
    ...(ends.has('deleted') ? [joining] : []),
    ...(holdsRelabel(blocks) ? [renumbering] : []),
    ...(blocks.some(holdsMove) ? [moving] : []),
    ...beside,
  ];
  const rows = entries.map(([sample, meaning]) => ['', [...sample, ' ', ...drawnText(meaning)]] as const);
  return [frontHeading('How to read the marks'), { type: 'facts', rows }];
}

function mark(kind: Mark, words: string): Piece {
  return { type: 'mark', mark: kind, pieces: [words] };
}
