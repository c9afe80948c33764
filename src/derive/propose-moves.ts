import { printNewLabel } from '../change/print-structural.ts';
import type { Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Move } from '../model/structural-operation.ts';
import { parseLocator } from '../provision/locator-grammar.ts';
import type { Version } from './find-versions.ts';
import type { Beside, Structural, Structure } from './structural.ts';

/**
 * Writes “move X to after Y” for what stands elsewhere, whatever is edited in it, and where its number is another there “and renumber it”,
 * with references following where `follow`.
 */
export function proposeMoves(structure: Structure, follow: boolean): readonly Structural[] {
  const origins = new Map<Provision, Provision>();
  for (const { before, after } of structure.versions.staying.values()) origins.set(after.provision, before.provision);
  return structure.versions.moved.flatMap((version): readonly Structural[] => {
    const at = structure.locators.of(version.before.provision);
    const beside = besideOf(version, structure, origins);
    const as = newNumber(version);
    if (!at || !beside || as === 'none') return [];
    const number = as === undefined ? { referencesFollow: false } : { as, referencesFollow: follow };
    const operation: Move = { type: 'move', at, position: beside.position, to: beside.at, ...number };
    return [{ operation, about: version.before.provision, after: version.after.provision, beside }];
  });
}

// The nearest of its kind that stays: the one that it stands after, else the one that it stands before.
function besideOf(
  { after: { provision, parents } }: Version,
  { after, locators }: Structure,
  origins: ReadonlyMap<Provision, Provision>,
): Beside | undefined {
  const siblings = parents.at(-1)?.children ?? after.children;
  const place = siblings.indexOf(provision);
  const named = (list: readonly Provision[]): Locator | undefined => {
    for (const sibling of list) {
      const origin = origins.get(sibling);
      const at = origin?.type === provision.type ? locators.of(origin) : undefined;
      if (at && at.type !== 'closing') return at;
    }
    return undefined;
  };
  const previous = named(siblings.slice(0, place).reverse());
  if (previous) return { position: 'after', at: previous };
  const next = named(siblings.slice(place + 1));
  return next && { position: 'before', at: next };
}

function newNumber({ before, after }: Version): readonly string[] | undefined | 'none' {
  const [own, next] = [before.provision.label, after.provision.label];
  if (own === next) return undefined;
  if (own === undefined || next === undefined) return 'none';
  const as = parseLocator(printNewLabel([next]));
  return as.ok && as.locator.type === 'label' && !as.locator.of ? as.locator.labels : 'none';
}
