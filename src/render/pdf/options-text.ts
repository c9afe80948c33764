import type { OptionsPack, PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { groupsOf, type SideBySide, sideBySide } from '../side-by-side.ts';
import { findStopsInGroups, type Stops } from '../stops.ts';
import { layoutOf, type PlacedDocument, placeDocuments, sharing } from './document-text.ts';
import type { Layout, Standing } from './layout.ts';
import { withLeadIns } from './lead-ins.ts';
import { told } from './run-pieces.ts';
import type { Piece, SheetBlock, SheetCell, SheetTable } from './sheet.ts';
import { measures } from './sheet.ts';
import { textBlocks } from './text-blocks.ts';

/** A document as it stands in the file of all options: laid side by side, and under each. */
export interface PlacedOptions {
  readonly key: string;
  readonly laid: SideBySide;
  readonly options: readonly { readonly letter: string; readonly placed: PlacedDocument }[];
}

/** Lays the documents of a change with options side by side, and finds their stops and where their citations lead. */
export function placeOptions({ documents }: OptionsPack, stems: readonly string[]): readonly PlacedOptions[] {
  const laid = documents.map(({ options }) => sideBySide(options.map(({ document }) => document.redline.blocks)));
  const stops = laid.map(({ stretches }) => findStopsInGroups(stretches.flatMap(groupsOf)));
  const letters = documents[0]?.options.map(({ letter }) => letter) ?? [];
  const placed = letters.map((_, option) =>
    placeDocuments(
      documents.map(({ options }) => options[option]?.document as PackDocument),
      stems,
      (_, index) => stops[index] as Stops,
    ),
  );
  return documents.map(({ key }, index) => ({
    key,
    laid: laid[index] as SideBySide,
    options: letters.map((letter, option) => ({ letter, placed: placed[option]?.[index] as PlacedDocument })),
  }));
}

/** The text of a document under all options: what they share once, and where they differ, each under its letter. */
export function optionsText({ laid, options }: PlacedOptions): readonly SheetBlock[] {
  const shared = sharing();
  const layouts = options.map(({ placed }) => layoutOf(placed, shared));
  const draw = (blocks: readonly RedlineBlock[], layout: Layout, standing: Standing) =>
    withLeadIns(blocks.flatMap((block) => blocksOf(block, laid, layout, standing)));
  return laid.stretches.flatMap((stretch): readonly SheetBlock[] => {
    const [first] = layouts;
    if (stretch.type === 'shared') return first ? draw(stretch.blocks, first, { nested: false, at: 0 }) : [];
    const each = options.map(({ letter }, index) => {
      const blocks = stretch.lists[index] ?? [];
      const drawn = draw(blocks, layouts[index] as Layout, { nested: false, at: 0, beside: measures.option });
      return { letter, blocks: [...said(blocks), ...drawn.map((block) => ofOption(block, letter))] };
    });
    return [{ type: 'options', width: measures.option, options: each }];
  });
}

function blocksOf(
  block: RedlineBlock,
  { continued }: SideBySide,
  layout: Layout,
  standing: Standing,
): readonly SheetBlock[] {
  const drawn = textBlocks(block, layout, standing);
  return continued.has(block) ? drawn.map((one) => (one.type === 'table' ? withToldHead(one) : one)) : drawn;
}

function said(blocks: readonly RedlineBlock[]): readonly SheetBlock[] {
  const words = blocks.length === 0 ? 'Nothing stands here.' : 'This stays as it is.';
  if (blocks.some(({ status }) => status !== 'same')) return [];
  return [{ type: 'paragraph', at: 0, pieces: [told(words)] }];
}

// The outline of the file would have one heading several times.
function ofOption(block: SheetBlock, letter: string): SheetBlock {
  return block.type === 'heading' ? { ...block, title: `${block.title} (Option ${letter})` } : block;
}

// The head of a table that only goes on was shown, and read, where it began.
function withToldHead(table: SheetTable): SheetTable {
  const toldCell = (cell: SheetCell): SheetCell => ({ ...cell, pieces: [told(wordsIn(cell.pieces), 'tag')] });
  return { ...table, head: table.head.map((row) => ({ ...row, cells: row.cells.map(toldCell) })) };
}

function wordsIn(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      return 'pieces' in piece ? wordsIn(piece.pieces) : '';
    })
    .join('');
}
