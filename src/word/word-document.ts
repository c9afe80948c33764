/**
 * A Word document as plain data: what is written from and read to. It knows neither redlines nor provisions. Terms are those of
 * WordprocessingML (ECMA-376 Part 1, chapter 17); measures are twentieths of a point.
 */
export interface WordDocument {
  readonly type: 'word-document';
  readonly properties: WordProperties;
  /** Of every page; absent where there is none. */
  readonly header?: readonly WordParagraph[];
  readonly footer?: readonly WordParagraph[];
  readonly blocks: readonly WordBlock[];
  readonly footnotes: readonly WordFootnote[];
  readonly comments: readonly WordComment[];
}

export interface WordProperties {
  readonly title?: string;
  readonly subject?: string;
  readonly author?: string;
  /** `2026-01-31T00:00:00Z`. Written only where given: no clock is read. */
  readonly date?: string;
  /** `en-GB`. */
  readonly language?: string;
  /** Further properties by name, in order. */
  readonly custom?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Who changed something, and how. `move` pairs a `moved-from` with its `moved-to`. The ids that Word wants are given in writing, in
 * reading order.
 */
export interface Revision {
  readonly type: 'inserted' | 'deleted' | 'moved-from' | 'moved-to';
  readonly author: string;
  readonly date?: string;
  readonly move?: number;
}

export type WordBlock = WordParagraph | WordTable | WordContainer;

/** Blocks that belong together for a reason that Word has no element for: a content control with a tag (17.5.2). */
export interface WordContainer {
  readonly type: 'container';
  /** Names the reason: `code ts`, `quote`, `front-matter`. */
  readonly tag: string;
  readonly blocks: readonly WordBlock[];
}

/** How a paragraph stands, whatever its words are. */
export interface WordStanding {
  /** The id of its style. In reading, of the style in the file; see `styleName` for what a person calls it. */
  readonly style: string;
  /** Its level among headings, from 1, by its style or its own property. */
  readonly outlineLevel?: number;
  /** Set in writing to show a plain bullet. A number is always written as text. */
  readonly bullet?: boolean;
  /** How far its first words and its other lines stand from the margin, where the style does not say. */
  readonly indent?: { readonly left: number; readonly hanging?: number };
  readonly align?: 'left' | 'center' | 'right';
  /** The space above it, where that is more than the style has. */
  readonly spaceBefore?: number;
  /** No space between it and a neighbour of the same style. */
  readonly contextualSpacing?: boolean;
}

export interface WordParagraph extends WordStanding {
  readonly type: 'paragraph';
  /** In reading: the name of the style, as Word shows it, in lower case. */
  readonly styleName?: string;
  /** In reading: the number that automatic numbering prints before it, `5.5.2A`, `(a)`, `•`, and its depth there, from 0. */
  readonly numbering?: { readonly text: string; readonly level: number; readonly bullet: boolean };
  /** In reading: how its style sets all its words. What its runs say is said besides. */
  readonly styleSetting?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strike?: boolean;
    readonly code?: boolean;
  };
  /** In reading: how far its lines stand from the margin, by its own property, its list or its style. */
  readonly margin?: number;
  /** In reading: the instruction of a field that reaches over several paragraphs, this one among them, as a table of contents does. */
  readonly inField?: string;
  /** Names by which links reach it. At most 40 letters, digits and underscores; unique in the document. */
  readonly bookmarks?: readonly string[];
  /** Of its paragraph mark: the end of the paragraph itself was inserted, deleted or moved. */
  readonly mark?: Revision;
  /** How it stood before, where only that was changed (17.13.5.29): all of it, for Word takes the rest to have been as the style has it. */
  readonly styleBefore?: WordStanding & { readonly author: string; readonly date?: string };
  readonly children: readonly WordInline[];
}

export type WordInline =
  | WordRun
  | WordLink
  | WordSpan
  | WordNoteReference
  | WordCommentMark
  | WordField
  | WordFieldEdge;

/** Text in one setting. A tab is "\t" and a line break "\n" in `text`. */
export interface WordRun {
  readonly type: 'run';
  readonly text: string;
  /** The id of its character style. */
  readonly style?: string;
  /** In reading: the name of that style, in lower case. */
  readonly styleName?: string;
  /** By its own property or its character style. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** In reading: it is set as code is, in a style for it or in letters of one width. */
  readonly code?: boolean;
  /** In reading: it stands above or below the line, in small letters. */
  readonly position?: 'raised' | 'lowered';
  readonly revision?: Revision;
  /** What it was before, where only its setting was changed (17.13.5.31). */
  readonly before?: {
    readonly style?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strike?: boolean;
    readonly author: string;
    readonly date?: string;
  };
}

/** A link to an address outside, or to a bookmark inside. One of the two is there. */
export interface WordLink {
  readonly type: 'link';
  readonly address?: string;
  readonly bookmark?: string;
  readonly tooltip?: string;
  readonly children: readonly WordInline[];
}

/** Inline content that belongs together for a reason that Word has no element for: a content control in a paragraph. */
export interface WordSpan {
  readonly type: 'span';
  readonly tag: string;
  readonly children: readonly WordInline[];
}

/** A field and the text it was last shown as: `REF`, `TOC`, `PAGE`. */
export interface WordField {
  readonly type: 'field';
  readonly instruction: string;
  readonly children: readonly WordRun[];
}

/**
 * Where a field that reaches over several paragraphs begins, and where it ends: what stands between is what it was last shown as. Given
 * in writing, both in one body; in reading, its paragraphs say that they are in it.
 */
export interface WordFieldEdge {
  readonly type: 'field-start' | 'field-end';
  /** Of the start: `TOC \o "1-3"`. */
  readonly instruction?: string;
}

/** The call of a footnote. `label` is written as a custom mark, so that no number is Word's own. */
export interface WordNoteReference {
  readonly type: 'note-reference';
  readonly footnote: number;
  readonly label?: string;
  readonly revision?: Revision;
}

/** The beginning or the end of what a comment speaks of. Both are in the document, in order. */
export interface WordCommentMark {
  readonly type: 'comment-start' | 'comment-end';
  readonly comment: number;
  /** Of the sign that stands where it ends. Given in writing. */
  readonly revision?: Revision;
}

export interface WordTable {
  readonly type: 'table';
  /** The width of each column. */
  readonly columns: readonly number[];
  readonly indent?: number;
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  readonly header?: boolean;
  /** The whole row was inserted or deleted. Written on the row, and on every run and paragraph mark in it. */
  readonly revision?: Revision;
  readonly cells: readonly WordCell[];
}

export interface WordCell {
  /** Columns it covers; 1 where absent. */
  readonly columns?: number;
  /** In reading: it goes on from the cell above. */
  readonly merged?: boolean;
  /** The cell itself was inserted or deleted, as with a column (17.13.5.1, 17.13.5.2). */
  readonly revision?: Revision;
  /** At least one paragraph, and the last is one. */
  readonly blocks: readonly WordBlock[];
}

export interface WordFootnote {
  /** From 1, in the order of their calls. */
  readonly id: number;
  readonly blocks: readonly WordBlock[];
}

export interface WordComment {
  /** From 0. */
  readonly id: number;
  readonly author: string;
  readonly initials: string;
  readonly date?: string;
  readonly paragraphs: readonly WordParagraph[];
}
