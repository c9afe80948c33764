/**
 * What is drawn on the sheets of a PDF, as plain data: the template reads it and draws, and decides nothing. All words are data; the
 * template never reads them as instructions of its own.
 */
export interface Sheets {
  readonly title: string;
  readonly author?: string;
  /** Year, month and day, of the change. Absent where it has none: no other date is in the file. */
  readonly date?: readonly [year: number, month: number, day: number];
  readonly parts: readonly Part[];
}

/** Pages that share a head and a foot. */
export interface Part {
  readonly head: readonly [left: string, right: string];
  readonly foot: string;
  readonly blocks: readonly SheetBlock[];
}

/** How words are marked. Each mark has a line of its own, so that none is told by colour alone. */
export type Mark = 'inserted' | 'deleted' | 'moved-to' | 'moved-from' | 'renumbered-to' | 'renumbered-from';

/** Words in a line, or something among them. */
export type Piece =
  | string
  | { readonly type: 'mark'; readonly mark: Mark; readonly pieces: readonly Piece[] }
  | {
      readonly type: 'strong' | 'emphasis' | 'struck' | 'code' | 'raised' | 'image' | 'quiet';
      readonly pieces: readonly Piece[];
    }
  /** `to` is the name of a place in the file, `address` one outside it. */
  | { readonly type: 'link'; readonly to?: string; readonly address?: string; readonly pieces: readonly Piece[] }
  /** A character that cannot be seen or drawn, as its name. */
  | { readonly type: 'unseen'; readonly name: string }
  | { readonly type: 'break' }
  /** The space after a label, where its column leaves room enough. */
  | { readonly type: 'gap' }
  /** What is not of the document's own words, in chunks: a line can end after each. A `tag` says what becomes of a row, a `sign` opens a block, a `count` is what a list counts. */
  | { readonly type: 'told'; readonly chunks: readonly string[]; readonly look?: 'tag' | 'sign' | 'count' }
  /** The number of an instruction, with the place where it is listed. */
  | { readonly type: 'number'; readonly number: string; readonly to?: string }
  /** The numbers of the pages on which some places are, each once. */
  | { readonly type: 'pages'; readonly places: readonly string[] };

/** What stands beside a change: what is done, by which instructions, and why. */
export interface Note {
  readonly deed: string;
  readonly reasons: readonly { readonly number: string; readonly to?: string; readonly words: string }[];
}

/** Where a block stands on the sheet. */
export interface Placed {
  /** The names by which links lead here. */
  readonly ids?: readonly string[];
  /** How far its left edge stands from that of the text, in millimetres. */
  readonly at: number;
  /** It changes: a bar stands in the margin. */
  readonly bar?: boolean;
  readonly note?: Note;
}

export interface SheetHeading extends Placed {
  readonly type: 'heading';
  /** No heading of a text: one of the pages before it, or that which opens it. */
  readonly look?: 'front' | 'part';
  readonly level: number;
  /** As the outline of the file has it, without marks. */
  readonly title: string;
  readonly label?: HangingLabel;
  readonly pieces: readonly Piece[];
}

export interface SheetParagraph extends Placed {
  readonly type: 'paragraph';
  /** Set like the source text it is, or smaller and quieter than the rest. */
  readonly look?: 'source' | 'small' | 'lead' | 'notice';
  /** It stands on the page on which the next block begins. */
  readonly keep?: true;
  readonly label?: HangingLabel;
  readonly pieces: readonly Piece[];
}

/** A label, and the words that go on beside it. */
export interface HangingLabel {
  readonly pieces: readonly Piece[];
  /** It is wider than its column. */
  readonly wide: boolean;
}

export interface SheetItem {
  /** Absent: a bullet. */
  readonly marker?: readonly Piece[];
  readonly blocks: readonly SheetBlock[];
}

export interface SheetList {
  readonly type: 'list';
  /** How far in it stands, in millimetres. */
  readonly indent: number;
  /** Of the column of labels, in millimetres. */
  readonly width: number;
  readonly items: readonly SheetItem[];
}

export interface SheetCell {
  readonly ids?: readonly string[];
  readonly pieces: readonly Piece[];
  readonly side?: 'left' | 'right' | 'center';
  readonly tint?: 'inserted' | 'deleted' | 'moved';
  /** How many columns it spans. */
  readonly span?: number;
}

export interface SheetRow {
  readonly ids?: readonly string[];
  readonly bar: boolean;
  /** Long enough to be parted between two pages. */
  readonly long: boolean;
  readonly cells: readonly SheetCell[];
}

export interface SheetTable extends Placed {
  readonly type: 'table';
  /** Shares of the width, a column each. */
  readonly widths: readonly number[];
  readonly size: number;
  /** Its longest words have no room in their columns. */
  readonly hyphenate?: true;
  /** It has too many columns for an upright page. */
  readonly landscape: boolean;
  /** Of one in landscape: what leads up to it, and stands on its page. */
  readonly lead?: readonly SheetBlock[];
  readonly head: readonly SheetRow[];
  readonly body: readonly SheetRow[];
}

export interface SheetSource extends Placed {
  readonly type: 'source';
  readonly title: string;
  /** Of the type, in points: its longest line has room where it can. */
  readonly size: number;
  readonly lines: readonly (readonly Piece[])[];
}

export type SheetBlock =
  | SheetHeading
  | SheetParagraph
  | SheetList
  | SheetTable
  | SheetSource
  | { readonly type: 'title'; readonly kicker: string; readonly words: string }
  | { readonly type: 'facts'; readonly rows: readonly (readonly [string, readonly Piece[]])[] }
  /** Down to a level of headings; the entries tell how much room they take before their pages are known. */
  | {
      readonly type: 'contents';
      readonly depth: number;
      readonly entries: readonly (readonly [level: number, title: string])[];
    }
  /** What stands at one place under each option, one after the other. */
  | {
      readonly type: 'options';
      /** Of the column of their names, in millimetres. */
      readonly width: number;
      readonly options: readonly { readonly letter: string; readonly blocks: readonly SheetBlock[] }[];
    }
  | { readonly type: 'quote'; readonly indent: number; readonly blocks: readonly SheetBlock[] }
  | {
      readonly type: 'footnote';
      readonly name: string;
      readonly ids: readonly string[];
      readonly blocks: readonly SheetBlock[];
    }
  | ({ readonly type: 'rule'; readonly told?: string } & Placed);

/** The measures of a sheet that the template and those who fill it share, in millimetres. */
export const measures = { label: 15, item: 9, quote: 6, option: 20, sheet: 168, landscape: 255 } as const;

/** A row of more letters than these may be parted between two pages; any other stays whole. */
export const longRow = 900;
