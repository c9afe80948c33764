import type { Root } from 'mdast';
import type { Range } from './range.ts';

/** What the head of a source file declares. Every field is optional: any Markdown is a document. */
export interface FrontMatter {
  /** The letter of the appendix: `D`. */
  readonly appendix?: string;
  readonly title?: string;
  /** The name other documents cite it by: `SMKI RAPP`. */
  readonly short?: string;
  readonly version?: string;
  readonly effective?: string;
  readonly status?: string;
}

/**
 * The kinds of unit one can cite. A `section` opens with a heading, a `paragraph` is numbered or not, an `item` is a
 * bullet, a `definition` a row of a definitions table, a `row` and a `cell` parts of any other table.
 */
export type ProvisionType =
  | 'section'
  | 'paragraph'
  | 'item'
  | 'table'
  | 'definition'
  | 'row'
  | 'cell'
  | 'code'
  | 'quote'
  | 'footnote'
  | 'other';

/** A unit one can cite, over the source. Ranges are offsets of the source, so nothing is copied. */
export interface Provision extends Range {
  readonly type: ProvisionType;
  /** The number as printed: `5.5.2`, `(a)`, `i.`, `Annex A`; a step row's number. */
  readonly label?: string;
  /** A heading's words without the label; the term of a definition; the words at the head of a cell's column. */
  readonly title?: string;
  /** Its place among the provisions of its type directly under the same parent, from 1. */
  readonly ordinal: number;
  /** Where the label is printed, where there is one. */
  readonly labelRange?: Range;
  /** Its own words, without the label and without its children: heading words, paragraph, opening paragraph of an item. */
  readonly words: Range;
  /** The head row of a table. */
  readonly header?: boolean;
  readonly children: readonly Provision[];
}

/** One appendix (or any Markdown), in one version: its source, its mdast and the provisions over them. */
export interface Document {
  readonly type: 'document';
  /** The letter of the appendix where it declares one, else the path. */
  readonly key: string;
  readonly path: string;
  readonly source: string;
  readonly frontMatter: FrontMatter;
  /** mdast as remark made it, positions included. */
  readonly tree: Root;
  readonly children: readonly Provision[];
}
