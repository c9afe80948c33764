import type { Message } from './message.ts';

/** What a change makes true elsewhere: of all the documents of the code, whether it amends them or not. */
export interface Consequences {
  readonly labels: readonly LabelConsequence[];
  readonly followed: readonly FollowedReference[];
  /** What is wrong after the change that was not before: references that lead nowhere, and all else that the rules find. */
  readonly brought: readonly ConsequenceFinding[];
  /** What was wrong before the change and is not after it. */
  readonly cured: readonly ConsequenceFinding[];
  readonly checked: ConsequencesChecked;
}

/** A provision whose label the change changes, takes away or makes new. One that stands in another that is listed is counted there. */
export interface LabelConsequence {
  /** `relabelled`: another label, or one where there was none, or none where there was one. `omitted-number-kept`: only the number is left, with words such as “[No longer in use]”. */
  readonly type: 'relabelled' | 'omitted' | 'omitted-number-kept' | 'new';
  /** The key of the document. */
  readonly document: string;
  /** Printed locators; absent on the side where the provision does not exist. */
  readonly before?: string;
  readonly after?: string;
  /** The name of its fragment on the page of the redline. */
  readonly id?: string;
  /** How many labelled provisions within it share its fate. */
  readonly within: number;
  /** The instructions that do it, ascending. */
  readonly by: readonly number[];
}

/** A reference that now names its target by the new label. */
export interface FollowedReference {
  readonly document: string;
  /** The printed locator of the provision that cites, in the text after. */
  readonly at: string;
  readonly before: string;
  readonly after: string;
}

/** One finding of a rule, with the provision that it is in. Its place is in the text after where it is brought, before where it is cured. */
export interface ConsequenceFinding extends Message {
  readonly document: string;
  /** The printed locator of the provision. */
  readonly at: string;
}

/** What was checked, so that a reader knows what silence means. */
export interface ConsequencesChecked {
  /** The keys of the documents, in order. */
  readonly documents: readonly string[];
  /** The references in the texts after that were looked up. */
  readonly references: number;
  /** The rules, by name. */
  readonly rules: readonly string[];
  /** The findings that are silenced with a reason, in the texts after or in the change. */
  readonly silenced: readonly SilencedConsequence[];
}

/** A finding that the drafter holds to be right, and why. */
export interface SilencedConsequence extends ConsequenceFinding {
  readonly reason: string;
}
