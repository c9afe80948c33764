import type { Document, Provision } from '../model/document.ts';
import type { Locator, TargetLocator } from '../model/locator.ts';
import type { Move } from '../model/structural-operation.ts';
import { walk } from '../provision/walk.ts';
import { countWords } from './correspondence.ts';
import type { Joining } from './joining.ts';
import type { Deriving, Proposal } from './proposal.ts';
import { contentOf } from './propose-provision.ts';

/** A move of fewer words is not certain: they may as well be others that read alike. */
const fewestWords = 6;

/**
 * Finds what is omitted in one place and inserted in another with the same words: “move X to after Y”, and where its number is another
 * there, “and renumber it”. What stands more than once among what goes or comes is no certain move, and is left as it is.
 */
export function joinMoves(proposals: readonly Proposal[], deriving: Deriving): readonly Joining[] {
  const { before, after } = deriving.correspondence;
  const came = provisionsByStart(after);
  const taken = new Map<string, Proposal[]>();
  const put = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { operation } = proposal;
    if (operation.type === 'omit-provision' && operation.leaving === undefined) {
      const gone = proposal.omitted;
      if (gone) note(taken, keyOf(before, gone), proposal);
    } else if (operation.type === 'insert-provision') {
      const here = came.get(proposal.after.start)?.find(({ end }) => end === proposal.after.end);
      if (here) note(put, keyOf(after, here), proposal);
    }
  }
  return [...taken].flatMap(([key, gone]): readonly Joining[] => {
    const [from, to] = [gone[0], put.get(key)?.[0]];
    if (!from?.omitted || !to || gone.length > 1 || put.get(key)?.length !== 1 || countWords(key) < fewestWords)
      return [];
    const version = came.get(to.after.start)?.find(({ end }) => end === to.after.end);
    return version ? joined(from, to, from.omitted, version) : [];
  });
}

function joined(from: Proposal, to: Proposal, gone: Provision, version: Provision): readonly Joining[] {
  const { operation: omit } = from;
  const { operation: insert } = to;
  if (insert.type !== 'insert-provision' || omit.type !== 'omit-provision') return [];
  const [at, place] = [omit.at, insert.at];
  if (!isOnePlace(at) || !isOnePlace(place)) return [];
  const renumbered = gone.label !== version.label && version.label !== undefined ? { as: [version.label] } : {};
  const operation: Move = {
    ...{ type: 'move', at, position: insert.position, to: place },
    ...renumbered,
    referencesFollow: false,
  };
  return [{ members: [from, to], joined: { ...from, operation, after: to.after } }];
}

function isOnePlace(at: TargetLocator): at is Locator {
  return at.type !== 'several' && at.type !== 'range';
}

function provisionsByStart(document: Document): ReadonlyMap<number, readonly Provision[]> {
  const found = new Map<number, Provision[]>();
  for (const { provision } of walk(document)) {
    const known = found.get(provision.start);
    if (known) known.push(provision);
    else found.set(provision.start, [provision]);
  }
  return found;
}

// Its source at the margin, its number left out.
function keyOf(document: Document, provision: Provision): string {
  const { type, start, labelRange } = provision;
  if (!labelRange || type === 'footnote') return `${type}\n${contentOf(document, provision)}`;
  const rest = contentOf(document, provision).slice(labelRange.end - start);
  return `${type}\n${document.source.slice(start, labelRange.start)}\n${rest}`;
}

function note(map: Map<string, Proposal[]>, key: string, proposal: Proposal): void {
  const known = map.get(key);
  if (known) known.push(proposal);
  else map.set(key, [proposal]);
}
