import type { Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import type { SentenceReader } from '../provision/sentence-reader.ts';
import type { Named } from './target-grammar.ts';

/** What the rules make of a sentence: the operation without its block, and where its parts are written. */
export interface Clause {
  readonly operation: Operation;
  /** The sentence ends with a dash, so that a block quote must follow; its text is the operation's content. */
  readonly block: boolean;
  readonly targetRange: Range;
  readonly wordsRange?: Range;
}

/** Where the rules stand, and the form that the verb has settled, for advice. */
export interface ClauseReader extends SentenceReader {
  form?: Operation['type'];
}

/** A rule for what follows a verb. `outer` is what the sentence has named first. */
export type ClauseRule = (reader: ClauseReader, outer: Named | undefined) => Clause | undefined;

/** A clause without a block. */
export function clauseOf(operation: Operation, targetRange: Range): Clause {
  return { operation, block: false, targetRange };
}
