import type { Document } from '../model/document.ts';
import { labelIndex } from '../provision/label-index.ts';
import { annexOf } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';

/** A number that stands twice after a change, and no more than once before; the provisions that bear it after, and before. */
export interface NumberTwice {
  readonly label: string;
  readonly after: readonly Visit[];
  readonly before: readonly Visit[];
}

/** Finds the numbers that more provisions of one annex bear in the text after than in the text before, where they are two or more. */
export function numbersTwice(before: Document, after: Document): readonly NumberTwice[] {
  const was = labelIndex(before).labels;
  return [...labelIndex(after).labels].flatMap(([label, visits]): readonly NumberTwice[] => {
    const known = was.get(label) ?? [];
    if (mostInOneAnnex(visits) < 2 || mostInOneAnnex(visits) <= mostInOneAnnex(known)) return [];
    return [{ label, after: visits, before: known }];
  });
}

// Several annexes of a document may each begin at 1.
function mostInOneAnnex(visits: readonly Visit[]): number {
  const counts = new Map<string, number>();
  for (const { provision, parents } of visits) {
    const annex = annexOf({ provision: parents.at(-1) ?? provision, parents })?.label ?? '';
    counts.set(annex, (counts.get(annex) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
