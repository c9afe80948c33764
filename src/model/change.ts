import type { Locator } from './locator.ts';
import type { Range } from './range.ts';
import type { StructuralOperation } from './structural-operation.ts';

/** The version, and the sha256 where it is pinned, of a document the instructions were drafted against. */
export interface Baseline {
  readonly version?: string;
  readonly sha256?: string;
}

/** A proposal's whole set of instructions, over one or more documents. */
export interface Change {
  readonly type: 'change';
  /** `DP074`. */
  readonly name: string;
  readonly title: string;
  readonly stage: string;
  readonly proposer?: string;
  /** The date the outputs bear, where they bear one: ISO, from the front matter. */
  readonly date?: string;
  /** By document key. */
  readonly baseline: Readonly<Record<string, Baseline>>;
  /** The free prose under the front matter, as Markdown: the issue and the reasons. */
  readonly prose: string;
  readonly instructions: readonly Instruction[];
  readonly expectations: readonly Expectation[];
  readonly path: string;
  readonly source: string;
}

/** One numbered amending sentence, with what hangs on it. Ranges are offsets of the change file. */
export interface Instruction extends Range {
  readonly type: 'instruction';
  readonly number: number;
  /** The key of the document it amends, from the heading it stands under. */
  readonly document: string;
  readonly operation: Operation;
  /** Where the target is written, for messages. */
  readonly targetRange: Range;
  /** Where the quoted words that must be found are written, for messages. */
  readonly wordsRange?: Range;
  readonly reason?: string;
}

/** Which of the places where quoted words occur is meant. `only`: they must occur exactly once. */
export type Occurrence =
  | { readonly type: 'only' }
  | { readonly type: 'each' }
  | { readonly type: 'nth'; readonly nth: number };

/** Words are Markdown exactly as the source has it; runs of white space count as one space. */
export type Operation =
  | SubstituteWords
  | OmitWords
  | InsertWords
  | InsertProvision
  | OmitProvision
  | SubstituteProvision
  | StructuralOperation;

/** In AT, for “WORDS” substitute “REPLACEMENT”. */
export interface SubstituteWords {
  readonly type: 'substitute-words';
  readonly at: Locator;
  readonly words: string;
  readonly replacement: string;
  readonly occurrence: Occurrence;
}

/** In AT, omit “WORDS”: with one adjoining space, so that none is left double or before punctuation. */
export interface OmitWords {
  readonly type: 'omit-words';
  readonly at: Locator;
  readonly words: string;
  readonly occurrence: Occurrence;
}

/** In AT, after (or before) “ANCHOR” insert “WORDS”; at the end (or beginning) of AT insert “WORDS”. */
export interface InsertWords {
  readonly type: 'insert-words';
  readonly at: Locator;
  readonly words: string;
  readonly position: 'before' | 'after' | 'beginning' | 'end';
  /** Present when the position is before or after. */
  readonly anchor?: string;
  readonly occurrence: Occurrence;
}

/** After (or before) AT insert—; at the end of AT insert—: whole provisions, rows or definitions, as Markdown. */
export interface InsertProvision {
  readonly type: 'insert-provision';
  readonly at: Locator;
  readonly position: 'before' | 'after' | 'end';
  readonly content: string;
}

/** Omit AT; with `leaving`, the label stays and these words stand in place of all the rest. */
export interface OmitProvision {
  readonly type: 'omit-provision';
  readonly at: Locator;
  readonly leaving?: string;
}

/** For AT substitute—: a whole provision, row, definition; a heading or cell, whose words alone are given. */
export interface SubstituteProvision {
  readonly type: 'substitute-provision';
  readonly at: Locator;
  readonly content: string;
}

/** What the drafter holds to be true of the result; checked after the instructions are carried out. */
export type Expectation = (
  | {
      /** No (or at least one) provision of the documents mentions all the terms together. */
      readonly type: 'mentions';
      readonly documents: readonly string[];
      readonly terms: readonly string[];
      readonly expected: 'none' | 'some';
    }
  | {
      /** A provision contains (or does not contain) the words. */
      readonly type: 'contains';
      readonly document: string;
      readonly at: Locator;
      readonly words: string;
      readonly expected: boolean;
    }
) &
  Range;
