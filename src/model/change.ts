import type { Expectation, Synonyms } from './expectation.ts';
import type { TargetLocator } from './locator.ts';
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
  /** The instructions that are carried out: those common to all options, and those of the option chosen. */
  readonly instructions: readonly Instruction[];
  /** Where options are offered for a vote. Absent where none is, and once one is chosen. */
  readonly choices?: readonly Choice[];
  /** The letter of the option that was chosen. */
  readonly option?: string;
  readonly expectations: readonly Expectation[];
  /** Words that the change declares to mean the same. Absent where it declares none. */
  readonly synonyms?: readonly Synonyms[];
  readonly path: string;
  readonly source: string;
}

/** One numbered amending sentence, with what hangs on it. Ranges are offsets of the change file. */
export interface Instruction extends Range {
  readonly type: 'instruction';
  readonly number: number;
  /** The keys of the documents it amends, each in turn: those of the heading it stands under, or those it names itself. */
  readonly documents: readonly string[];
  /** It stands under “Several appendices” and names its documents itself: `In Appendices K and N, …`. */
  readonly namesDocuments?: true;
  /** The letter of the option it belongs to; absent where it is common to all. */
  readonly option?: string;
  readonly operation: Operation;
  /** Where the target is written, for messages. */
  readonly targetRange: Range;
  /** Where the quoted words that must be found are written, for messages. */
  readonly wordsRange?: Range;
  readonly reason?: string;
}

/** A numbered instruction that offers options for a vote. Options bear the letters A, B, C … through the whole change. */
export interface Choice extends Range {
  readonly type: 'choice';
  readonly number: number;
  /** The keys of the documents that its options amend: those of the heading it stands under, or those they name themselves. */
  readonly documents: readonly string[];
  /** It stands under “Several appendices”, and each option names its documents itself. */
  readonly namesDocuments?: true;
  /** In the order of their letters: two at least. */
  readonly options: readonly Option[];
  /** Why there is a choice, or what speaks for all its options. */
  readonly reason?: string;
}

/** One of the options of a choice. */
export interface Option extends Range {
  readonly letter: string;
  /** What it does, without a reason; absent where it makes no change here. */
  readonly instruction?: Instruction;
  readonly reason?: string;
}

/** Which of the places where quoted words occur is meant. `only`: they must occur exactly once; `each` with a `count`: so often. `beginning`, `end`: they must stand there. */
export type Occurrence =
  | { readonly type: 'only' }
  | { readonly type: 'each'; readonly count?: number }
  | { readonly type: 'nth'; readonly nth: number }
  | { readonly type: 'beginning' | 'end' };

/** Words are Markdown exactly as the source has it; runs of white space count as one space. */
export type Operation =
  | SubstituteWords
  | OmitWords
  | InsertWords
  | SubstituteStretch
  | OmitStretch
  | InsertProvision
  | OmitProvision
  | SubstituteProvision
  | StructuralOperation
  | Together;

/** In AT, for “WORDS” substitute “REPLACEMENT”. */
export interface SubstituteWords {
  readonly type: 'substitute-words';
  readonly at: TargetLocator;
  readonly words: string;
  readonly replacement: string;
  readonly occurrence: Occurrence;
}

/** In AT, omit “WORDS”: with one adjoining space, so that none is left double or before punctuation. */
export interface OmitWords {
  readonly type: 'omit-words';
  readonly at: TargetLocator;
  readonly words: string;
  readonly occurrence: Occurrence;
}

/** In AT, after (or before) “ANCHOR” insert “WORDS”; at the end (or beginning) of AT insert “WORDS”. */
export interface InsertWords {
  readonly type: 'insert-words';
  readonly at: TargetLocator;
  readonly words: string;
  readonly position: 'before' | 'after' | 'beginning' | 'end';
  /** Present when the position is before or after. */
  readonly anchor?: string;
  readonly occurrence: Occurrence;
}

/**
 * In AT, for the words from “FROM” to “TO” substitute “REPLACEMENT”: both ends are taken. Without `from` it begins where AT
 * does, without `to` it ends where AT does; one of them is there.
 */
export interface SubstituteStretch {
  readonly type: 'substitute-stretch';
  readonly at: TargetLocator;
  readonly from?: string;
  readonly to?: string;
  readonly replacement: string;
}

/** In AT, omit the words from “FROM” to “TO”: ends as in `SubstituteStretch`, with one adjoining space. */
export interface OmitStretch {
  readonly type: 'omit-stretch';
  readonly at: TargetLocator;
  readonly from?: string;
  readonly to?: string;
}

/** After (or before) AT insert—; at the end of AT insert—: whole provisions, rows or definitions, as Markdown. */
export interface InsertProvision {
  readonly type: 'insert-provision';
  readonly at: TargetLocator;
  readonly position: 'before' | 'after' | 'end';
  readonly content: string;
}

/** Omit AT; with `leaving`, the label stays and these words stand in place of all the rest. */
export interface OmitProvision {
  readonly type: 'omit-provision';
  readonly at: TargetLocator;
  readonly leaving?: string;
}

/** For AT substitute—: a whole provision, row, definition; a heading or cell, whose words alone are given; of a heading its whole line, too. */
export interface SubstituteProvision {
  readonly type: 'substitute-provision';
  readonly at: TargetLocator;
  readonly content: string;
}

/** In AT— (a) …; (b) …: several operations under one target, at least two, each complete in itself. */
export interface Together {
  readonly type: 'together';
  readonly at: TargetLocator;
  readonly parts: readonly InstructionPart[];
}

/** One lettered part of an instruction. Its operation's `at` is whole: the place that opens the list included. */
export interface InstructionPart extends Range {
  readonly operation: Operation;
  readonly targetRange: Range;
  readonly wordsRange?: Range;
  readonly reason?: string;
}
