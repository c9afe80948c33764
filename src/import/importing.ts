import type { Code, Nodes, RootContent } from 'mdast';
import type { ContentsMet } from './contents.ts';
import type { Told } from './imported.ts';

/** The blocks that hold inline content. */
export type WordsBlock = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>;

/** The blocks in which a comment can begin or end. */
export type Leaf = WordsBlock | Code;

/** Where a comment begins or ends: so many characters into the words of a block. */
export interface CommentPoint {
  readonly comment: number;
  readonly edge: 'start' | 'end';
  readonly offset: number;
}

/** What is gathered while a document is turned into mdast, and is not in the mdast. */
export interface Importing {
  readonly told: Told[];
  /** How a node is written where mdast does not say it: the number of an item, a link without brackets. */
  readonly printed: Map<Nodes, string>;
  /** The words of nodes in which each sign is escaped. */
  readonly literal: Map<Nodes, string>;
  readonly commentPoints: Map<Leaf, readonly CommentPoint[]>;
  /** Those of paragraphs that are not carried, until the next block of words. */
  readonly pending: CommentPoint[];
  /** The labels of the footnotes, by their ids. */
  readonly noteLabels: ReadonlyMap<number, string>;
  /** The labels of all footnotes that are defined, in lower case. */
  readonly definedNotes: ReadonlySet<string>;
  /** The footnotes whose place the file says. */
  readonly placedNotes: Set<RootContent>;
  /** The contents that were met, in order. */
  readonly contents: ContentsMet[];
  /** How many paragraphs and tables were met so far. */
  readonly counts: { paragraphs: number; tables: number };
  /** The place that is being read, where it is not the last paragraph: `table 2, row 3, cell 1`. */
  place: string | undefined;
}

/** Tells something about the place that is being read. */
export function tell(importing: Importing, what: string, text?: string): void {
  const { told, place, counts } = importing;
  const where = place ?? `paragraph ${counts.paragraphs}`;
  told.push({ what, where, ...(text !== undefined && text !== '' && { text }) });
}
