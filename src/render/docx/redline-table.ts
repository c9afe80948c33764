import type { ParentBlock, RedlineBlock, Run, WordsBlock } from '../../model/redline.ts';
import type { Revision, WordCell, WordParagraph, WordRow, WordTable } from '../../word/word-document.ts';
import { cellsInColumns } from '../cells-in-columns.ts';
import { revisionOf } from './authorship.ts';
import { columnWidths } from './column-widths.ts';
import { isAt, type RedlineContext, type Standing, standingOf, takeBookmarks, waitFor } from './redline-context.ts';
import { wordInlines } from './redline-runs.ts';
import { citedRuns, type SetRun } from './set-runs.ts';

/** A table with its rows, columns and cells that only one text has as tracked changes. Word has no rows that move: they go and come. */
export function redlineTable(table: ParentBlock, standing: Standing, context: RedlineContext): WordTable {
  const [head] = table.children;
  const rows = table.children.filter((row): row is ParentBlock => row.type === 'row');
  const texts = rows.map((row) =>
    cellsInColumns(row, head).map((cell) => (cell && 'runs' in cell ? textOf(cell) : '')),
  );
  return {
    type: 'table',
    columns: columnWidths(texts),
    rows: rows.map((row) => redlineRow(row, table, standing, context)),
  };
}

function textOf({ runs }: WordsBlock): string {
  return runs.map(({ text }) => text).join('');
}

function redlineRow(row: ParentBlock, table: ParentBlock, around: Standing, context: RedlineContext): WordRow {
  const standing = standingOf(row, around);
  const [head] = table.children;
  const columns = head && 'children' in head ? head.children : [];
  const revision = wholeRevision(standing.moved?.type ?? row.status, context);
  // In a row that comes or goes, one comment is enough.
  const inRow = revision ? { ...standing, whole: standing.whole ?? row } : standing;
  waitFor(row, context);
  return {
    ...(row.header && { header: true }),
    ...(revision && { revision }),
    cells: cellsInColumns(row, head).map((cell, column): WordCell => {
      const ofColumn = wholeRevision((cell ?? columns[column])?.status ?? 'same', context);
      const align = table.align?.[column];
      const blocks = cellParagraphs(cell, row.header ? 'TableHead' : 'TableText', inRow, context);
      return {
        ...(ofColumn && !(revision && cell) && { revision: ofColumn }),
        blocks: align ? blocks.map((block) => ({ ...block, align })) : blocks,
      };
    }),
  };
}

function wholeRevision(status: RedlineBlock['status'], { authorship }: RedlineContext): Revision | undefined {
  if (status === 'inserted' || status === 'moved-to') return { type: 'inserted', ...authorship };
  return status === 'deleted' || status === 'moved-from' ? { type: 'deleted', ...authorship } : undefined;
}

function cellParagraphs(
  cell: RedlineBlock | undefined,
  style: string,
  { moved, whole }: Standing,
  context: RedlineContext,
): readonly WordParagraph[] {
  if (cell?.type !== 'cell') return [{ type: 'paragraph', style, children: [] }];
  waitFor(cell, context);
  const present = citedRuns(cell.runs, context.citationsIn(cell)).filter((run) => isAt(run, moved));
  return linesOf(present).map(({ runs, end }): WordParagraph => {
    const mark = end && revisionOf(end, context.authorship);
    return {
      type: 'paragraph',
      style,
      ...takeBookmarks(context),
      ...(mark && { mark }),
      children: context.remarks.around(whole ?? cell, wordInlines(runs, moved, context)),
    };
  });
}

/** What stands between two line breaks of a cell, and the break that ends it. */
interface CellLine {
  readonly runs: readonly SetRun[];
  readonly end?: Run;
}

function linesOf(runs: readonly SetRun[]): readonly CellLine[] {
  const lines: CellLine[] = [];
  let open: SetRun[] = [];
  for (const run of runs) {
    if (run.text === '<br>' && run.formats.length === 1 && run.formats[0] === 'html' && run.link === undefined) {
      lines.push({ runs: open, end: run });
      open = [];
    } else open.push(run);
  }
  return [...lines, { runs: open }];
}
