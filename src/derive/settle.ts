import { countWords, visibleLength } from './correspondence.ts';
import { hasOwnWords, type Pair, runsOf } from './pair.ts';
import type { Deriving, Proposal, Proposer } from './proposal.ts';
import { proposeHeading } from './propose-heading.ts';
import { proposeLeaving, proposeOwnWords, proposeWhole } from './propose-provision.ts';
import { proposeRun } from './propose-run.ts';
import { proposeWords } from './propose-words.ts';
import { costOf, costOfOne } from './written.ts';

/** The instructions already written for pairs, until one of them is made coarser. */
export type Settled = Map<Pair, readonly Proposal[] | undefined>;

/**
 * Writes the instructions for a pair and all in it, at the coarseness each has. Where a child cannot be written it is set
 * apart, and its holder omits it and inserts it anew; where the pair itself cannot be, undefined.
 */
export function settle(pair: Pair, deriving: Deriving, settled: Settled): readonly Proposal[] | undefined {
  if (settled.has(pair)) return settled.get(pair);
  const proposals = write(pair, deriving, settled);
  settled.set(pair, proposals);
  return proposals;
}

function write(pair: Pair, deriving: Deriving, settled: Settled): readonly Proposal[] | undefined {
  if (pair.same) return [];
  const leaving = pair.parent && proposeLeaving(pair, deriving);
  if (leaving) return leaving;
  if (pair.mode === 'whole') return wholeOf(pair, deriving);
  const fine = proposeFine(pair, deriving, settled);
  if (!pair.parent) return fine;
  if (!fine) return wholeOf(pair, deriving);
  if (pair.children.length === 0 && pair.before.children.length === 0 && pair.after.children.length === 0) return fine;
  const { source } = deriving.correspondence.after;
  const costOfWhole = countWords(source.slice(pair.after.start, pair.after.end)) + costOfOne;
  if (costOfWhole > costOf(fine) || likeness(pair, deriving) >= 0.5) return fine;
  return wholeOf(pair, deriving) ?? fine;
}

/** How much of a pair, white space apart, stands in both, from 0 to 1. */
function likeness({ before, after }: Pair, { correspondence }: Deriving): number {
  const length = ({ start, end }: Pair['before'], source: string) => visibleLength(source.slice(start, end));
  const longest = Math.max(length(before, correspondence.before.source), length(after, correspondence.after.source));
  return longest === 0 ? 1 : correspondence.shared(before, after) / longest;
}

// A section is given anew only where most of it is new: nobody could check it otherwise.
const wholeOf: Proposer = (pair, deriving) =>
  pair.before.type === 'section' && likeness(pair, deriving) >= 0.5 ? undefined : proposeWhole(pair, deriving);

function proposeFine(pair: Pair, deriving: Deriving, settled: Settled): readonly Proposal[] | undefined {
  const own = pair.parent && hasOwnWords(pair.before) ? proposeOwn(pair, deriving) : [];
  if (!own) return undefined;
  for (const child of pair.children) {
    if (child.mode !== 'apart' && !settle(child, deriving, settled)) child.mode = 'apart';
  }
  const between = settleRuns(pair, deriving);
  const staying = pair.children.filter(({ mode }) => mode !== 'apart');
  return between && [...own, ...staying.flatMap((child) => settled.get(child) ?? []), ...between];
}

function proposeOwn(pair: Pair, deriving: Deriving): readonly Proposal[] | undefined {
  const heading = proposeHeading(pair, deriving);
  if (heading) return heading;
  const words = pair.wordsWhole ? undefined : proposeWords(pair, deriving);
  if (words) return words;
  return proposeOwnWords(pair, deriving);
}

// Where a run cannot be written between what stays, the shorter of its neighbours does not stay.
function settleRuns(pair: Pair, deriving: Deriving): readonly Proposal[] | undefined {
  for (;;) {
    const proposals: Proposal[] = [];
    let widened = false;
    for (const run of runsOf(pair)) {
      const written = proposeRun(run, deriving);
      if (written) proposals.push(...written);
      else {
        const neighbours = [run.previous, run.next].filter((each) => each !== undefined);
        const [shorter] = neighbours.sort((one, other) => lengthOf(one) - lengthOf(other));
        if (!shorter) return undefined;
        shorter.mode = 'apart';
        widened = true;
        break;
      }
    }
    if (!widened) return proposals;
  }
}

function lengthOf({ before }: Pair): number {
  return before.end - before.start;
}
