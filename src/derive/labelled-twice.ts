import type { Document, Provision } from '../model/document.ts';
import { walk } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';

/**
 * The first provision of the text after that bears the number of one beside it, where the text before has no such two: a drafter gave a number
 * twice, and no instruction can say which is meant.
 */
export function labelledTwice(before: Document, after: Document): Provision | undefined {
  const known = new Set(secondsOf(before).map(keyOf));
  return secondsOf(after).find((provision) => !known.has(keyOf(provision)));
}

function secondsOf(document: Document): readonly Provision[] {
  const holders = [document.children, ...[...walk(document)].map(({ provision }) => provision.children)];
  return holders.flatMap((siblings) => {
    const seen = new Set<string>();
    return siblings.filter((provision) => {
      const key = provision.label === undefined ? undefined : keyOf(provision);
      const isSecond = key !== undefined && seen.has(key);
      if (key !== undefined) seen.add(key);
      return isSecond;
    });
  });
}

function keyOf({ type, label = '' }: Provision): string {
  return `${type} ${labelCore(label)}`;
}
