import type { AlignType } from 'mdast';
import type { Range } from './range.ts';

/** One version of a document, named so that a reader can check which text is meant. */
export interface Version {
  readonly path: string;
  readonly version?: string;
  readonly sha256: string;
}

/**
 * A piece of both source texts. In order and complete: what is not inserted concatenates to the text before, what is
 * not deleted to the text after, byte for byte.
 */
export interface Span {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly text: string;
  /** The two ends of a move carry the same number. */
  readonly move?: number;
  /** A label that only changes its number, or a citation that follows it. */
  readonly relabel?: true;
  /** The number of the instruction it comes from. */
  readonly by?: number;
}

/**
 * How a block stands between the two versions. `changed`: in both, with marks inside; a list or an item without `before` was put
 * around words that stay. `inserted` and `deleted`: in one only, with all that it holds.
 */
export type Status = 'same' | 'changed' | 'inserted' | 'deleted' | 'moved-from' | 'moved-to' | 'relabelled';

/** How words are set. A link's or image's address and a footnote's name are fields of the run. */
export type Format = 'strong' | 'emphasis' | 'struck' | 'code' | 'html' | 'image' | 'footnote' | 'break';

/** A run of displayed words with one setting and one mark. */
export interface Run {
  readonly type: 'same' | 'inserted' | 'deleted';
  /** What a reader sees, escapes resolved. A `break` run has the text "\n". */
  readonly text: string;
  readonly formats: readonly Format[];
  /** The formats before, where only these changed. */
  readonly formatsBefore?: readonly Format[];
  readonly link?: string;
  readonly by?: number;
  readonly relabel?: true;
}

/** What words stand as: a heading, the first paragraph of an item, or any other paragraph, by what it stands in. */
export type BlockPlace = 'heading' | 'paragraph' | 'item' | 'numbered item' | 'quote';

interface BlockBase {
  readonly status: Status;
  /** Where it stands in each source text; absent on the side where it does not exist. */
  readonly before?: Range;
  readonly after?: Range;
  /** The instructions whose marks are in it or that made it, ascending. */
  readonly by?: readonly number[];
  readonly move?: number;
  /** The printed locator, `paragraph 5.5.2(b)`, of the provision that opens with this block: after where it exists, else before. */
  readonly locator?: string;
  /** A fragment name, unique on the page, of the provision that opens with this block: `p-5.5.2-b`. */
  readonly id?: string;
}

/** A block whose content is words. `code`, `html` and `front-matter` hold their lines as runs without formats. */
export interface WordsBlock extends BlockBase {
  readonly type: 'heading' | 'paragraph' | 'cell' | 'code' | 'html' | 'front-matter' | 'link-definition';
  /** Of a heading. */
  readonly depth?: number;
  /** Of what was a heading in the text before: its depth there, where it was another. */
  readonly depthBefore?: number;
  /** What it was in the text before, where that was something else. What was split off was what the first part was. */
  readonly typeBefore?: BlockPlace;
  /**
   * The end of the paragraph, where only one text has it. `inserted`: a paragraph was split; in the text before, the words of the next
   * block that is there follow at once. `deleted`: paragraphs were joined; in the text after, they follow at once.
   */
  readonly ending?: 'inserted' | 'deleted';
  /** Of a code block. */
  readonly language?: string;
  readonly runs: readonly Run[];
}

/** A block whose content is blocks. */
export interface ParentBlock extends BlockBase {
  readonly type: 'list' | 'item' | 'table' | 'row' | 'quote' | 'footnote';
  /** Of a list: its first number where it is an ordered list. */
  readonly first?: number;
  /** Of a table. */
  readonly align?: readonly AlignType[];
  /** Of a row: the head of its table. */
  readonly header?: boolean;
  /** Of a footnote. */
  readonly identifier?: string;
  readonly children: readonly RedlineBlock[];
}

/** A thematic break. */
export interface RuleBlock extends BlockBase {
  readonly type: 'rule';
}

export type RedlineBlock = WordsBlock | ParentBlock | RuleBlock;

/**
 * One change as a reader would count it. Locators are printed; absent on the side where there is nothing. `split`: what was one
 * paragraph before is several after; `merge`: what were several are one.
 */
export interface RedlineChange {
  readonly type: 'insertion' | 'deletion' | 'substitution' | 'move' | 'relabelling' | 'formatting' | 'split' | 'merge';
  readonly before?: string;
  readonly after?: string;
  readonly kind: 'substantive' | 'consequential';
  /** The number of the instruction. */
  readonly by?: number;
  readonly reason?: string;
  /** The fragment name of the block it is in. */
  readonly id?: string;
  /** Of a move: the number that both its ends carry. */
  readonly move?: number;
  /** Of a move: what was edited in it, in reading order. */
  readonly edits?: readonly MoveEdit[];
}

/** Words of a moved block that were changed. One side at least is there. */
export interface MoveEdit {
  readonly deleted?: string;
  readonly inserted?: string;
}

/** What the comparison covered, so that a reader knows what silence means. */
export interface Coverage {
  /** Leaf blocks compared, in the text before and after. */
  readonly blocksBefore: number;
  readonly blocksAfter: number;
  readonly blocksUnchanged: number;
  /** Changes held back as consequential. */
  readonly suppressed: number;
  /** What was not compared, in plain words; empty when everything was. */
  readonly notCompared: readonly string[];
}

/** Both versions of a document in one tree that still knows both sides. */
export interface Redline {
  readonly schema: 'sec-redline/redline@1';
  readonly before: Version;
  readonly after: Version;
  readonly source: readonly Span[];
  readonly blocks: readonly RedlineBlock[];
  readonly changes: readonly RedlineChange[];
  readonly coverage: Coverage;
}
