import type { WordBlock, WordCell, WordRow, WordTable } from '../word-document.ts';
import { chooseAlternative } from './alternatives.ts';
import { inlineText } from './blocks-text.ts';
import { limits } from './limits.ts';
import { findRevision, isRevision } from './revisions.ts';
import { type Story, tell, type Within } from './story.ts';
import { printPlace } from './told.ts';
import { child, childrenNamed, onOff, value, wholeNumber, type XmlElement } from './xml.ts';

type ReadBlocks = (children: readonly XmlElement[], story: Story, within: Within) => WordBlock[];

/** Elements that stand around rows or cells. */
const around = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'mc:AlternateContent']);

const silent = /Pr$|^w:(?:tblGrid|bookmarkEnd|proofErr|permStart|permEnd)$/;

/** Reads a table (17.4). What stands in it outside of every cell follows it, so that nothing is lost. */
export function readTable(
  element: XmlElement,
  story: Story,
  within: Within,
  readBlocks: ReadBlocks,
): readonly WordBlock[] {
  const outer = story.place.cell;
  story.place.table += outer === '' ? 1 : 0;
  const name = outer === '' ? `table ${story.place.table}` : `${outer}, the table in it`;
  if (outer !== '') tell(story, 'a table inside a table', printPlace(story.place));
  const strays: XmlElement[] = [];
  const rows: WordRow[] = [];
  for (const row of gather(element.children, 'w:tr', strays)) {
    rows.push(readRow(row, story, within, readBlocks, `${name}, row ${rows.length + 1}`, strays));
  }
  story.place.cell = outer;
  const widths = childrenNamed(child(element, 'w:tblGrid'), 'w:gridCol').slice(0, limits.columns);
  const columns = widths.map((one) => wholeNumber(one.attributes['w:w']) ?? 0);
  const indent = wholeNumber(child(child(element, 'w:tblPr'), 'w:tblInd')?.attributes['w:w']);
  const table: WordTable = { type: 'table', columns, ...(indent !== undefined && { indent }), rows };
  return [table, ...readBlocks(strays, story, within)];
}

/** The elements of a name among children, also inside what stands around them; the others go to `strays`. */
function gather(children: readonly XmlElement[], name: string, strays: XmlElement[]): readonly XmlElement[] {
  return children.flatMap((one) => {
    if (one.name === name) return [one];
    if (one.name === 'mc:AlternateContent') return gather(chooseAlternative(one), name, strays);
    if (around.has(one.name) || isRevision(one)) return gather(one.children, name, strays);
    if (!silent.test(one.name)) strays.push(one);
    return [];
  });
}

function readRow(
  element: XmlElement,
  story: Story,
  within: Within,
  readBlocks: ReadBlocks,
  name: string,
  strays: XmlElement[],
): WordRow {
  const properties = child(element, 'w:trPr');
  const revision = findRevision(properties, story.shared.moves) ?? within.row;
  const cells: WordCell[] = [];
  const free = spanOf(value(properties, 'w:gridBefore'), 0);
  if (free > 0) cells.push({ columns: free, blocks: [emptyParagraph(story)] });
  for (const cell of gather(element.children, 'w:tc', strays)) {
    story.place.cell = `${name}, cell ${cells.length + 1}`;
    const read = readCell(cell, story, { ...within, row: revision }, readBlocks);
    const last = cells.at(-1);
    if (continuesCell(cell) && last) cells[cells.length - 1] = widen(last, read);
    else cells.push(read);
  }
  return { ...(onOff(properties, 'w:tblHeader') && { header: true }), ...(revision && { revision }), cells };
}

function readCell(element: XmlElement, story: Story, within: Within, readBlocks: ReadBlocks): WordCell {
  const properties = child(element, 'w:tcPr');
  const revision = findRevision(properties, story.shared.moves);
  const merge = child(properties, 'w:vMerge');
  const span = spanOf(value(properties, 'w:gridSpan'), 1);
  const blocks = readBlocks(element.children, story, { ...within, row: revision ?? within.row });
  if (blocks.at(-1)?.type !== 'paragraph') blocks.push(emptyParagraph(story));
  return {
    ...(span > 1 && { columns: span }),
    ...(merge && merge.attributes['w:val'] !== 'restart' && { merged: true }),
    ...(revision && { revision }),
    blocks,
  };
}

/** Cells merged across in the old way, where each but the first says that it goes on (17.4.22). */
function continuesCell(element: XmlElement): boolean {
  const merge = child(child(element, 'w:tcPr'), 'w:hMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
}

function widen(cell: WordCell, next: WordCell): WordCell {
  const more = next.blocks.filter((block) => block.type !== 'paragraph' || inlineText(block.children) !== '');
  const columns = Math.min((cell.columns ?? 1) + (next.columns ?? 1), limits.columns);
  return { ...cell, columns, blocks: [...cell.blocks, ...more] };
}

function spanOf(said: string | undefined, least: number): number {
  return Math.min(Math.max(wholeNumber(said) ?? least, least), limits.columns);
}

function emptyParagraph(story: Story): WordBlock {
  return { type: 'paragraph', style: story.shared.styles.standard('paragraph') ?? 'Normal', children: [] };
}
