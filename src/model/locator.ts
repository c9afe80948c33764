/**
 * What a citation or an instruction points at, as written, before it is looked up in a document.
 * `of` narrows the search: the second paragraph *of* section 3.1.
 */
export type Locator =
  | DocumentLocator
  | FrontMatterLocator
  | LabelLocator
  | PartLocator
  | OrdinalLocator
  | HeadingLocator
  | WordsLocator
  | DefinitionLocator
  | TableLocator
  | RowLocator
  | HeadRowLocator
  | CellLocator
  | FootnoteLocator
  | SentenceLocator;

/** What an instruction may point at: one place, several places in turn, or provisions that follow one another. */
export type TargetLocator = Locator | RangeLocator | SeveralLocator;

/** `paragraphs 5.5.4 to 5.5.6`: numbered provisions that stand side by side, the first and the last included. */
export interface RangeLocator {
  readonly type: 'range';
  readonly from: LabelLocator;
  readonly to: LabelLocator;
}

/** `paragraphs 5.5.1(a) and (c)`: two places or more, each as if it had an instruction of its own. */
export interface SeveralLocator {
  readonly type: 'several';
  readonly locators: readonly (Locator | RangeLocator)[];
}

/** The whole document that stands in the heading above the instruction. */
export interface DocumentLocator {
  readonly type: 'document';
}

/** `the front matter`: the lines between the two `---` at the head of a document. */
export interface FrontMatterLocator {
  readonly type: 'front-matter';
}

/** `paragraph 5.5.2(b)(i)`: labels from the outermost in, as printed in the citation: `['5.5.2', '(b)', '(i)']`. */
export interface LabelLocator {
  readonly type: 'label';
  /** The noun as written, in lower case and singular: section, paragraph, item, step, annex, appendix, clause … */
  readonly noun?: string;
  readonly labels: readonly string[];
  /** The unnumbered part or provision that the first label is looked for in: `item (b) of the “Response” part of section 2.4`. */
  readonly of?: Locator;
}

/** `the “General obligations” part of section 2.4`: an unnumbered sub-heading and what stands under it. */
export interface PartLocator {
  readonly type: 'part';
  readonly title: string;
  readonly of?: Locator;
}

/** What can be named by its place. A `part` is a heading without a label, an `other block` a line, a tag or an address. */
export type OrdinalNoun =
  | 'paragraph'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'part'
  | 'code block'
  | 'block quote'
  | 'footnote'
  | 'other block';

/** `the second paragraph of section 3.1`: an unnumbered provision by its place among its like, from 1; -1 is the last. */
export interface OrdinalLocator {
  readonly type: 'ordinal';
  readonly noun: OrdinalNoun;
  /** Absent where it is the only one: `the code block in section 2.4`. */
  readonly ordinal?: number;
  readonly of?: Locator;
}

/** `the heading of section 5`: its words, without the label. Of the document: its title. */
export interface HeadingLocator {
  readonly type: 'heading';
  readonly of: Locator;
}

/** `the opening words of paragraph 5.5.1` (before its list), `the closing words of …` (after it). */
export interface WordsLocator {
  readonly type: 'opening' | 'closing';
  readonly of: Locator;
}

/** `the definition of “SPOTI”`: a row of a definitions table, found by its term. */
export interface DefinitionLocator {
  readonly type: 'definition';
  readonly term: string;
  readonly of?: Locator;
}

/** `the table in section 5.3`: the only table there, or the nth. */
export interface TableLocator {
  readonly type: 'table';
  readonly ordinal?: number;
  readonly of: Locator;
}

/** `the row for step 5.5.3.4` or `the row for “SPOTI”`: found by the whole words of its first cell. */
export interface RowLocator {
  readonly type: 'row';
  readonly key: string;
  /** Written without quotation marks, as the label of a step. */
  readonly step: boolean;
  readonly of?: Locator;
}

/** `the column “Obligation”` of a row: one cell, found by the words at the head of its column. */
export interface CellLocator {
  readonly type: 'cell';
  readonly column: string;
  readonly of: Locator;
}

/** `the head row of the table in section 5.3`. */
export interface HeadRowLocator {
  readonly type: 'head-row';
  readonly of: Locator;
}

/** `the footnote “1”`: what stands at the foot, by the name that its calls bear. */
export interface FootnoteLocator {
  readonly type: 'footnote';
  readonly name: string;
}

/** `the second sentence of paragraph 5.5.1`: by its place from 1; -1 is the last. */
export interface SentenceLocator {
  readonly type: 'sentence';
  readonly ordinal: number;
  readonly of: Locator;
}
