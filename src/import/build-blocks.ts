import type { Code, RootContent } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';
import type { WordBlock } from '../word/word-document.ts';
import { buildTable } from './build-table.ts';
import { meetContents } from './contents.ts';
import { type Entry, gatherEntries } from './gather-entries.ts';
import { type Importing, tell } from './importing.ts';
import { keepComments, textOfPieces } from './leaf-words.ts';
import type { Piece } from './piece.ts';
import { type Placing, startPlacing } from './place-items.ts';
import { placeWords, put } from './place-words.ts';
import { shownText } from './shown-text.ts';

/** Is told of the bookmarks of what was placed, and of the root block that it is in. */
export type OnPlaced = (bookmarks: readonly string[], block: RootContent | undefined) => void;

/** Turns blocks of a Word document into mdast. Within a quote the style of quotes says nothing more, and within a footnote no other one begins. */
export function buildBlocks(
  blocks: readonly WordBlock[],
  importing: Importing,
  { onPlaced, ...within }: { readonly inQuote?: boolean; readonly inNote?: boolean; readonly onPlaced?: OnPlaced } = {},
): RootContent[] {
  const placing = startPlacing();
  for (const entry of gatherEntries(blocks, within)) {
    placeEntry(entry, placing, importing);
    onPlaced?.(entry.bookmarks, placing.out.at(-1));
  }
  return placing.out;
}

function placeEntry(entry: Entry, placing: Placing, importing: Importing): void {
  if (entry.type === 'words') {
    importing.counts.paragraphs += 1;
    placeWords(entry, placing, importing);
    return;
  }
  if (entry.type !== 'quote' && entry.type !== 'note') importing.counts.paragraphs += entry.paragraphs;
  const block = blockOf(entry, importing, placing.out.length === 0 && placing.open.length === 0);
  if (block) put(block, entry, placing);
}

// Nothing that Markdown has no block for: that is told.
function blockOf(
  entry: Exclude<Entry, { type: 'words' }>,
  importing: Importing,
  first: boolean,
): RootContent | undefined {
  switch (entry.type) {
    case 'code':
      return codeBlock(entry.pieces, entry.info ?? '', importing);
    case 'html':
      return htmlBlock(textOfPieces(entry.pieces), importing);
    case 'front-matter':
      return frontMatter(textOfPieces(entry.pieces), importing, first);
    case 'quote':
      return { type: 'blockquote', children: quoted(entry.blocks, importing) } as RootContent;
    case 'note':
      return {
        type: 'footnoteDefinition',
        identifier: entry.label.toLowerCase(),
        label: entry.label,
        children: buildBlocks(entry.blocks, importing, { inNote: true }),
      } as RootContent;
    case 'table':
      return buildTable(entry.table, importing);
    case 'contents':
      meetContents(entry.blocks, importing);
      return undefined;
    case 'told':
      tell(importing, 'words that are not of the document', shownText(entry.blocks));
      return undefined;
  }
}

function quoted(blocks: readonly WordBlock[], importing: Importing): readonly RootContent[] {
  return buildBlocks(blocks, importing, { inQuote: true });
}

function codeBlock(pieces: readonly Piece[], info: string, importing: Importing): Code {
  const code: Code = { type: 'code', ...infoOf(info), value: textOfPieces(pieces) };
  keepComments(code, pieces, importing);
  return code;
}

function infoOf(info: string) {
  const [, lang = '', meta = ''] = /^(\S*)\s*([\s\S]*)$/.exec(info) ?? [];
  return { lang: lang === '' ? null : lang, meta: meta === '' ? null : meta };
}

function htmlBlock(value: string, importing: Importing): RootContent {
  const [only, ...others] = parseMarkdown(value).children;
  if (only?.type === 'html' && only.value === value && others.length === 0) return only;
  tell(importing, 'lines in the style of HTML that Markdown would not read as such, kept as code');
  return { type: 'code', lang: 'html', meta: null, value };
}

function frontMatter(value: string, importing: Importing, first: boolean): RootContent {
  // Three hyphens would end it, and what is not at the head of a document is not its front matter.
  if (first && !/^---\s*$/m.test(value)) return { type: 'yaml', value };
  tell(importing, 'lines in the style of front matter that cannot stand as front matter, kept as code');
  return { type: 'code', lang: 'yaml', meta: null, value };
}
