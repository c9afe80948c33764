import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Table, TableRow } from 'mdast';
import type { ParentBlock, RedlineBlock, Run, Status, WordsBlock } from '../../model/redline.ts';
import { cellsInColumns } from '../cells-in-columns.ts';
import { standingRuns } from '../standing-runs.ts';
import { type Circumstances, canKeep, isDiff, isPlainHtml, opensOtherBlock, sourceOf, wordsOf } from './kept.ts';
import { phrasing } from './phrasing.ts';
import type { References } from './references.ts';
import { remarks } from './remarks.ts';
import { toldLines } from './told-lines.ts';

/** What the blocks of one file share while they are written. */
export interface Writing {
  readonly circumstances: Circumstances;
  readonly references: References;
}

type Content = (BlockContent | DefinitionContent)[];

/** A block that does not keep its bytes, as mdast; what does not change in it keeps its bytes where it is one line. */
export function flow(block: RedlineBlock, writing: Writing, moved?: Status): Content {
  const standing = block.status.startsWith('moved') ? block.status : moved;
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', depth: depthOf(block), children: words(block, writing, standing) }];
    case 'paragraph':
    case 'cell':
      return [paragraphBlock(words(block, writing, standing))];
    case 'code':
    case 'html':
    case 'front-matter':
    case 'link-definition':
      return linesBlock(block, writing, standing);
    case 'rule':
      return ruleBlock(block);
    case 'list':
      return [listBlock(block, writing, standing)];
    case 'table':
      return [tableBlock(block, writing, standing)];
    case 'quote':
      return [{ type: 'blockquote', children: inside(block, writing, standing) }];
    case 'footnote':
      return [footnoteBlock(block, writing, standing)];
    default:
      return inside(block, writing, standing);
  }
}

function inside(block: ParentBlock, writing: Writing, moved: Status | undefined): Content {
  if (block.children.length === 0) return [nothing];
  return block.children.flatMap((child) => flow(child, writing, moved));
}

// A place left empty (a link without words, an item without blocks) would be taken by what stands around it.
const nothing = { type: 'html', value: '<!-- redline: no words -->' } as const;

function paragraphBlock(children: PhrasingContent[]): Content[number] {
  return children.length === 0 ? nothing : { type: 'paragraph', children };
}

function words(block: WordsBlock, writing: Writing, moved: Status | undefined): PhrasingContent[] {
  const { circumstances, references } = writing;
  const setting = { inLine: block.type !== 'paragraph', brackets: circumstances.brackets };
  if (block.status === 'same' && moved === undefined) {
    references.pause();
    const source = sourceOf(block, circumstances);
    const oneLine = !/[\r\n]/.test(source) && !opensOtherBlock.test(source);
    const kept = block.type === 'paragraph' && oneLine && canKeep(block, circumstances);
    return kept ? [{ type: 'html', value: `${boxOf(block, circumstances)}${source}` }] : phrasing(block.runs, setting);
  }
  return [...phrasing(runsOf(block, moved), setting), ...references.of(block), ...remarks(block)];
}

// The box of a task belongs to the words of its paragraph, but not to the place of the paragraph.
function boxOf(block: WordsBlock, { textAfter }: Circumstances): string {
  const start = block.after?.start ?? 0;
  return /\[[ xX]\]\s$/.exec(textAfter.slice(Math.max(0, start - 4), start))?.[0] ?? '';
}

// Nothing here tells the new place of a move from other insertions: what is deleted there would be read as standing there before.
function runsOf(block: WordsBlock, moved: Status | undefined): readonly Run[] {
  const runs = standingRuns(block.runs, moved ?? block.status);
  return runs.filter(({ type, edited }) => type !== 'deleted' || !edited);
}

function linesBlock(block: WordsBlock, writing: Writing, moved: Status | undefined): Content {
  const { circumstances, references } = writing;
  if (block.status === 'same' && moved === undefined) {
    references.pause();
    const text = wordsOf(block);
    if (block.type === 'code' && !isDiff(block)) {
      const [lang, ...meta] = (block.language ?? '').split(' ');
      return [{ type: 'code', lang: lang || null, meta: meta.join(' ') || null, value: text }];
    }
    if (block.type === 'html' && isPlainHtml(text)) return [{ type: 'html', value: text }];
    if (block.type === 'link-definition' && canKeep(block, circumstances)) {
      return [{ type: 'html', value: sourceOf(block, circumstances) }];
    }
  }
  const bearing = references.of(block);
  const told = toldLines(block, runsOf(block, moved));
  return bearing.length === 0 ? [told] : [told, { type: 'paragraph', children: [...bearing] }];
}

// A line of its own cannot stand between tags.
function ruleBlock({ status }: RedlineBlock): Content {
  const comment = (deed: string) => ({ type: 'html', value: `<!-- redline: dividing line ${deed} -->` }) as const;
  if (status === 'deleted' || status === 'moved-from') return [comment('deleted')];
  const rule = { type: 'thematicBreak' } as const;
  return status === 'same' ? [rule] : [comment('inserted'), rule];
}

function listBlock(block: ParentBlock, writing: Writing, moved: Status | undefined): List {
  const ordered = block.first !== undefined;
  return {
    type: 'list',
    ordered,
    start: block.first ?? null,
    spread: false,
    children: block.children.map((item): ListItem => {
      const standing = item.status.startsWith('moved') ? item.status : moved;
      return { type: 'listItem', spread: false, children: 'children' in item ? inside(item, writing, standing) : [] };
    }),
  };
}

function tableBlock(block: ParentBlock, writing: Writing, moved: Status | undefined): Table {
  const [head] = block.children;
  const children = block.children.map((row): TableRow => {
    const standing = row.status.startsWith('moved') ? row.status : moved;
    writing.references.pause();
    const cells = row.type === 'row' ? cellsInColumns(row, head) : [];
    return {
      type: 'tableRow',
      children: cells.map((cell) => ({
        type: 'tableCell',
        children: cell && 'runs' in cell ? cellWords(cell, writing, standing) : [],
      })),
    };
  });
  return { type: 'table', align: block.align ? [...block.align] : null, children };
}

// In a row that changes, one reference to an instruction is enough.
function cellWords(cell: WordsBlock, writing: Writing, moved: Status | undefined): PhrasingContent[] {
  if (cell.status !== 'same' || moved !== undefined) return words(cell, writing, moved);
  const source = cellSource(sourceOf(cell, writing.circumstances));
  if (canKeep(cell, writing.circumstances) && !/[\r\n]/.test(source)) return [{ type: 'html', value: source }];
  return phrasing(cell.runs, { inLine: true, brackets: writing.circumstances.brackets });
}

// The place of a cell may take in the pipes beside it; one after an odd number of backslashes is a word.
function cellSource(source: string): string {
  const opened = source.trim().replace(/^\|/, '');
  if (!opened.endsWith('|')) return opened.trim();
  let backslashes = 0;
  while (opened[opened.length - 2 - backslashes] === '\\') backslashes += 1;
  return (backslashes % 2 === 0 ? opened.slice(0, -1) : opened).trim();
}

function footnoteBlock(block: ParentBlock, writing: Writing, moved: Status | undefined): DefinitionContent {
  const identifier = block.identifier ?? '';
  return { type: 'footnoteDefinition', identifier, label: identifier, children: inside(block, writing, moved) };
}

function depthOf({ depth }: WordsBlock): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(Math.max(depth ?? 1, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
}
