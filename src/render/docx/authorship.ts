import type { Change } from '../../model/change.ts';
import type { Run } from '../../model/redline.ts';
import type { Revision } from '../../word/word-document.ts';

/** Who made a change, and when, as Word says it of each revision and comment. */
export interface Authorship {
  readonly author: string;
  readonly date?: string;
}

/** The author of what only follows from other changes: a number that changes, and what cites it. Reviewers can hide it by this name. */
const consequential = 'consequential';

/**
 * Who stands beside the revisions of a redline: the proposer of the change, else its name; of two texts that were only compared, the
 * comparison. The date is that of the change file, and there is none where that has none: no clock is read.
 */
export function authorshipOf(change: Change | undefined): Authorship {
  const date = dateOf(change);
  return { author: change?.proposer ?? change?.name ?? 'comparison', ...(date === undefined ? {} : { date }) };
}

/** The same for a mark: that of what only follows has an author of its own. */
export function authorshipFor(own: Authorship, relabel: true | undefined): Authorship {
  return relabel ? { ...own, author: consequential } : own;
}

/** The date of a change as Word writes it. */
export function dateOf(change: Pick<Change, 'date'> | undefined): string | undefined {
  return change?.date === undefined ? undefined : `${change.date}T00:00:00Z`;
}

/** The revision of a run that only one text has; undefined for one that both have. */
export function revisionOf({ type, relabel }: Run, own: Authorship): Revision | undefined {
  return type === 'same' ? undefined : { type, ...authorshipFor(own, relabel) };
}
