import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ShownBlock } from '../../src/verify/shown-blocks.ts';
import { answers, type Judge, withFiles } from './judge.ts';

const run = promisify(execFile);

/** pandoc, which settles tracked changes in reading. It gives no label of a footnote, and leaves deleted rows and headings there, empty. */
export const pandoc: Judge = {
  name: 'pandoc',
  installed: answers('pandoc', '--version'),
  blind: {
    contentsLevels: true,
    noteLabels: true,
    keepsEmptyCells: true,
    keepsEmptyHeadings: true,
    joinsWithSpace: true,
  },
  judge: (files) =>
    withFiles(files, async (paths) => {
      const judgements = [];
      for (const path of paths) {
        const [after, before] = await Promise.all([read(path, 'accept'), read(path, 'reject')]);
        judgements.push({ after, before });
      }
      return judgements;
    }),
};

async function read(path: string, changes: 'accept' | 'reject'): Promise<readonly ShownBlock[]> {
  const args = ['--from=docx+empty_paragraphs+styles', '--to=json', `--track-changes=${changes}`, path];
  const { stdout } = await run('pandoc', args, { maxBuffer: 1 << 28 });
  const { blocks } = JSON.parse(stdout) as { readonly blocks: readonly Element[] };
  const reading: Reading = { blocks: [], notes: [] };
  for (const block of blocks) readBlock(block, reading);
  return [...reading.blocks, ...reading.notes];
}

/** A node of pandoc's own tree: the name of its type and what it holds. */
interface Element {
  readonly t: string;
  readonly c?: unknown;
}

interface Reading {
  readonly blocks: ShownBlock[];
  readonly notes: ShownBlock[];
}

function readBlock(block: Element, reading: Reading): void {
  const { t, c } = block;
  if (t === 'Header') reading.blocks.push({ type: 'heading', text: wordsOf((c as unknown[])[2], reading) });
  else if (t === 'Div' && isContents(c)) readContents(c as unknown[], reading);
  else if (t === 'Table') readTable(c as unknown[], reading);
  else if (t === 'CodeBlock') reading.blocks.push({ type: 'paragraph', text: String((c as unknown[])[1]) });
  else if (t === 'Para' || t === 'Plain') reading.blocks.push({ type: 'paragraph', text: wordsOf(c, reading) });
  else for (const child of elementsIn(c)) readBlock(child, reading);
}

// It says the style of the text after alone, so the level is left to others.
function isContents(content: unknown): boolean {
  return /^toc (?:\d|heading)$/i.test(styleOf(content));
}

function styleOf(content: unknown): string {
  const [[, , pairs]] = content as readonly [readonly [string, readonly string[], readonly (readonly string[])[]]];
  return pairs.find(([key]) => key === 'custom-style')?.[1] ?? '';
}

function readContents(content: readonly unknown[], reading: Reading): void {
  const inside: Reading = { blocks: [], notes: reading.notes };
  for (const block of elementsIn(content[1])) readBlock(block, inside);
  const type = /heading$/i.test(styleOf(content)) ? 'contents' : 'contents entry';
  reading.blocks.push(...inside.blocks.map(({ text }) => ({ type, text })));
}

// As pandoc's own type has them: attributes first, then what is held.
type Cell = readonly [unknown, unknown, unknown, unknown, readonly Element[]];
type Row = readonly [unknown, readonly Cell[]];
type Body = readonly [unknown, unknown, readonly Row[], readonly Row[]];

function readTable([, , , head, bodies, foot]: readonly unknown[], reading: Reading): void {
  const rowsOf = (part: unknown) => (part as readonly [unknown, readonly Row[]])[1];
  const middle = (bodies as readonly Body[]).flatMap(([, , first, rest]) => [...first, ...rest]);
  for (const [, cells] of [...rowsOf(head), ...middle, ...rowsOf(foot)]) {
    for (const [, , , , content] of cells) {
      const cell: Reading = { blocks: [], notes: reading.notes };
      for (const block of content) readBlock(block, cell);
      reading.blocks.push({ type: 'cell', text: cell.blocks.map(({ text }) => text).join('\n') });
    }
  }
}

function elementsIn(content: unknown): readonly Element[] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((child) => (Array.isArray(child) ? elementsIn(child) : isElement(child) ? [child] : []));
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 't' in value;
}

function wordsOf(inlines: unknown, reading: Reading): string {
  return elementsIn(inlines)
    .map(({ t, c }) => {
      if (t === 'Str') return String(c);
      if (t === 'Space' || t === 'SoftBreak') return ' ';
      if (t === 'LineBreak') return '\n';
      if (t === 'Code') return String((c as unknown[])[1]);
      if (t === 'Note') return readNote(c as readonly Element[], reading);
      return wordsOf(c, reading);
    })
    .join('');
}

function readNote(blocks: readonly Element[], reading: Reading): string {
  const note: Reading = { blocks: [], notes: [] };
  // Its own mark is raised, as the first thing in it but for bookmarks of what stood before.
  const [first, ...rest] = blocks.flatMap(({ t, c }) => (t === 'Div' ? elementsIn((c as unknown[])[1]) : { t, c }));
  const inlines = elementsIn(first?.c);
  const mark = inlines.findIndex((one) => one.t !== 'Space' && (one.t !== 'Span' || isRaised(one)));
  const words = isRaised(inlines[mark]) ? inlines.slice(mark + 1) : inlines;
  note.blocks.push({ type: 'footnote', text: wordsOf(words, note) });
  for (const block of rest) readBlock(block, note);
  reading.notes.push(...note.blocks.map(({ text }) => ({ type: 'footnote', text })), ...note.notes);
  return '';
}

function isRaised(inline: Element | undefined): boolean {
  return inline?.t === 'Superscript' || (inline?.t === 'Span' && styleOf(inline.c) === 'footnote reference');
}
