import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange } from '../../src/change/apply.ts';
import { readChange } from '../../src/change/read-change.ts';
import { formatMarkdown } from '../../src/source/format.ts';
import { parseDocument } from '../../src/source/parse.ts';

const made = fc.record({
  width: fc.integer({ min: 2, max: 5 }),
  height: fc.integer({ min: 2, max: 5 }),
  omittedColumns: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  omittedRows: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  substitutedRows: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 1 }),
  newColumns: fc.array(fc.record({ after: fc.nat({ max: 4 }), named: fc.boolean() }), { maxLength: 3 }),
  newRows: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }),
  turned: fc.boolean(),
});

type Made = typeof made extends fc.Arbitrary<infer One> ? One : never;

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const quoted = (lines: readonly string[]) => lines.map((words) => `    > ${words}`).join('\n');
const table = 'in the table in paragraph 5.1';

/** The instructions, and the table that they mean, worked out cell by cell. */
function drafted(given: Made) {
  const { width, height, newColumns } = given;
  const within = (list: readonly number[], most: number) => list.filter((index) => index < most);
  const [omittedColumns, omittedRows] = [within(given.omittedColumns, width), within(given.omittedRows, height)];
  const substitutedRows = within(given.substitutedRows, height).filter((row) => !omittedRows.includes(row));
  const newRows = within(given.newRows, height).filter((row) => !omittedRows.includes(row));
  const rows = Array.from({ length: height }, (_, row) => row);
  const staying = rows.filter((row) => !omittedRows.includes(row) && !substitutedRows.includes(row));
  // A new column cannot be given without a cell.
  const columns = staying.length === 0 ? [] : newColumns.filter(({ after }) => after < width);
  const heads = ['Row', 'B', 'C', 'D', 'E'].slice(0, width);
  const cellsOf = (label: string, own: (column: number) => string, fresh: (index: number) => string) =>
    heads.flatMap((_, column) => [
      ...(omittedColumns.includes(column) ? [] : [column === 0 ? label : own(column)]),
      ...columns.flatMap(({ after }, index) => (after === column ? [fresh(index)] : [])),
    ]);
  const whole = (label: string, words = label) =>
    cellsOf(
      label,
      (column) => `${words} ${column}`,
      (index) => `${words} n${index}`,
    );
  const rowAfter = (row: number) => whole(`r${row}`, substitutedRows.includes(row) ? `other r${row}` : undefined);
  const instructions = [
    ...omittedColumns.map((column) => `${table}, omit the column “${heads[column]}”.`),
    ...omittedRows.map((row) => `${table}, omit the row for “r${row}”.`),
    ...columns.map(({ after, named }, index) => {
      const cells = staying.map((row) => line([...(named ? [`r${row}`] : []), `r${row} n${index}`]));
      return `${table}, after the column “${heads[after]}” insert the column “N${index}”—\n\n${quoted(named ? cells.reverse() : cells)}`;
    }),
    ...substitutedRows.map(
      (row) => `${table}, for the row for “r${row}” substitute—\n\n${quoted([line(rowAfter(row))])}`,
    ),
    ...newRows.map((row) => `${table}, after the row for “r${row}” insert—\n\n${quoted([line(whole(`s${row}`))])}`),
  ];
  const before = [
    heads,
    ...rows.map((row) => heads.map((_, column) => (column === 0 ? `r${row}` : `r${row} ${column}`))),
  ];
  const after = [
    cellsOf(
      'Row',
      (column) => heads[column] ?? '',
      (index) => `N${index}`,
    ),
    ...rows.flatMap((row) => [
      ...(omittedRows.includes(row) ? [] : [rowAfter(row)]),
      ...(newRows.includes(row) ? [whole(`s${row}`)] : []),
    ]),
  ];
  return { instructions, before, after };
}

function textOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const lines = [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
  return `---\nappendix: D\nversion: "1.0"\n---\n# A\n\n5.1 The table:\n\n${lines.join('\n')}\n\n5.2 More.\n`;
}

it('rows and columns of one table come and go together, and every cell is where it is meant', () => {
  fc.assert(
    fc.property(made, (given) => {
      const { instructions, before, after } = drafted(given);
      fc.pre(instructions.length > 0 && after.length > 1);
      // Columns put in at one place stand in the order of their instructions: only others may be turned.
      const columns = given.newColumns.map(({ after: place }) => place);
      const turned = given.turned && new Set(columns).size === columns.length;
      const numbered = (turned ? instructions.toReversed() : instructions).map((words, at) => `${at + 1}. ${words}\n`);
      const head = '---\nchange: SPECIMEN\ntitle: T\nstage: s\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n\n';
      const read = readChange(head + numbered.join('\n'), 'change.md');
      if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
      const applied = applyChange(read.change, new Map([['D', parseDocument(textOf(before), 'D.md')]]));
      if (!applied.ok) throw new Error(applied.refusals.map(({ text }) => text).join(' '));
      expect(applied.documents.get('D')?.after.source).toBe(textOf(after));
      expect(formatMarkdown(textOf(after))).toBe(textOf(after));
    }),
    { numRuns: 600 },
  );
});
