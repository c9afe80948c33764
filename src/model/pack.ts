import type { Change } from './change.ts';
import type { Consequences } from './consequences.ts';
import type { FrontMatter } from './document.ts';
import type { Redline } from './redline.ts';

/** An instruction in the canonical words it prints as, for readers of the outputs. */
export interface PrintedInstruction {
  readonly number: number;
  /** Markdown: the amending sentence, and after a blank line the block quote of provisions it inserts, where it has one. */
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
  /** The instructions that amend this document, ascending; empty where two texts were only compared. */
  readonly instructions: readonly PrintedInstruction[];
}

/** Everything a renderer needs to make its files: one change over its documents, or a comparison without a change. */
export interface Pack {
  readonly type: 'pack';
  readonly tool: { readonly name: string; readonly version: string };
  readonly change?: Change;
  readonly documents: readonly PackDocument[];
  /** What follows elsewhere; absent where it was not looked for. */
  readonly consequences?: Consequences;
}

/** A file as a renderer gives it. The path is relative to the folder of the pack, with forward slashes. */
export interface RenderedFile {
  readonly path: string;
  /** Text is to be written as UTF-8. */
  readonly content: string | Uint8Array;
}
