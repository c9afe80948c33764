import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { WordBlock, WordComment, WordDocument } from '../word/word-document.ts';
import { adoptForm } from './adopt-form.ts';
import { buildBlocks } from './build-blocks.ts';
import { commentRanges } from './comment-ranges.ts';
import { tellContents } from './contents.ts';
import type { Imported, ImportedComment, Told } from './imported.ts';
import type { Importing } from './importing.ts';
import { labelNotes } from './label-notes.ts';
import { textOfPieces, wordsOf } from './leaf-words.ts';
import { restoreValues } from './restore-values.ts';
import { shownText } from './shown-text.ts';
import { type Written, writeTree } from './write-tree.ts';

/**
 * Turns a Word document into Markdown by our conventions: headings by their styles and levels, numbers and labels as text, items by
 * how deep they stand, tables, footnotes, code. What was deleted is left out, and nothing is guessed from looks. `told` says what
 * was met before, in reading the file; `base` is the text that the file was made from, where there is one: see `adoptForm`; `side`, which
 * text of a redline the file holds. The inverse of the clean export: a canonical text that was exported comes back byte for byte.
 */
export function importDocument(
  file: WordDocument,
  told: readonly Told[] = [],
  { base, side = 'after' }: { readonly base?: string | undefined; readonly side?: 'before' | 'after' } = {},
): Imported {
  const document = restoreValues(file);
  const importing = startImporting(document, told);
  tellMargins(document, importing);
  const built = buildTree(document, side, importing);
  tellContents(built, base, importing);
  const tree = base === undefined ? built : adoptForm(built, base, side, importing);
  const written = writeTree(tree, importing);
  const comments = commentsOf(document, tree, written, importing);
  return { markdown: written.markdown, told: importing.told, comments };
}

function startImporting(document: WordDocument, told: readonly Told[]): Importing {
  const { labels, defined } = labelNotes(document);
  return {
    told: [...told],
    printed: new Map(),
    literal: new Map(),
    commentPoints: new Map(),
    pending: [],
    placedNotes: new Set(),
    noteLabels: labels,
    definedNotes: defined,
    contents: [],
    counts: { paragraphs: 0, tables: 0 },
    place: undefined,
  };
}

function tellMargins({ header = [], footer = [] }: WordDocument, importing: Importing): void {
  for (const [where, paragraphs] of [
    ['the header', header],
    ['the footer', footer],
  ] as const) {
    const text = shownText(paragraphs);
    if (text !== '') importing.told.push({ what: 'words of every page', where, text });
  }
}

function buildTree(document: WordDocument, side: 'before' | 'after', importing: Importing): Root {
  const ids = new Map([...importing.noteLabels].map(([id, label]) => [label, id]));
  const places = new Map<RootContent, number[]>();
  const blocks = buildBlocks(document.blocks, importing, {
    onPlaced: (bookmarks, block) => {
      for (const name of bookmarks) {
        const id = notePlacedBy(name, side, ids);
        if (id !== undefined && block) places.set(block, [...(places.get(block) ?? []), id]);
      }
    },
  });
  const notes = new Map(
    document.footnotes.map(({ id, blocks: content }) => [id, definitionOf(id, content, importing)]),
  );
  const children = blocks.flatMap((block) => {
    const own = (places.get(block) ?? []).flatMap((id) => take(notes, id));
    for (const definition of own) importing.placedNotes.add(definition);
    return [block, ...own];
  });
  return { type: 'root', children: [...children, ...notes.values()] };
}

// By its label, since programs count footnotes anew; by its number only where the label is no name for a bookmark.
function notePlacedBy(name: string, side: string, ids: ReadonlyMap<string, number>): number | undefined {
  const [, where, label] = /^note_(at|before|after)_(\w+)$/.exec(name) ?? [];
  if (label !== undefined) return where === 'at' || where === side ? ids.get(label) : undefined;
  const [, id, of = side] = /^note_(\d{1,6})(?:_(before|after))?$/.exec(name) ?? [];
  return id !== undefined && of === side ? Number(id) : undefined;
}

function definitionOf(id: number, content: readonly WordBlock[], importing: Importing): FootnoteDefinition {
  const label = importing.noteLabels.get(id) ?? String(id);
  importing.place = `footnote ${label}`;
  const children = buildBlocks(content, importing) as FootnoteDefinition['children'];
  importing.place = undefined;
  return { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children };
}

function take<Value>(values: Map<number, Value>, id: number): readonly Value[] {
  const value = values.get(id);
  values.delete(id);
  return value === undefined ? [] : [value];
}

function commentsOf(
  { comments }: WordDocument,
  tree: Root,
  written: Written,
  { commentPoints }: Importing,
): readonly ImportedComment[] {
  if (comments.length === 0) return [];
  const ranges = commentRanges(tree, written, commentPoints);
  return comments.map((comment) => {
    const range = ranges.get(comment.id);
    return { author: comment.author, text: textOf(comment), ...(range && { range }) };
  });
}

function textOf({ paragraphs }: WordComment): string {
  return paragraphs
    .map((paragraph) => textOfPieces(wordsOf(paragraph)).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' ');
}
