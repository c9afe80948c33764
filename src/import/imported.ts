import type { Range } from '../model/range.ts';

/** What became of a Word document: Markdown in canonical form, and everything that it could not carry. */
export interface Imported {
  readonly markdown: string;
  /** In the order in which it was met. */
  readonly told: readonly Told[];
  /** In the order of the Word document. */
  readonly comments: readonly ImportedComment[];
}

/** Something of a Word document that Markdown cannot carry, or that was carried in another form. */
export interface Told {
  /** In plain words: `a picture`, `a text box`, `cells merged across three columns`. */
  readonly what: string;
  /** In plain words: `the header`, `paragraph 12`, `table 2, row 3, cell 1`. */
  readonly where: string;
  /** Its text, where it has text that is not in the Markdown. */
  readonly text?: string;
}

/** A comment in the margin of a Word document. */
export interface ImportedComment {
  readonly author: string;
  readonly text: string;
  /** What it speaks of, in the Markdown: empty where that was deleted; absent where it is not in the Markdown. */
  readonly range?: Range;
}
