import type { Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { changesWithin, type TextChange } from './correspondence.ts';
import { headOf, type Pair } from './pair.ts';
import { placesIn } from './places.ts';
import { type Deriving, type Proposal, reachOf, spliceRange, workOutOperation } from './proposal.ts';
import { type Place, type Quotable, quotableIn, wholeWords } from './quotable.ts';
import { wordsOperations } from './words-operations.ts';

/** Words quoted, over the words they stand among, from which the whole is easier to read. */
const mostQuoted = 0.75;

/**
 * Writes an instruction for each change of a pair's own words: omit, insert or substitute, with as many words quoted as are
 * needed to find the place. Undefined where it cannot, or where so much would be quoted that the whole is easier to read.
 */
export function proposeWords(pair: Pair, deriving: Deriving): readonly Proposal[] | undefined {
  const { correspondence } = deriving;
  const [before, after] = [headOf(pair.before), headOf(pair.after)];
  const quotable = quotableIn(deriving, before);
  let changes = joinNear(changesWithin(correspondence, before, after), quotable, correspondence.after.source);
  if (changes.length === 0) return [];
  const places = placesIn(pair, deriving);
  for (;;) {
    const proposals: Proposal[] = [];
    for (const change of changes) {
      const proposal = proposeChange(change, pair, { deriving, places, quotable });
      if (!proposal) return undefined;
      proposals.push(proposal);
    }
    const joined = joinOverlapping(changes, proposals);
    if (joined.length === changes.length) return isReadable(proposals, pair, deriving) ? proposals : undefined;
    changes = joined;
  }
}

interface Setting {
  readonly deriving: Deriving;
  readonly places: readonly Place[];
  readonly quotable: Quotable;
}

function proposeChange(change: TextChange, pair: Pair, setting: Setting): Proposal | undefined {
  const { deriving, places, quotable } = setting;
  const { before, after } = deriving.correspondence;
  const replacement = after.source.slice(change.after.start, change.after.end);
  const around = quotable.range;
  const wanted = spliceRange(before.source, around, [{ ...change.before, text: replacement, by: 1 }]);
  for (const operation of wordsOperations({ change, replacement, quotable, places })) {
    const work = workOutOperation(before, operation);
    if (!work || spliceRange(before.source, around, work.edits) !== wanted) continue;
    const bare = {
      words: before.source.slice(change.before.start, change.before.end).trim(),
      replacement: replacement.trim(),
    };
    return { operation, owner: pair, work, after: change.after, bare: { ...bare, at: change.before } };
  }
  return undefined;
}

/** Words that stay between two changes, and are fewer than a reader wants two instructions for. */
const mostBetween = 3;

// Changes with a few words between are one, and so are those that alone would be marks without a word.
function joinNear(changes: readonly TextChange[], quotable: Quotable, after: string): readonly TextChange[] {
  const joined: TextChange[] = [];
  for (const change of changes.map((each) => grown(trimmed(each, quotable.source, after), quotable))) {
    const last = joined.at(-1);
    const between = last && countWords(quotable.source.slice(last.before.end, change.before.start));
    const most =
      last && (isMarks(last, quotable.source, after) || isMarks(change, quotable.source, after)) ? 8 : mostBetween;
    if (last && between !== undefined && between <= most) joined[joined.length - 1] = join(last, change);
    else joined.push(change);
  }
  return joined;
}

function isMarks(change: TextChange, before: string, after: string): boolean {
  const text = before.slice(change.before.start, change.before.end) + after.slice(change.after.start, change.after.end);
  return countWords(text) === 0;
}

// White space that both sides begin or end with is no part of the change.
function trimmed(change: TextChange, before: string, after: string): TextChange {
  let [one, other] = [change.before, change.after];
  const lead = sharedSpace(before.slice(one.start, one.end), after.slice(other.start, other.end), /^\s+/);
  one = { start: one.start + lead, end: one.end };
  other = { start: other.start + lead, end: other.end };
  const trail = sharedSpace(before.slice(one.start, one.end), after.slice(other.start, other.end), /\s+$/);
  return { before: { start: one.start, end: one.end - trail }, after: { start: other.start, end: other.end - trail } };
}

function sharedSpace(one: string, other: string, pattern: RegExp): number {
  const [a, b] = [pattern.exec(one)?.[0] ?? '', pattern.exec(other)?.[0] ?? ''];
  return a === b ? a.length : 0;
}

function grown(change: TextChange, quotable: Quotable): TextChange {
  if (change.before.start === change.before.end) return change;
  const before = wholeWords(quotable, change.before);
  const [left, right] = [change.before.start - before.start, before.end - change.before.end];
  return { before, after: { start: change.after.start - left, end: change.after.end + right } };
}

function join(one: TextChange, other: TextChange): TextChange {
  const over = (a: Range, b: Range) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
  return { before: over(one.before, other.before), after: over(one.after, other.after) };
}

// Where the words quoted for two changes run into one another, they are one change.
function joinOverlapping(changes: readonly TextChange[], proposals: readonly Proposal[]): readonly TextChange[] {
  const joined: TextChange[] = [];
  let reached = -1;
  changes.forEach((change, index) => {
    const proposal = proposals[index];
    const { start, end } = proposal ? reachOf(proposal) : change.before;
    const last = joined.at(-1);
    if (last && start < reached) joined[joined.length - 1] = join(last, change);
    else joined.push(change);
    reached = Math.max(reached, end);
  });
  return joined;
}

function isReadable(proposals: readonly Proposal[], pair: Pair, { correspondence }: Deriving): boolean {
  const { start, end } = headOf(pair.after);
  const total = countWords(correspondence.after.source.slice(start, end));
  if (proposals.length === 1 && total <= 12) return true;
  const quoted = proposals.reduce((sum, { operation }) => sum + quotedWords(operation), 0);
  return quoted <= Math.max(8, total * 2 * mostQuoted) && proposals.length <= 6;
}

/** How many words an instruction quotes or puts in. */
export function quotedWords(operation: Operation): number {
  const texts = ['words', 'replacement', 'anchor', 'content', 'leaving'].map(
    (field) => (operation as unknown as Readonly<Record<string, unknown>>)[field],
  );
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? countWords(text) : 0), 0);
}

/** How many words a reader counts in a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
