import { below, heldValue, isWithin, placeOf, type XmlElement } from './lint-tree.ts';

/** What is wrong with the order of paragraphs, tables and text in a part. */
export function lintStructure(root: XmlElement): readonly string[] {
  const elements = below(root);
  const named = (name: string) => elements.filter((element) => element.name === name);
  return [
    ...named('w:tc').flatMap(lintCell),
    ...named('w:tr').flatMap(lintRow),
    ...named('w:tbl').flatMap(lintTable),
    ...named('w:t').flatMap((text) =>
      isWithin(text, 'w:del') ? [`deleted text is written as ordinary text (w:t in w:del), ${placeOf(text)}`] : [],
    ),
    ...named('w:delText').flatMap((text) =>
      isWithin(text, 'w:del') && !isWithin(text, 'w:moveFrom')
        ? []
        : [`deleted text (w:delText) stands outside a deletion, ${placeOf(text)}`],
    ),
    ...named('w:tag').flatMap(({ attributes }) => lintTag(attributes['w:val'] ?? '')),
  ];
}

function lintTag(tag: string): readonly string[] {
  return tag.length > 64 ? [`the tag “${tag.slice(0, 40)}…” is ${tag.length} characters long, Word takes 64`] : [];
}

const blocks = new Set(['w:p', 'w:tbl', 'w:sdt']);

function lintCell(cell: XmlElement): readonly string[] {
  const last = cell.children.findLast(({ name }) => blocks.has(name));
  if (!below(cell).some(({ name }) => name === 'w:p')) return [`a cell has no paragraph, ${placeOf(cell)}`];
  return last?.name === 'w:tbl' ? [`a cell ends with a table and not with a paragraph, ${placeOf(cell)}`] : [];
}

const marks = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'];

// A reader that does not know rows to be revised keeps what is not marked itself.
function lintRow(row: XmlElement): readonly string[] {
  if (!row.children.some(({ name }) => name === 'w:tc')) return ['a row has no cell'];
  const properties = row.children.find(({ name }) => name === 'w:trPr');
  const revised = properties?.children.some(({ name }) => marks.includes(name));
  if (!revised) return [];
  const plain = below(row).find((element) => element.name === 'w:r' && !isWithin(element, ...marks));
  return plain ? [`a row came or went, but words in it did not, ${placeOf(plain)}`] : [];
}

function lintTable(table: XmlElement): readonly string[] {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const grid = table.children.find(({ name }) => name === 'w:tblGrid');
  const columns = grid?.children.length ?? 0;
  const uneven = rows.find((row) => columnsOf(row) !== columns);
  const siblings = (table.parent?.children ?? []).filter(({ name }) => blocks.has(name));
  const above = siblings[siblings.indexOf(table) - 1];
  return [
    ...(rows.length === 0 ? ['a table has no row'] : []),
    ...(uneven ? [`a row covers ${columnsOf(uneven)} columns of ${columns}, ${placeOf(uneven)}`] : []),
    ...(above?.name === 'w:tbl' && !(isRevised(above) && isRevised(table))
      ? [`two tables touch, and Word makes one of them, ${placeOf(table)}`]
      : []),
  ];
}

// With those that it says it leaves free at its ends.
function columnsOf(row: XmlElement): number {
  const own = row.children.find(({ name }) => name === 'w:trPr');
  const free = (name: string) => Number((own && heldValue(own, name)) ?? 0);
  return row.children
    .filter(({ name }) => name === 'w:tc')
    .reduce((sum, cell) => {
      const properties = cell.children.find(({ name }) => name === 'w:tcPr');
      return sum + Number((properties && heldValue(properties, 'w:gridSpan')) ?? 1);
    }, free('w:gridBefore') + free('w:gridAfter'));
}

function isRevised(table: XmlElement): boolean {
  return table.children
    .filter(({ name }) => name === 'w:tr')
    .every((row) => row.children[0]?.children.some(({ name }) => marks.includes(name)));
}
