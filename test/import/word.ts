import { importDocument } from '../../src/import/import-document.ts';
import type { Imported } from '../../src/import/imported.ts';
import type {
  WordBlock,
  WordDocument,
  WordInline,
  WordParagraph,
  WordRun,
  WordTable,
} from '../../src/word/word-document.ts';

type More<Type> = Partial<Omit<Type, 'type' | 'children'>>;

/** A run of words, set in some way. */
export const run = (text: string, more: More<WordRun> = {}): WordRun => ({ type: 'run', text, ...more });

/** A paragraph in the style that a person sees under this name. */
export function paragraph(
  styleName: string,
  words: string | readonly WordInline[],
  more: More<WordParagraph> = {},
): WordParagraph {
  const children = typeof words === 'string' ? [run(words)] : words;
  return { type: 'paragraph', style: 'X', styleName, children, ...more };
}

/** A plain paragraph, as much as this from the margin. */
export const plain = (words: string | readonly WordInline[], margin = 0): WordParagraph =>
  paragraph('normal', words, { margin });

/** A paragraph to which Word's automatic numbering gives this number. */
export function numbered(text: string, words: string, level = 0, margin = 720 * (level + 1)): WordParagraph {
  return paragraph('list paragraph', words, { numbering: { text, level, bullet: text === '•' }, margin });
}

export const heading = (level: number, words: string | readonly WordInline[], number?: string): WordParagraph =>
  paragraph(`heading ${level}`, words, {
    outlineLevel: level,
    ...(number !== undefined && { numbering: { text: number, level: level - 1, bullet: false } }),
  });

/** A table with a head, of words. */
export function table(...rows: readonly (readonly string[])[]): WordTable {
  return {
    type: 'table',
    columns: [],
    rows: rows.map((cells, index) => ({
      header: index === 0,
      cells: cells.map((words) => ({ blocks: words.split('\n').map((line) => plain(line)) })),
    })),
  };
}

export function word(blocks: readonly WordBlock[], more: Partial<WordDocument> = {}): WordDocument {
  return { type: 'word-document', properties: {}, blocks, footnotes: [], comments: [], ...more };
}

/** What becomes of these blocks. */
export const imported = (...blocks: readonly WordBlock[]): Imported => importDocument(word(blocks));

/** The Markdown that these blocks become, without the line end at its end. */
export const markdown = (...blocks: readonly WordBlock[]): string => imported(...blocks).markdown.trimEnd();

export const lines = (...all: readonly string[]): string => all.join('\n');
