import type { Rule } from './rule.ts';
import { silencesOf } from './silences.ts';

/**
 * A comment for the checker that cannot be read, gives no reason, names no rule that there is, or silences nothing. A rule that is silenced
 * without a reason is one that nobody can judge later; a silence without a finding hides the next one.
 *
 * Bad:
 *
 *     <!-- check: allow label-gap -->
 *
 *     5.1 A Party shall apply.
 *
 * Good:
 *
 *     <!-- check: allow unresolved-reference: paragraph 5.9 comes with the next release -->
 *
 *     5.1 A Party shall apply under paragraph 5.9.
 */
export const silence: Rule = {
  id: 'silence',
  severity: 'warning',
  summary: 'A comment for the checker that gives no reason, or silences nothing.',
  find: ({ documents }) => documents.flatMap((document) => silencesOf(document).unread),
};
