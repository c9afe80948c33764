import type { Change } from './change.ts';
import type { Consequences } from './consequences.ts';
import type { Document, FrontMatter } from './document.ts';
import type { Redline } from './redline.ts';

/** An instruction in the canonical words it prints as, for readers of the outputs. */
export interface PrintedInstruction {
  readonly number: number;
  /** Markdown: the amending sentence, and after a blank line its block quote or its list of parts, where it has one. */
  readonly words: string;
  readonly reason?: string;
}

/** One document of a pack: how it is named, both texts, and the redline between them. */
export interface PackDocument {
  /** As `Document.key`: the letter of an appendix, else its path. Files are named after it. */
  readonly key: string;
  readonly title: string;
  readonly short?: string;
  /** Of the text before. */
  readonly frontMatter: FrontMatter;
  readonly redline: Redline;
  readonly textBefore: string;
  readonly textAfter: string;
  /** The text after as a document, under the key above, so that no renderer need read it again. */
  readonly after: Document;
  /** The instructions that amend this document, ascending; empty where two texts were only compared. */
  readonly instructions: readonly PrintedInstruction[];
}

/** What the drafter expects of the text after, and how it was held against that text. */
export interface ExpectationResult {
  /** The expectation as it prints: `No provision of Appendix D mentions both “Device CSR” and “SPOTI”.` */
  readonly sentence: string;
  readonly holds: boolean;
  /** The keys of the documents that were looked at. */
  readonly documents: readonly string[];
  /** How many provisions of them were looked at. */
  readonly provisions: number;
  /** What was looked at and what was found, in a sentence. */
  readonly finding: string;
}

/** Everything a renderer needs to make its files: one change over its documents, or a comparison without a change. */
export interface Pack {
  readonly type: 'pack';
  readonly tool: { readonly name: string; readonly version: string };
  readonly change?: Change;
  readonly documents: readonly PackDocument[];
  /** Of a change: what was expected of its result. Absent where nothing was. */
  readonly expectations?: readonly ExpectationResult[];
  /** What follows elsewhere; absent where it was not looked for. */
  readonly consequences?: Consequences;
  /** Of one option of several: the address of the page that shows them side by side. */
  readonly beside?: string;
}

/** A choice in canonical words, for readers of the outputs. */
export interface PrintedChoice {
  readonly number: number;
  /** The keys of the documents that it amends. */
  readonly documents: readonly string[];
  /** In the order of their letters. Without an instruction an option makes no change here. */
  readonly options: readonly { readonly letter: string; readonly words?: string; readonly reason?: string }[];
  readonly reason?: string;
}

/** A document under each option, in the order of their letters: the same text before, and the redline to each text after. */
export interface DocumentOptions {
  readonly key: string;
  readonly options: readonly { readonly letter: string; readonly document: PackDocument }[];
}

/** The options of a change for a vote, each carried out by itself on the same texts. */
export interface OptionsPack {
  readonly type: 'options';
  readonly tool: { readonly name: string; readonly version: string };
  /** As it was drafted: no option is chosen. */
  readonly change: Change;
  readonly choices: readonly PrintedChoice[];
  /** Each option as a pack of its own. */
  readonly options: readonly { readonly letter: string; readonly pack: Pack }[];
  /** Every document that any option amends, under all of them. */
  readonly documents: readonly DocumentOptions[];
}

/** A file as a renderer gives it. The path is relative to the folder of the pack, with forward slashes. */
export interface RenderedFile {
  readonly path: string;
  /** Text is to be written as UTF-8. */
  readonly content: string | Uint8Array;
}
