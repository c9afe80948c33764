import fc from 'fast-check';

const cell = fc.constantFrom(
  'Yes',
  'No',
  '',
  'the DCC',
  'the Panel',
  'within ten days',
  'means the *Gateway*.',
  '5.1.2',
);

/** A table as its cells, the head row first: the first column names the rows. */
type Cells = readonly (readonly string[])[];

const heads = ['When', 'Who', 'Duty', 'Route', 'Next step'] as const;

const tableCells: fc.Arbitrary<Cells> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 7 }))
  .chain(([width, length]) =>
    fc.array(fc.array(cell, { minLength: width - 1, maxLength: width - 1 }), { minLength: length, maxLength: length }),
  )
  .map((rows) => [
    ['Case', ...heads.slice(0, rows[0]?.length ?? 0)],
    ...rows.map((cells, index) => [`Case ${index + 1}`, ...cells]),
  ]);

const edit = fc.record({
  deed: fc.constantFrom('put in', 'take out', 'head', 'cells', 'cell', 'swap', 'row in', 'row out'),
  at: fc.nat(),
  other: fc.nat(),
  put: cell,
});

/** A document with a table, and a copy in which its columns, and perhaps its rows and cells, are others. */
export const tablePair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(tableCells, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([cells, edits]) => [
    documentWith(cells),
    documentWith(edits.reduce<Cells>((made, one, index) => edited(made, { ...one, index }), cells)),
  ]);

type Edit = { readonly deed: string; readonly at: number; readonly other: number; readonly put: string };

function edited(cells: Cells, { deed, at, other, put, index }: Edit & { readonly index: number }): Cells {
  const width = cells[0]?.length ?? 1;
  const column = 1 + (at % Math.max(1, width - 1));
  const row = 1 + (other % Math.max(1, cells.length - 1));
  const changed = (change: (row: readonly string[], line: number) => readonly string[]) => cells.map(change);
  switch (deed) {
    case 'put in':
      return changed((line, number) => line.toSpliced(column, 0, number === 0 ? `New ${index}` : put));
    case 'take out':
      return width > 2 ? changed((line) => line.toSpliced(column, 1)) : cells;
    case 'head':
      return changed((line, number) => (number === 0 ? line.with(column, `Other ${index}`) : line));
    case 'cells':
      return changed((line, number) => (number === 0 ? line : line.with(column, `${put} ${number}`.trim())));
    case 'swap':
      return width > 2 ? changed((line) => line.with(1, line[width - 1] ?? '').with(width - 1, line[1] ?? '')) : cells;
    case 'row in':
      return cells.toSpliced(row, 0, [`Case ${index} bis`, ...Array.from({ length: width - 1 }, () => put)]);
    case 'row out':
      return cells.length > 2 ? cells.toSpliced(row, 1) : cells;
    default:
      return cells.with(row, cells[row]?.with(column, put) ?? []);
  }
}

function documentWith(cells: Cells): string {
  const line = (row: readonly string[]) => `| ${row.map((text) => (text === '' ? '' : `${text} `)).join('| ')}|`;
  const [head = [], ...rows] = cells;
  const table = [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
  return `# 1 Cases\n\n1.1 The cases are these:\n\n${table}\n\n1.2 Nothing else is a case.\n`;
}
