import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Merge } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { type Reference, references } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import { followReferences } from './follow-references.ts';
import { type Outcome, oneEdit, type Placed } from './placed.ts';
import type { DocumentEdit } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';
import { nodesAround } from './split.ts';
import { unlocated } from './steps.ts';

/** Works out “merge X and Y”: Y's words are joined to X's, and its number goes. Refuses where Y is cited and references do not follow. */
export function mergeProvisions(operation: Merge, placed: Placed, documents: readonly Document[]): Outcome {
  const { document, target, instruction } = placed;
  const place = locate(document, operation.next);
  if (place.type === 'unlocated') return unlocated(place, document);
  const chain = target.type === 'provision' ? nodesAround[target.provision.type] : undefined;
  if (
    target.type !== 'provision' ||
    place.type !== 'provision' ||
    !chain ||
    place.provision.type !== target.provision.type
  )
    return {
      rule: 'not-a-paragraph',
      text: 'expected two paragraphs, or two items',
      advice: 'name each by its number',
    };
  const [first, second] = [target.provision, place.provision];
  const between = document.source.slice(first.end, second.start);
  if (first.end !== first.words.end || second.start < first.end || between.trim() !== '')
    return {
      rule: 'not-neighbours',
      text: 'expected the second to follow the words of the first at once, found something between',
      advice: 'only provisions that stand side by side can be merged, the first without a list or table of its own',
      other: { document, range: second },
    };
  const followed = citationsOf(operation, place, first, placed, documents);
  if ('rule' in followed) return followed;
  const range: Range = { start: first.words.end, end: second.words.start };
  const work = oneEdit({ ...range, text: ' ', by: instruction.number, meant: { type: 'merge', nodes: chain } });
  return { ...work, followers: followed };
}

// What follows where the second is cited; it must be said that references follow.
function citationsOf(
  { referencesFollow }: Merge,
  second: Visit,
  first: Provision,
  placed: Placed,
  documents: readonly Document[],
): readonly DocumentEdit[] | RefusalText {
  const { label } = second.provision;
  if (label === undefined) return [];
  const cited = references(documents).filter((reference) => cites(reference, second.provision));
  const [citation] = cited;
  if (!citation) return [];
  if (referencesFollow && first.label !== undefined) return followMerge(second, first.label, placed, documents);
  return {
    rule: 'merges-what-is-cited',
    text: `expected no citation of ${label}, whose number goes, found ${cited.length}`,
    advice: 'say “; references follow” to have them cite the first instead, or amend them by instructions of their own',
    other: { document: citation.document, range: citation.citation },
  };
}

function cites({ target }: Reference, provision: Provision): boolean {
  if (!target || (target.type !== 'provision' && target.type !== 'words')) return false;
  return target.provision === provision || target.parents.includes(provision);
}

function followMerge(
  visit: Visit,
  label: string,
  { document, instruction }: Placed,
  documents: readonly Document[],
): readonly DocumentEdit[] | RefusalText {
  const renumbering = { instruction, document, visit, label, referencesFollow: true };
  const { edits, refusals } = followReferences(documents, new Map([[visit.provision, { visit, label, renumbering }]]));
  return refusals[0]?.refusal.said ?? edits;
}
