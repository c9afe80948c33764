import type { Locator } from './locator.ts';
import type { Range } from './range.ts';

/** Words that mean the same in this change: what mentions one of them mentions them all. */
export interface Synonyms extends Range {
  readonly type: 'synonyms';
  readonly names: readonly string[];
}

/** What the drafter holds to be true of the result; checked after the instructions are carried out. */
export type Expectation = (
  | {
      /** No (or at least one) provision of the documents mentions all the terms together. */
      readonly type: 'mentions';
      readonly documents: readonly string[];
      readonly terms: readonly string[];
      readonly expected: 'none' | 'some';
      /** Of `none`: the provisions that may, with what they hold. */
      readonly except?: readonly ExceptedProvision[];
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
  Range & {
    /** The letter of the option whose result it speaks of; absent where it holds for every option. */
    readonly option?: string;
  };

/** A provision that an expectation leaves out. */
export interface ExceptedProvision {
  readonly document: string;
  readonly at: Locator;
}
