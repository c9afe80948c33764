import { follow, placesIn } from '../change/follow-references.ts';
import type { NewLabel } from '../change/new-labels.ts';
import type { Provision } from '../model/document.ts';
import type { LabelLocator, TargetLocator } from '../model/locator.ts';
import { references } from '../provision/references.ts';
import type { Structure } from './structural.ts';

/** Where more provisions keep their citations, each citation that changes is told by itself. */
const mostPlaces = 6;

/**
 * The provisions whose citations of some that are renumbered stand in the text after as they stood, though `labels` would have them follow;
 * undefined where there are none, or too many to be named. A paragraph in which one of two citations follows is none of them.
 */
export function referencesThatStay(
  renumbered: ReadonlySet<Provision>,
  labels: ReadonlyMap<Provision, NewLabel>,
  structure: Structure,
): TargetLocator | undefined {
  const { before, after, versions, locators } = structure;
  const cited = new Map<Provision, Map<string, number>>();
  for (const reference of references([before])) {
    const { provision } = reference.visit;
    for (const place of placesIn(reference)) {
      const { target } = place;
      if (![...target.parents, target.provision].some((one) => renumbered.has(one))) continue;
      const followers = follow(reference, place, labels);
      if ('said' in followers || followers.length === 0) continue;
      const numbers = cited.get(provision) ?? new Map<string, number>();
      const number = before.source.slice(place.start, place.end);
      cited.set(provision, numbers.set(number, (numbers.get(number) ?? 0) + 1));
    }
  }
  const found = [...cited].flatMap(([provision, numbers]): readonly LabelLocator[] => {
    const version = versions.staying.get(provision)?.after.provision;
    const words = version && after.source.slice(version.words.start, version.words.end);
    const stays = words !== undefined && [...numbers].every(([number, count]) => countIn(words, number) >= count);
    const holder = provision.label === undefined ? locators.parentsOf(provision).at(-1) : provision;
    const at = stays && holder ? locators.of(holder) : undefined;
    return at?.type === 'label' && !at.of ? [at] : [];
  });
  const places = [...new Map(found.map((at) => [JSON.stringify(at), at])).values()];
  const [only] = places;
  if (!only || places.length > mostPlaces) return undefined;
  return places.length === 1 ? only : { type: 'several', locators: places };
}

// A number, and not the beginning of a longer one.
function countIn(words: string, number: string): number {
  const escaped = number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return words.match(new RegExp(`(?<![\\p{L}\\p{N}.])${escaped}(?!\\.?[\\p{L}\\p{N}])`, 'gu'))?.length ?? 0;
}
