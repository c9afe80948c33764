import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type ContentsReading, startContents, type WordContents } from './read-contents.ts';
import type { Side } from './read-html.ts';
import type { ShownBlock } from './shown-blocks.ts';

/** What settles the tracked changes of a Word file: docxodus, which is not ours and has not seen how the file was made. */
export interface RevisionSettler {
  readonly docxDiffAcceptRevisions: (file: Uint8Array) => Promise<Uint8Array>;
  readonly docxDiffRejectRevisions: (file: Uint8Array) => Promise<Uint8Array>;
}

/** The blocks of a Word file, and its footnotes in the order of their calls. A line of code, HTML or front matter is a block. */
export interface WordBlocks {
  /** Without the contents. */
  readonly body: readonly ShownBlock[];
  readonly contents: WordContents;
  /** By the labels of their calls. */
  readonly footnotes: readonly { readonly label: string; readonly blocks: readonly ShownBlock[] }[];
}

/**
 * Reads a Word file back as one of its two texts: every tracked change accepted (after) or rejected (before) by `settler`, then
 * its blocks in reading order. Refuses a file in which a tracked change is left.
 */
export async function readWord(file: Uint8Array, side: Side, settler: RevisionSettler): Promise<WordBlocks> {
  const settle = side === 'after' ? settler.docxDiffAcceptRevisions : settler.docxDiffRejectRevisions;
  return readSettledWord(await settle(file));
}

/** The blocks of a Word file without tracked changes. */
function readSettledWord(file: Uint8Array): WordBlocks {
  const parts = unzipSync(file, { filter: ({ name }) => /^word\/(?:document|footnotes)\.xml$/.test(name) });
  const body = readPart(parts['word/document.xml']);
  const { notes } = readPart(parts['word/footnotes.xml']);
  return {
    body: body.blocks,
    contents: body.contents.contents,
    footnotes: body.calls.map(({ id, label }) => ({ label, blocks: notes.get(id) ?? [] })),
  };
}

interface Reading {
  readonly blocks: ShownBlock[];
  /** The footnotes called. */
  readonly calls: { readonly id: string; readonly label: string }[];
  readonly notes: Map<string, ShownBlock[]>;
  readonly contents: ContentsReading;
  /** The texts of the cells that are open. */
  readonly cells: string[][];
  /** The footnote that is open: its id, and whether its own mark and the space after it are still to come. */
  note: { readonly id: string; marks: number } | undefined;
  /** `words` are without the calls of footnotes. */
  paragraph: { style: string; text: string; words: string } | undefined;
  run: { text: string; style: string; note?: string } | undefined;
  /** How deep the reading is in an element that holds no words. */
  passing: number;
}

const wordless = new Set(['w:instrText', 'w:sdtPr', 'w:tabs', 'w:pPrChange', 'w:rPrChange', 'w:sectPr']);
const revisions = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:cellIns', 'w:cellDel', 'w:delText']);

function readPart(bytes: Uint8Array | undefined): Reading {
  const reading: Reading = {
    ...{ blocks: [], calls: [], notes: new Map(), cells: [], contents: startContents() },
    ...{ note: undefined, paragraph: undefined, run: undefined, passing: 0 },
  };
  if (!bytes) return reading;
  let inText = false;
  let inInstruction = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    inText = tag.name === 'w:t' && reading.passing === 0;
    inInstruction = tag.name === 'w:instrText';
    openElement(tag, reading);
  });
  parser.on('closetag', (tag) => {
    inText = false;
    inInstruction = false;
    closeElement(tag.name, reading);
  });
  parser.on('text', (text) => {
    if (inText && reading.run) reading.run.text += text;
    if (inInstruction) reading.contents.instruction(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(strFromU8(bytes)).close();
  return reading;
}

function openElement({ name, attributes }: SaxesTagPlain, reading: Reading): void {
  if (revisions.has(name)) throw new Error(`a tracked change is left in the file: ${name}`);
  const { paragraph, run } = reading;
  reading.contents.openElement(name, attributes);
  const value = attributes['w:val'] ?? '';
  if (reading.passing > 0 || wordless.has(name)) reading.passing += 1;
  else if (name === 'w:p') reading.paragraph = { style: 'Normal', text: '', words: '' };
  else if (name === 'w:pStyle' && paragraph) paragraph.style = value;
  else if (name === 'w:r') reading.run = { text: '', style: '' };
  else if (name === 'w:rStyle' && run) run.style = value;
  else if (name === 'w:tab' && run) run.text += '\t';
  else if (name === 'w:br' && run) run.text += '\n';
  else if (name === 'w:tc') reading.cells.push([]);
  else if (name === 'w:footnoteReference' && run) run.note = attributes['w:id'] ?? '';
  else if (name === 'w:footnote') {
    const id = attributes['w:id'] ?? '';
    reading.note = { id, marks: 2 };
    reading.notes.set(id, []);
  }
}

function closeElement(name: string, reading: Reading): void {
  const { paragraph, run, cells } = reading;
  if (reading.passing > 0) reading.passing -= 1;
  else if (name === 'w:r' && run && paragraph) {
    if (run.note !== undefined) reading.calls.push({ id: run.note, label: run.text });
    if (!isOwnMark(reading, run)) paragraph.text += run.text;
    if (run.style !== 'FootnoteReference') paragraph.words += run.text;
    reading.run = undefined;
  } else if (name === 'w:p' && paragraph) {
    const cell = cells.at(-1);
    if (cell) cell.push(paragraph.text);
    else if (reading.note || !reading.contents.endParagraph(paragraph.style, paragraph.words))
      give(reading, blockOf(paragraph.style, paragraph.text));
    reading.paragraph = undefined;
  } else if (name === 'w:tc') give(reading, { type: 'cell', text: (cells.pop() ?? []).join('\n') });
  else if (name === 'w:footnote') reading.note = undefined;
}

function give(reading: Reading, block: ShownBlock | undefined): void {
  const into = reading.note ? reading.notes.get(reading.note.id) : reading.blocks;
  if (block && into) into.push(block);
}

// A footnote opens with its own mark and a space, which are no words of it.
function isOwnMark({ note }: Reading, run: { readonly text: string; readonly style: string }): boolean {
  if (!note || note.marks === 0) return false;
  note.marks -= 1;
  return note.marks === 1 ? run.style === 'FootnoteReference' : run.text === ' ';
}

/** The styles that say what a block is. */
const types: Readonly<Record<string, string>> = {
  Title: 'heading',
  Code: 'code',
  HtmlText: 'html',
  FrontMatter: 'front-matter',
  LinkDefinition: 'link-definition',
  Rule: 'rule',
};

function blockOf(style: string, text: string): ShownBlock | undefined {
  if (style === 'Separator') return undefined;
  if (/^Heading\d$/.test(style)) return { type: 'heading', text };
  // The number of an item is written as text in Word, and is no words of it in Markdown.
  if (/^NumberedItem\d$/.test(style)) return { type: 'paragraph', text: text.replace(/^\d+[.)]\t/, '') };
  return { type: types[style] ?? 'paragraph', text };
}

/** Blocks whose lines are paragraphs in Word: code, HTML and front matter. Two that touch read as one. */
export function joinLines(blocks: readonly ShownBlock[]): readonly ShownBlock[] {
  const joined: ShownBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last && last.type === block.type && lined.has(block.type))
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
    else joined.push(block);
  }
  return joined;
}

/** The types of blocks whose lines are paragraphs in Word. */
export const lined: ReadonlySet<string> = new Set(['code', 'html', 'front-matter']);
