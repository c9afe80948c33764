import type { Operation } from '../model/change.ts';
import type { Locator, TargetLocator } from '../model/locator.ts';
import type { Joining } from './joining.ts';
import type { Proposal } from './proposal.ts';

/** Of more places a reader loses sight; they are left as instructions of their own. */
const mostPlaces = 6;

/**
 * Finds instructions that do the same to the words of several numbered provisions: “in paragraphs 5.1.1(a) and 5.1.2, for “X” substitute
 * “Y””. Places without a number or a term are long to name, and are left.
 */
export function joinTargets(proposals: readonly Proposal[]): readonly Joining[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { operation } = proposal;
    if (!isOnWords(operation) || !isShort(operation.at)) continue;
    const { at, ...rest } = operation;
    const key = JSON.stringify([at.type, rest]);
    const known = groups.get(key);
    if (known) known.push(proposal);
    else groups.set(key, [proposal]);
  }
  return [...groups.values()].flatMap((members): readonly Joining[] => {
    const [first, ...others] = members;
    if (!first || members.length < 2 || members.length > mostPlaces) return [];
    const locators = members.map(({ operation }) => operation.at as Locator);
    const operation = { ...first.operation, at: { type: 'several', locators } } as Operation;
    return [{ members, joined: { ...first, operation, more: others.map(({ after }) => after) } }];
  });
}

function isOnWords({ type }: Operation): boolean {
  return type === 'substitute-words' || type === 'omit-words' || type === 'insert-words';
}

function isShort(at: TargetLocator): boolean {
  return (at.type === 'label' && !at.of) || (at.type === 'definition' && !at.of);
}
