import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import type { Survey } from './survey.ts';

/** One thing that a rule finds wrong: where, what, and what to do about it. */
export interface Finding extends Range {
  readonly document: Document;
  readonly text: string;
  readonly advice?: string;
  /** What the finding is of, where its text or place may change without another thing being wrong: the term, the citation. */
  readonly about?: string;
  /** Where it is not that of its rule. */
  readonly severity?: Rule['severity'];
  /** The other place that the finding speaks of. */
  readonly other?: Range & { readonly document: Document; readonly text: string };
}

/**
 * One thing that can be wrong with documents. An error makes the law say something untrue or unreadable; a warning is
 * something a drafter should look at.
 */
export interface Rule {
  /** In kebab case; the name of the file it is in. */
  readonly id: string;
  readonly severity: Exclude<Message['severity'], 'note'>;
  /** What it finds, in one sentence for a list of rules. */
  readonly summary: string;
  readonly find: (survey: Survey) => readonly Finding[];
}
