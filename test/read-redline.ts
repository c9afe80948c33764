import type { Nodes } from 'mdast';
import { compareDocuments } from '../src/compare/compare-documents.ts';
import type { Document } from '../src/model/document.ts';
import type { Edit } from '../src/model/range.ts';
import type { Redline, RedlineBlock, Run } from '../src/model/redline.ts';
import { parseDocument } from '../src/source/parse.ts';

/** The redline of two texts; with edits, those made the one of the other. */
export function redlineOf(before: string, after: string, edits?: readonly Edit[]): Redline {
  if (lastBefore?.source !== before) lastBefore = parseDocument(before, 'text.md');
  return compareDocuments(lastBefore, parseDocument(after, 'text.md'), edits ? { edits } : {});
}

// The tests that take longest ask again and again what becomes of one text, and a document never changes.
let lastBefore: Document | undefined;

/** The redline of a text and what edits make of it: each takes the words given, at their only place, and puts others there. */
export function redlineOfEdits(
  before: string,
  ...replacements: readonly (readonly [words: string, replacement: string, by: number])[]
): Redline {
  const edits = replacements.map(([words, text, by]): Edit => {
    const start = before.indexOf(words);
    if (start < 0 || before.includes(words, start + 1)) throw new Error(`not in one place: ${words}`);
    return { start, end: start + words.length, text, by };
  });
  let after = before;
  for (const { start, end, text } of [...edits].sort((one, other) => other.start - one.start))
    after = after.slice(0, start) + text + after.slice(end);
  return redlineOf(before, after, edits);
}

/** The source spans on one line: `same [-deleted-]{+inserted+}`, each mark with its instruction. */
export function markedSource({ source }: Redline): string {
  return source.map(({ type, text, by }) => mark(type, text, by)).join('');
}

/** Every block that holds words and is not the same, a line each: its type, its status unless it is changed, its words. */
export function markedBlocks(redline: Redline): readonly string[] {
  return leavesOf(redline.blocks)
    .filter(({ status }) => status !== 'same')
    .map((block) => {
      const words = 'runs' in block ? block.runs.map(markedRun).join('') : '';
      return block.status === 'changed' ? `${block.type}: ${words}` : `${block.status} ${block.type}: ${words}`;
    });
}

function markedRun(run: Run): string {
  if (run.formatsBefore) return `{${run.formatsBefore.join()}>${run.formats.join()}:${run.text}}`;
  return mark(run.type, run.text, run.by);
}

function mark(type: Run['type'], text: string, by: number | undefined): string {
  if (type === 'same') return text;
  return `${type === 'deleted' ? `[-${text}-]` : `{+${text}+}`}${by ?? ''}`;
}

/** The blocks without blocks in them, in reading order. */
export function leavesOf(blocks: readonly RedlineBlock[]): readonly RedlineBlock[] {
  return blocks.flatMap((block) =>
    'children' in block && block.children.length > 0 ? leavesOf(block.children) : [block],
  );
}

/**
 * What a redline shows without one kind of mark: a line a leaf, with the types of the blocks it stands in. Without what is inserted
 * words can stand in lists and items of the text after, so that headings and paragraphs are told without what they stand in.
 */
export function shownByRedline(redline: Redline, without: 'inserted' | 'deleted'): readonly string[] {
  const lines: { type: string; place: string; text: string }[] = [];
  let joins = false;
  const show = (block: RedlineBlock, around: string): void => {
    const runs = 'runs' in block ? block.runs.filter(({ type }) => type !== without) : [];
    const text = runs.map((run) => run.text).join('');
    const last = lines.at(-1);
    const [was, ending] = [
      without === 'inserted' && 'typeBefore' in block ? block.typeBefore : undefined,
      'ending' in block ? block.ending : undefined,
    ];
    const type = was === undefined ? block.type : was === 'heading' ? 'heading' : 'paragraph';
    if (joins && last) last.text += text;
    else lines.push({ type, place: was === undefined ? around : '', text });
    joins = ending === without;
  };
  const visit = (blocks: readonly RedlineBlock[], around: string): void => {
    for (const block of blocks) {
      if (block.status === without || block.status === (without === 'deleted' ? 'moved-from' : 'moved-to')) continue;
      if ('children' in block && block.children.length > 0) visit(block.children, `${around}${block.type} `);
      else show(block, around);
    }
  };
  visit(redline.blocks, '');
  return lines.map(({ type, place, text }) => {
    const alone = without === 'inserted' && (type === 'heading' || type === 'paragraph');
    return `${alone ? '' : place}${type}: ${asRead(type, text)}`;
  });
}

const types: Readonly<Partial<Record<Nodes['type'], RedlineBlock['type']>>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'cell',
  code: 'code',
  html: 'html',
  yaml: 'front-matter',
  definition: 'link-definition',
  thematicBreak: 'rule',
  list: 'list',
  listItem: 'item',
  blockquote: 'quote',
  footnoteDefinition: 'footnote',
  table: 'table',
  tableRow: 'row',
};

/** What a document shows, in the same lines, read from its mdast alone; `bare`, headings and paragraphs without what they stand in. */
export function shownByDocument({ tree, source }: Document, bare = false): readonly string[] {
  const shown = (nodes: readonly Nodes[], around: string, parent: Nodes): readonly string[] =>
    nodes.flatMap((node, index) => {
      const alone = bare && (node.type === 'heading' || node.type === 'paragraph');
      const path = `${alone ? '' : around}${types[node.type] ?? node.type}`;
      const holds =
        'children' in node && node.children.length > 0 && !['heading', 'paragraph', 'tableCell'].includes(node.type);
      if (holds) return shown(node.children, `${path} `, node);
      const box = parent.type === 'listItem' && index === 0 && node.type === 'paragraph' ? boxOf(parent.checked) : '';
      return [`${path}: ${asRead(node.type, `${box}${textOf(node, source)}`)}`];
    });
  return shown(tree.children, '', tree);
}

// Several spaces read as one, but in lines that show as they are written.
function asRead(type: string, text: string): string {
  return ['heading', 'paragraph', 'cell', 'tableCell'].includes(type) ? text.replace(/[ \t]+/g, ' ') : text;
}

function boxOf(checked: boolean | null | undefined): string {
  return typeof checked === 'boolean' ? (checked ? '[x] ' : '[ ] ') : '';
}

function textOf(node: Nodes, source: string): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\r\n|\r|\n/g, ' ');
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'footnoteReference':
      return node.label ?? node.identifier;
    case 'definition':
      return source.slice(node.position?.start.offset, node.position?.end.offset).replace(/\r\n|\r/g, '\n');
    case 'inlineCode':
      return node.value;
    default:
      if ('value' in node) return node.value.replace(/\r\n|\r/g, '\n');
      return 'children' in node ? node.children.map((child) => textOf(child, source)).join('') : '';
  }
}
