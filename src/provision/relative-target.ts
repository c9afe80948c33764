import type { Locator, TargetLocator } from '../model/locator.ts';
import { type Chain, composeTarget, type LocatorStep, type Place, stepsOf } from './locator-steps.ts';

/**
 * What of a target is not said by the place around it: of `paragraph 5.5.2 of section 5.5` in section 5.5 it is `paragraph
 * 5.5.2`, rooted at the whole document as if that were section 5.5. Undefined where it is that place itself, and the target
 * as it is where it is not in that place.
 */
export function relativeTarget(target: TargetLocator, around: TargetLocator): TargetLocator | undefined {
  if (same(target, around)) return undefined;
  const outers = around.type === 'several' ? around.locators : [around];
  const members = target.type === 'several' ? target.locators : [target];
  // Of several around, each holds the same: the first of them says what.
  const [outer] = outers;
  const own = members.slice(0, Math.max(1, members.length / outers.length));
  if (!outer || outer.type === 'range') return target;
  const places = own.map((member) => relativePlace(member, outer));
  if (places.includes(undefined)) return target;
  const composed = composeTarget(places as readonly Place[]);
  return composed.ok ? composed.locator : target;
}

function relativePlace(member: Locator | Extract<TargetLocator, { type: 'range' }>, outer: Locator): Place | undefined {
  const steps = stepsOf(outer);
  if (member.type !== 'range') return relativeSteps(stepsOf(member), steps);
  const from = relativeSteps(stepsOf(member.from), steps);
  const to = relativeSteps(stepsOf(member.to), steps);
  return from && to && { from, to };
}

const theDocument: LocatorStep = { type: 'document' };

function relativeSteps(target: Chain, around: Chain): Chain | undefined {
  const steps = withoutRoot(target);
  const outer = withoutRoot(around);
  const at = steps.length - outer.length;
  const [nearest, ...further] = outer;
  if (!nearest) return [...steps, theDocument];
  if (at < 0 || !same(steps.slice(at + 1), further)) return undefined;
  const own = steps.slice(0, at);
  const joint = steps[at];
  if (same(joint, nearest)) return [...own, theDocument];
  if (joint?.type !== 'label' || nearest.type !== 'label') return undefined;
  if (!same(joint.labels.slice(0, nearest.labels.length), nearest.labels)) return undefined;
  return [...own, { ...joint, labels: joint.labels.slice(nearest.labels.length) }, theDocument];
}

function withoutRoot(steps: Chain): Chain {
  return steps.at(-1)?.type === 'document' ? steps.slice(0, -1) : steps;
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    held && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
