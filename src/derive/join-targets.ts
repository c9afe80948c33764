import type { Operation } from '../model/change.ts';
import type { TargetLocator } from '../model/locator.ts';
import type { Joining } from './joining.ts';
import type { Proposal } from './proposal.ts';

/** Of more places a reader loses sight; they are left as instructions of their own. */
const mostPlaces = 6;

/**
 * Finds instructions that do the same to the words of several numbered provisions: “in paragraphs 5.1.1(a) and 5.1.2, for “X” substitute
 * “Y””. Places without a number or a term are long to name, and are left.
 */
export function joinTargets(proposals: readonly Proposal[]): readonly Joining[] {
  return joinAlike(proposals, (at) => (isShort(at) ? at.type : undefined));
}

/** Finds instructions that do the same to the words of several cells of one row: “in the columns “X” and “Y””. */
export function joinColumns(proposals: readonly Proposal[]): readonly Joining[] {
  return joinAlike(proposals, (at) => (at.type === 'cell' ? JSON.stringify(at.of) : undefined));
}

/** Finds instructions that do the same to the words in the same columns of several rows of one table: “in the rows for “A” and “B””. */
export function joinRows(proposals: readonly Proposal[]): readonly Joining[] {
  return joinAlike(proposals, (at) => {
    const cells = at.type === 'several' ? at.locators : [at];
    const [first] = cells;
    if (first?.type !== 'cell' || first.of.type !== 'row') return undefined;
    const columns = cells.map((cell) => (cell.type === 'cell' ? cell.column : ''));
    return JSON.stringify([columns, first.of.of, first.of.step]);
  });
}

function joinAlike(
  proposals: readonly Proposal[],
  keyOf: (at: TargetLocator) => string | undefined,
): readonly Joining[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const { operation } = proposal;
    const own = isOnWords(operation) ? keyOf(operation.at) : undefined;
    if (own === undefined) continue;
    const { at: _, ...rest } = operation;
    const key = JSON.stringify([own, rest]);
    const known = groups.get(key);
    if (known) known.push(proposal);
    else groups.set(key, [proposal]);
  }
  return [...groups.values()].flatMap((members): readonly Joining[] => {
    const [first, ...others] = members;
    if (!first || members.length < 2 || members.length > mostPlaces) return [];
    const locators = members.flatMap(({ operation: { at } }) => (at.type === 'several' ? at.locators : [at]));
    const operation = { ...first.operation, at: { type: 'several', locators } } as Operation;
    const more = [...(first.more ?? []), ...others.flatMap(({ after, more: further = [] }) => [after, ...further])];
    return [{ members, joined: { ...first, operation, more } }];
  });
}

function isOnWords({ type }: Operation): boolean {
  return type === 'substitute-words' || type === 'omit-words' || type === 'insert-words';
}

function isShort(at: TargetLocator): boolean {
  return (at.type === 'label' && !at.of) || (at.type === 'definition' && !at.of);
}
