import type { SubstituteProvision } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { SubstituteColumn } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { cellsInOrder, readColumnCells } from './column-cells.ts';
import { type Column, columnAt, rowsThere, unfoundColumn } from './columns.ts';
import { noEffect, type Outcome } from './placed.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { printOperation } from './print-operation.ts';
import type { RefusalText } from './refusal.ts';
import type { TablesAfter } from './tables-after.ts';

const substituteExample = 'In the table in paragraph 5.5.3, for the column “X” substitute—';

/**
 * Works out “for the column “X” substitute—”: the head and every cell of the column get the words given, and what has the same words
 * already keeps them. The first column names the rows, and stays.
 */
export function substituteColumn(
  operation: SubstituteColumn,
  document: Document,
  by: number,
  tables: TablesAfter,
): Outcome {
  const { at, content } = operation;
  const column =
    columnAt(document, at) ?? cellOfRow(operation, document) ?? unfoundColumn(document, at, substituteExample);
  if ('rule' in column) return column;
  const { table, index } = column;
  const [head, ...rows] = rowsThere(table, tables);
  const given = readColumnCells(content);
  const refusal = wrongHead(given.head, column, document);
  if (refusal) return refusal;
  const cells = cellsInOrder(given, rows, document);
  if ('rule' in cells) return cells;
  const words = [given.head ?? '', ...cells];
  const edits = [head, ...rows].flatMap((row, line) => {
    const cell = row?.children[index];
    return cell ? cellEdit(document, cell, words[line] ?? '', by) : [];
  });
  return edits.length === 0 ? { ...noEffect, other: { document, range: table } } : { edits, omissions: [] };
}

/** Why words cannot be substituted for a whole column; nothing where it is a cell that is named. */
export function wordsForColumn({ at, content }: SubstituteProvision, document: Document): RefusalText | undefined {
  const column = at.type === 'cell' ? columnAt(document, at) : undefined;
  if (!column || 'rule' in column || at.type !== 'cell') return undefined;
  const { of } = at;
  const head = { type: 'cell', column: at.column, of: { type: 'head-row', of } } as const;
  const quoted = { type: 'substitute-provision', at: head, content } as const;
  return {
    rule: 'wrong-kind',
    text: 'expected the new column in a block quote, found words: the instruction names a whole column',
    advice: `to change its head alone: ${printOperation(quoted)} To change its cells: ${substituteExample}`,
    other: { document, range: column.table.children[0] ?? column.table },
  };
}

// “For the column “X” of the row for step 5.5.3.1 substitute—”: one cell, whose words are quoted.
function cellOfRow({ at }: SubstituteColumn, document: Document): RefusalText | undefined {
  const holder = locate(document, at.of);
  if (holder.type !== 'provision' || !['row', 'definition'].includes(holder.provision.type)) return undefined;
  const quoted = { type: 'substitute-provision', at, content: 'the new words' } as const;
  return {
    rule: 'wrong-kind',
    text: 'expected a whole column of a table, found the cell of one row',
    advice: `quote the new words of the cell: ${printOperation(quoted)}`,
    other: { document, range: holder.provision },
  };
}

function wrongHead(head: string | undefined, { table, index }: Column, document: Document): RefusalText | undefined {
  const [row] = table.children;
  const other = row && { document, range: row };
  if (index === 0)
    return {
      rule: 'names-the-rows',
      text: 'the first column names the rows of the table, and cannot be substituted as a whole',
      advice: 'renumber the steps, or substitute the rows one by one',
      other,
    };
  if (head === undefined || head === '')
    return {
      rule: 'head-missing',
      text: 'expected the head of the new column and a line of dashes above its cells, found none',
      advice: `begin the block quote with two lines: > | ${row?.children[index]?.title ?? ''} | and > |---|`,
      other,
    };
  if (!row?.children.some(({ title }, at) => at !== index && title === head.replace(/\s+/g, ' '))) return undefined;
  return {
    rule: 'head-taken',
    text: `expected a head that no other column of the table has, found “${head}”`,
    advice: 'give the new column another head',
    other,
  };
}

// The words alone, so that the bars and the spaces beside them stay; an empty cell has one space.
function cellEdit({ source }: Document, { words }: Provision, text: string, by: number): readonly PlannedEdit[] {
  const old = source.slice(words.start, words.end);
  if (old === text) return [];
  const meant = { type: 'words' } as const;
  const spaced = source.charAt(words.start - 1) === ' ';
  if (old === '') return [{ ...words, text: `${spaced ? '' : ' '}${text} `, by, meant }];
  const start = text === '' && spaced ? words.start - 1 : words.start;
  return [{ start, end: words.end, text, by, meant }];
}
