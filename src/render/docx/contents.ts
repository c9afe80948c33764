import { isWhollyRevised, settleMarks } from '../../word/settle-marks.ts';
import { contentsTag } from '../../word/styles.ts';
import type { Revision, WordBlock, WordFieldEdge, WordParagraph, WordRun } from '../../word/word-document.ts';
import type { Authorship } from './authorship.ts';
import { contentsEntries } from './contents-entries.ts';
import { type HeadingLine, headingLines } from './heading-lines.ts';

type Lines = readonly HeadingLine[];

/**
 * The text of a document with its contents, tracked as the headings are: all accepted, they are those of the text after; all rejected,
 * those of the text before. They are a field of Word's own (17.16.5.68) that shows what Word would show on updating it: without page
 * numbers (`\n`), which nobody knows before the pages are laid out. A text without headings besides its title has none.
 */
export function withContents(blocks: readonly WordBlock[], authorship: Authorship): readonly WordBlock[] {
  const [before, after] = [headingLines(blocks, 'before'), headingLines(blocks, 'after')];
  const least = opensWithTitle(before) && opensWithTitle(after) ? 2 : 1;
  const listed = { before: atLeast(least, before), after: atLeast(least, after) };
  const all = [...listed.before, ...listed.after];
  if (all.length === 0) return blocks;
  const entries = contentsEntries(blocks, listed, authorship);
  const one = listed.before.length === 0 ? 'inserted' : listed.after.length === 0 ? 'deleted' : undefined;
  const most = all.reduce((deepest, { level }) => Math.max(deepest, level), 1);
  const field = fieldBlocks(entries, `TOC \\n \\h \\o "${least}-${most}"`, one && { type: one, ...authorship });
  const at = contentsPlace(blocks, new Set(all.flatMap(({ paragraphs }) => paragraphs)), one);
  return [...blocks.slice(0, at), ...field, ...blocks.slice(at)];
}

// The one heading of the first level, if there is one, is the title, below which the contents stand.
function opensWithTitle(lines: Lines): boolean {
  return lines.every(({ level }, index) => level > 1 || index === 0);
}

function atLeast(least: number, lines: Lines): Lines {
  return lines.filter(({ level }) => level >= least);
}

/** The field with what stands above it. `whole`: only one text has contents. */
function fieldBlocks(
  entries: readonly WordParagraph[],
  instruction: string,
  whole: Revision | undefined,
): readonly WordBlock[] {
  const start: WordFieldEdge = { type: 'field-start', instruction };
  const end = fineLine({ type: 'field-end' });
  const words: WordRun = { type: 'run', text: 'Contents', ...(whole && { revision: whole }) };
  const title: WordParagraph = {
    type: 'paragraph',
    style: 'TOCHeading',
    ...(whole && { mark: whole }),
    children: [words],
  };
  // LibreOffice joins no paragraphs across the edges of a field, and keeps pieces of one that is tracked with its edges: what comes or goes
  // whole stands between fine lines that stay.
  const blocks = whole
    ? [title, fineLine(), fineLine(start), ...entries, fineLine(), end]
    : [title, ...startingWith(start, endedEntries(entries)), end];
  // It loses what changes in a content control.
  return entries.some(isTracked) ? blocks : [{ type: 'container', tag: contentsTag, blocks }];
}

function fineLine(...children: readonly WordFieldEdge[]): WordParagraph {
  return { type: 'paragraph', style: 'Separator', children };
}

// The last entry cannot run into what stands below the contents. It shares an end with the one above, as at the end of a body; where some of
// the last came and others went, two would share one line, and a fine line stands below them instead.
function endedEntries(entries: readonly WordParagraph[]): readonly WordParagraph[] {
  const last = entries.slice(entries.findLastIndex(({ mark }) => mark === undefined) + 1);
  const kinds = new Set(last.map(({ mark }) => mark?.type));
  return kinds.size > 1 ? [...entries, fineLine()] : settleMarks(entries, false).flatMap((entry) => entry ?? []);
}

function startingWith(start: WordFieldEdge, entries: readonly WordParagraph[]): readonly WordParagraph[] {
  return entries.map((entry, index) => (index > 0 ? entry : { ...entry, children: [start, ...entry.children] }));
}

function isTracked({ mark, styleBefore, children }: WordParagraph): boolean {
  return mark !== undefined || styleBefore !== undefined || children.some(isRevised);
}

function isRevised(inline: WordParagraph['children'][number]): boolean {
  if ('children' in inline) return inline.children.some(isRevised);
  return inline.type === 'run' && (inline.revision !== undefined || inline.before !== undefined);
}

/**
 * Where the contents stand among the blocks: above the first heading that is listed, so that what opens the document stands above them; but
 * not below a paragraph whose end came or went, for what goes would run into them. Contents that come or go whole may follow what does so
 * with them, and any may follow a title.
 */
function contentsPlace(
  blocks: readonly WordBlock[],
  listed: ReadonlySet<WordParagraph>,
  whole: Revision['type'] | undefined,
): number {
  let at = blocks.findIndex((block) => holds(block, listed));
  while (at > 0 && !mayStandAbove(blocks[at - 1], whole)) at -= 1;
  return at;
}

function holds(block: WordBlock, listed: ReadonlySet<WordParagraph>): boolean {
  if (block.type === 'container') return block.blocks.some((child) => holds(child, listed));
  return block.type === 'paragraph' && listed.has(block);
}

function mayStandAbove(block: WordBlock | undefined, whole: Revision['type'] | undefined): boolean {
  if (block?.type !== 'paragraph' || block.mark === undefined) return true;
  return isWhollyRevised(block) && (block.mark.type === whole || block.outlineLevel === 1);
}
