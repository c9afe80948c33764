import type { WordLink, WordSpan } from '../word/word-document.ts';

/** A setting of words that Markdown has marks for. */
export type Mark = 'emphasis' | 'strong' | 'delete';

/**
 * A part of the words of one block that is of one kind, in one setting, inside the same links. The words of a block are taken apart
 * into pieces, mended, and put together as mdast.
 */
export type Piece = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The links and spans around it, from outside in. */
  readonly around: readonly (WordLink | WordSpan)[];
} /** A `tab` is one that the text itself has; a `mark` the call of a footnote in words. */ & (
  | { readonly type: 'words' | 'code' | 'html' | 'task' | 'line-end' | 'break' | 'tab' | 'mark' }
  /** The text is what stands for the picture. */
  | { readonly type: 'image'; readonly tag: string }
  | { readonly type: 'note'; readonly footnote: number; readonly label?: string }
  /** Where what a comment speaks of begins or ends. It has no text. */
  | { readonly type: 'comment-start' | 'comment-end'; readonly comment: number }
);
