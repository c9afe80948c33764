import { settleInline } from './settle-inlines.ts';
import { settleJoins } from './settle-joins.ts';
import { isWhollyRevised, settleMarks, settleTails } from './settle-marks.ts';
import { settleRows } from './settle-rows.ts';
import type { WordBlock, WordParagraph, WordTable } from './word-document.ts';
import { sameRevision } from './write-revision.ts';

type Piece =
  | { readonly type: 'open'; readonly tag: string }
  | { readonly type: 'close' }
  | { readonly type: 'block'; readonly block: WordParagraph | WordTable };

/**
 * The blocks of a body, a cell or a note, so that accepting and rejecting their revisions gives exactly the two texts, whoever does
 * it. No container stays round a paragraph whose end came or went, and no span round words that all did: what is left of it would
 * be empty, or lie across its boundary. Between two tables, and after a table that ends them, stands an empty paragraph, which
 * Word needs (17.4.37).
 */
export function settleBlocks(blocks: readonly WordBlock[]): readonly WordBlock[] {
  const pieces = blocks.flatMap(piecesOf);
  const settled = pieces.map((piece): Piece => {
    if (piece.type !== 'block') return piece;
    const { block } = piece;
    return { type: 'block', block: block.type === 'table' ? settleTable(block) : settleParagraph(block) };
  });
  return gathered(separated(withMarks(settled)));
}

function piecesOf(block: WordBlock): readonly Piece[] {
  if (block.type !== 'container') return [{ type: 'block', block }];
  return [{ type: 'open', tag: block.tag }, ...block.blocks.flatMap(piecesOf), { type: 'close' }];
}

function settleTable(table: WordTable): WordTable {
  const { rows, ...rest } = settleRows(table);
  return {
    ...rest,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: settleBlocks(cell.blocks) })),
    })),
  };
}

function settleParagraph(paragraph: WordParagraph): WordParagraph {
  return { ...paragraph, children: paragraph.children.flatMap(settleInline) };
}

// Settles the marks of each stretch of paragraphs, then takes the containers away that hold one or held one, or into which words run.
function withMarks(pieces: readonly Piece[]): readonly Piece[] {
  const written: Piece[] = [];
  const revised = new Set<number>();
  let stretch: Piece[] = [];
  for (const piece of pieces) {
    if (piece.type !== 'block' || piece.block.type !== 'table') {
      stretch.push(piece);
      continue;
    }
    settleStretch(stretch, true, written, revised);
    stretch = [];
    if (piece.block.rows.some(({ revision }) => revision)) revised.add(written.length);
    written.push(piece);
  }
  settleStretch(stretch, false, written, revised);
  return withoutContainers(written, revised);
}

function settleStretch(stretch: readonly Piece[], beforeTable: boolean, written: Piece[], revised: Set<number>): void {
  const paragraphs = stretch.flatMap((piece) =>
    piece.type === 'block' && piece.block.type === 'paragraph' ? [piece.block] : [],
  );
  const tailed = settleTails(paragraphs);
  const settled = settleJoins(settleMarks(tailed, beforeTable));
  let index = 0;
  for (const piece of stretch) {
    if (piece.type !== 'block') {
      written.push(piece);
      continue;
    }
    const block = settled[index];
    const above = tailed[index - 1];
    const runsIn = above?.mark !== undefined && !isWhollyRevised(above);
    if (paragraphs[index]?.mark || block?.mark || runsIn) revised.add(written.length);
    if (block) written.push({ type: 'block', block });
    index += 1;
  }
}

function withoutContainers(pieces: readonly Piece[], revised: ReadonlySet<number>): readonly Piece[] {
  const dropped = new Set<number>();
  const open: { at: number; revised: boolean }[] = [];
  pieces.forEach((piece, index) => {
    if (revised.has(index)) for (const container of open) container.revised = true;
    if (piece.type === 'open') open.push({ at: index, revised: false });
    if (piece.type !== 'close') return;
    const container = open.pop();
    if (!container?.revised) return;
    dropped.add(container.at);
    dropped.add(index);
  });
  return pieces.filter((_, index) => !dropped.has(index));
}

function separated(pieces: readonly Piece[]): readonly Piece[] {
  const written: Piece[] = [];
  let above: WordTable | undefined;
  for (const piece of pieces) {
    if (piece.type === 'block') {
      const table = piece.block.type === 'table' ? piece.block : undefined;
      if (above && table && !goTogether(above, table)) written.push(separator);
      above = table;
    }
    written.push(piece);
  }
  return above ? [...written, separator] : written;
}

// Two tables that came or went together need nothing between, which would be left when they go.
function goTogether(...tables: readonly WordTable[]): boolean {
  const [first, ...rest] = tables.flatMap(({ rows }) => rows.map(({ revision }) => revision));
  return first !== undefined && rest.every((revision) => sameRevision(revision, first));
}

const separator: Piece = { type: 'block', block: { type: 'paragraph', style: 'Separator', children: [] } };

function gathered(pieces: readonly Piece[]): readonly WordBlock[] {
  const levels: { tag: string; blocks: WordBlock[] }[] = [{ tag: '', blocks: [] }];
  for (const piece of pieces) {
    if (piece.type === 'open') levels.push({ tag: piece.tag, blocks: [] });
    else if (piece.type === 'block') levels.at(-1)?.blocks.push(piece.block);
    else {
      const closed = levels.pop();
      if (closed && closed.blocks.length > 0) levels.at(-1)?.blocks.push({ type: 'container', ...closed });
    }
  }
  return levels[0]?.blocks ?? [];
}
