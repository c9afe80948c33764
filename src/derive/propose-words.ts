import { frontMatterOf } from '../provision/ordinal-types.ts';
import { changesWithin, countWords, type TextChange } from './correspondence.ts';
import { enclosuresIn } from './enclosures.ts';
import { headOf, type Pair } from './pair.ts';
import { placesIn } from './places.ts';
import { type Deriving, type Proposal, reachOf, spliceRange, workOutOperation } from './proposal.ts';
import { type Place, type Quotable, quotableIn } from './quotable.ts';
import { joinChanges, shapeChanges } from './shape-changes.ts';
import { wordsOperations } from './words-operations.ts';
import { quotedWords } from './written.ts';

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
  const found = changesWithin(correspondence, before, after);
  const lines = pair.before === frontMatterOf(correspondence.before);
  let changes = shapeChanges(found, {
    ...{ quotable, bounds: { before, after }, lines },
    after: correspondence.after.source,
    enclosuresAfter: enclosuresIn(correspondence.sideAfter(), after),
  });
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

// Where the words quoted for two changes run into one another, they are one change.
function joinOverlapping(changes: readonly TextChange[], proposals: readonly Proposal[]): readonly TextChange[] {
  const joined: TextChange[] = [];
  let reached = -1;
  changes.forEach((change, index) => {
    const proposal = proposals[index];
    const { start, end } = proposal ? reachOf(proposal) : change.before;
    const last = joined.at(-1);
    if (last && start < reached) joined[joined.length - 1] = joinChanges(last, change);
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
