import type { Revision, WordBlock, WordDocument, WordInline, WordParagraph, WordTable } from '../word/word-document.ts';
import type { Told } from './imported.ts';

type Who = Pick<Revision, 'author' | 'date'>;

interface Telling {
  readonly told: Told[];
  place: string;
  paragraphs: number;
  tables: number;
}

/** Tells each tracked change of a document: what was done, by whom and when, where, and the words of it. */
export function tellRevisions(document: WordDocument): readonly Told[] {
  const telling: Telling = { told: [], place: '', paragraphs: 0, tables: 0 };
  tellBlocks(document.blocks, telling, '');
  for (const { id, blocks } of document.footnotes) tellBlocks(blocks, telling, `footnote ${id}`);
  return telling.told;
}

function tellBlocks(blocks: readonly WordBlock[], telling: Telling, inside: string): void {
  for (const block of blocks) {
    if (block.type === 'container') tellBlocks(block.blocks, telling, inside);
    else if (block.type === 'table') tellTable(block, telling, inside);
    else {
      if (inside === '') telling.paragraphs += 1;
      telling.place = inside === '' ? `paragraph ${telling.paragraphs}` : inside;
      tellParagraph(block, telling);
    }
  }
}

function tellTable(table: WordTable, telling: Telling, inside: string): void {
  telling.tables += 1;
  const name = inside === '' ? `table ${telling.tables}` : `${inside}, a table`;
  table.rows.forEach((row, index) => {
    const place = `${name}, row ${index + 1}`;
    if (row.revision) telling.told.push({ what: `a row ${said(row.revision)}`, where: place });
    row.cells.forEach((cell, number) => {
      const where = `${place}, cell ${number + 1}`;
      if (cell.revision) telling.told.push({ what: `a cell ${said(cell.revision)}`, where });
      tellBlocks(cell.blocks, telling, where);
    });
  });
}

function tellParagraph({ children, mark, styleBefore }: WordParagraph, telling: Telling): void {
  const words: { revision: Revision; text: string }[] = [];
  gather(children, words, telling);
  for (const { revision, text } of words)
    telling.told.push({ what: `words ${said(revision)}`, where: telling.place, text });
  if (mark) telling.told.push({ what: `the end of a paragraph ${said(mark)}`, where: telling.place });
  if (styleBefore) telling.told.push({ what: `another style given${by(styleBefore)}`, where: telling.place });
}

// Programs cut what was done at once into many runs.
function gather(
  children: readonly WordInline[],
  words: { revision: Revision; text: string }[],
  telling: Telling,
): void {
  let last: Revision | undefined;
  for (const child of children) {
    if (child.type === 'link' || child.type === 'span' || child.type === 'field')
      gather(child.children, words, telling);
    if (child.type !== 'run') continue;
    if (child.before) telling.told.push({ what: `another setting given${by(child.before)}`, where: telling.place });
    const { revision } = child;
    const open = words.at(-1);
    if (revision && last && open && said(revision) === said(last)) open.text += child.text;
    else if (revision) words.push({ revision, text: child.text });
    last = revision;
  }
}

const deeds = {
  inserted: 'inserted',
  deleted: 'deleted',
  'moved-from': 'moved away',
  'moved-to': 'moved here',
} as const;

function said(revision: Revision): string {
  return `${deeds[revision.type]}${by(revision)}`;
}

function by({ author, date }: Who): string {
  return `${author === '' ? '' : ` by ${author}`}${date === undefined ? '' : ` on ${date.slice(0, 10)}`}`;
}
