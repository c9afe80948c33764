import type { Occurrence } from './change.ts';
import type { CellLocator, LabelLocator, Locator, TargetLocator } from './locator.ts';

/** What an instruction does to the structure of a document. */
export type StructuralOperation =
  | Renumber
  | Move
  | InsertDefinitions
  | InsertColumn
  | SubstituteColumn
  | Split
  | Merge
  | SetLevel
  | InsertFootnote;

/**
 * Renumber AT as AS: the labels that begin with its number follow, and with `referencesFollow` every citation of them. With
 * `through`, all from AT to that one: `paragraphs 5.6 to 5.9 as 5.5 to 5.8`.
 */
export interface Renumber {
  readonly type: 'renumber';
  readonly at: Locator;
  /** The new label, perhaps after those of what it stands in: `['5.5']`, `['5.5.1', '(d)']`. */
  readonly as: readonly string[];
  readonly through?: { readonly at: LabelLocator; readonly as: readonly string[] };
  readonly referencesFollow: boolean;
  /** Of references that follow: the provisions of the same document in which they stay as they are, `except in steps 5.5.3.2 and 5.5.3.3`. */
  readonly except?: TargetLocator;
}

/**
 * Move AT to after (or before) TO, or to the beginning or the end of TO: whole, with all that stands under it. With `as` it has that number there, and with
 * `referencesFollow` every citation of it has, too.
 */
export interface Move {
  readonly type: 'move';
  readonly at: Locator;
  readonly position: 'before' | 'after' | 'beginning' | 'end';
  readonly to: Locator;
  readonly as?: readonly string[];
  readonly referencesFollow: boolean;
}

/** In AT, insert the following definitions in the appropriate places—: rows, each put where the alphabet has its term. */
export interface InsertDefinitions {
  readonly type: 'insert-definitions';
  readonly at: Locator;
  readonly content: string;
}

/**
 * After (or before) the column AT insert the column “TITLE”—: a cell for each row below the head, in order; or rows of two cells, of which
 * the first names the row.
 */
export interface InsertColumn {
  readonly type: 'insert-column';
  readonly at: CellLocator;
  readonly position: 'before' | 'after';
  readonly title: string;
  readonly content: string;
}

/**
 * For the column AT substitute—: a table of one column, its head and a cell for each row, in order; or of two columns, of which the first
 * names the rows.
 */
export interface SubstituteColumn {
  readonly type: 'substitute-column';
  readonly at: CellLocator;
  readonly content: string;
}

/** Split AT before “WORDS”: they begin a paragraph or item of their own, which has the number `as` where one is given. */
export interface Split {
  readonly type: 'split';
  readonly at: Locator;
  readonly words: string;
  readonly as?: readonly string[];
}

/** Merge AT and NEXT, which follows it: joined by a space, under the number of the first. Citations of the second become ones of the first. */
export interface Merge {
  readonly type: 'merge';
  readonly at: Locator;
  readonly next: Locator;
  readonly referencesFollow: boolean;
}

/** Change the level of the heading of AT to LEVEL: its words and its number stay. */
export interface SetLevel {
  readonly type: 'set-level';
  readonly at: Locator;
  /** From 1 to 6. */
  readonly level: number;
}

/** In AT, after “ANCHOR” insert the footnote—: its call stands after the words, what it says at the foot of the document. */
export interface InsertFootnote {
  readonly type: 'insert-footnote';
  readonly at: Locator;
  readonly anchor: string;
  readonly occurrence: Occurrence;
  readonly content: string;
}
