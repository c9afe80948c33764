import type {
  WordBlock,
  WordDocument,
  WordInline,
  WordNoteReference,
  WordParagraph,
  WordRow,
  WordRun,
} from './word-document.ts';

/** What a revision can be of: a run, the call of a footnote, or the mark of a paragraph. */
export type Unit = WordRun | WordNoteReference | WordParagraph;

/** The units of blocks in reading order; a paragraph stands for its mark, after its words. */
export function unitsOf(blocks: readonly WordBlock[]): readonly Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) collectBlock(block, units);
  return units;
}

function collectBlock(block: WordBlock, units: Unit[]): void {
  if (block.type === 'container') for (const child of block.blocks) collectBlock(child, units);
  else if (block.type === 'table')
    for (const { cells } of block.rows)
      for (const { blocks } of cells) for (const child of blocks) collectBlock(child, units);
  else {
    for (const child of block.children) collectInline(child, units);
    units.push(block);
  }
}

function collectInline(inline: WordInline, units: Unit[]): void {
  if ('children' in inline) for (const child of inline.children) collectInline(child, units);
  else if (inline.type === 'run' || inline.type === 'note-reference') units.push(inline);
}

/** The blocks of the body and of each footnote. */
export function storiesOf(document: WordDocument): readonly (readonly WordBlock[])[] {
  return [document.blocks, ...document.footnotes.map(({ blocks }) => blocks)];
}

/** The document with the body and each footnote put through `map`. */
export function mapStories(
  document: WordDocument,
  map: (blocks: readonly WordBlock[]) => readonly WordBlock[],
): WordDocument {
  return {
    ...document,
    blocks: map(document.blocks),
    footnotes: document.footnotes.map((footnote) => ({ ...footnote, blocks: map(footnote.blocks) })),
  };
}

/** Blocks in which each run of a paragraph's own, or of a link or span in it, is those that `split` gives for it. */
export function splitRuns(
  blocks: readonly WordBlock[],
  split: (run: WordRun) => readonly WordRun[],
): readonly WordBlock[] {
  return blocks.map((block): WordBlock => {
    if (block.type === 'paragraph') return { ...block, children: splitInlines(block.children, split) };
    if (block.type === 'container') return { ...block, blocks: splitRuns(block.blocks, split) };
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: splitRuns(cell.blocks, split) })),
    }));
    return { ...block, rows };
  });
}

function splitInlines(
  inlines: readonly WordInline[],
  split: (run: WordRun) => readonly WordRun[],
): readonly WordInline[] {
  return inlines.flatMap((inline): readonly WordInline[] => {
    if (inline.type === 'run') return split(inline);
    if (inline.type !== 'link' && inline.type !== 'span') return [inline];
    return [{ ...inline, children: splitInlines(inline.children, split) }];
  });
}

/** What a unit becomes. It stays of its type; `was` is the one in the blocks given. */
type MapUnit = <T extends Unit>(unit: T, was: T) => T;

/** Blocks with every unit in them put through `map`; each unit is a new object. */
export function mapUnits(blocks: readonly WordBlock[], map: MapUnit): readonly WordBlock[] {
  return blocks.map((block) => mapBlock(block, map));
}

function mapBlock(block: WordBlock, map: MapUnit): WordBlock {
  switch (block.type) {
    case 'paragraph':
      return map({ ...block, children: block.children.map((child) => mapInline(child, map)) }, block);
    case 'container':
      return { ...block, blocks: mapUnits(block.blocks, map) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => mapRow(row, map)) };
  }
}

function mapRow(row: WordRow, map: MapUnit): WordRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, blocks: mapUnits(cell.blocks, map) })) };
}

function mapInline(inline: WordInline, map: MapUnit): WordInline {
  switch (inline.type) {
    case 'run':
    case 'note-reference':
      return map({ ...inline }, inline);
    case 'link':
    case 'span':
      return { ...inline, children: inline.children.map((child) => mapInline(child, map)) };
    case 'field':
      return { ...inline, children: inline.children.map((run) => map({ ...run }, run)) };
    default:
      return inline;
  }
}
