import { findWords } from '../change/find-words.ts';
import { printNewLabel } from '../change/print-structural.ts';
import { parseLocator } from '../provision/locator-grammar.ts';
import { joinLines } from '../provision/quotation.ts';
import type { SplitVersion } from './find-versions.ts';
import type { Structural, Structure } from './structural.ts';

/** The fewest words that say where a provision is split, where it has as many. */
const fewestWords = 3;

/** Writes “split X before “words”; the second part becomes 5.1.2A” for each provision that is two of its kind in the text after. */
export function proposeSplits(structure: Structure): readonly Structural[] {
  return structure.versions.splits.flatMap((split): readonly Structural[] => {
    const { provision } = split.before;
    const { label, type } = split.after.provision;
    if (type !== provision.type) return [];
    const at = structure.locators.of(provision);
    const words = wordsAt(split, structure);
    const as = label === undefined ? undefined : parseLocator(printNewLabel([label]));
    if (!at || words === undefined || (as && (!as.ok || as.locator.type !== 'label' || as.locator.of))) return [];
    const labels = as?.ok && as.locator.type === 'label' ? { as: as.locator.labels } : {};
    return [
      { operation: { type: 'split', at, words, ...labels }, about: provision, after: split.after.provision.words },
    ];
  });
}

/** How many words between the parts may go or be others. */
const mostBetween = 4;

// Where the second part begins in the text before: with its first word, if that stands near; else with the first word there is.
function startOf({ before: { provision }, after, from }: SplitVersion, texts: Structure): number {
  const wordsIn = (source: string, start: number, end: number) => [
    ...source.slice(start, end).matchAll(/(?<=^|\s)[^\s\p{L}\p{N}]*[\p{L}\p{N}]\S*/gu),
  ];
  const { words } = after.provision;
  const [wanted] = wordsIn(texts.after.source, words.start, words.end);
  const near = wordsIn(texts.before.source, from, provision.words.end);
  const own = near.slice(0, mostBetween).find(([word]) => word.toLowerCase() === wanted?.[0].toLowerCase());
  return from + ((own ?? near[0])?.index ?? 0);
}

// As many of the words that the second part begins with in the text before as are said once in all of them.
function wordsAt(split: SplitVersion, structure: Structure): string | undefined {
  const { before } = structure;
  const { provision } = split.before;
  const start = startOf(split, structure);
  const ends = [...before.source.slice(start, provision.words.end).matchAll(/\S+/g)].map(
    ({ index, 0: word }) => start + index + word.length,
  );
  for (const [index, end] of ends.entries()) {
    const words = joinLines(before.source.slice(start, end)).replace(/[,;:.]+$/, '');
    if (index + 1 < Math.min(fewestWords, ends.length)) continue;
    if (findWords(before.source, provision.words, words).whole.length === 1) return words;
  }
  return undefined;
}

/** Writes “merge X and Y” for each two provisions that are one in the text after, with references following where `follow`. */
export function proposeMerges({ versions, locators }: Structure, follow: boolean): readonly Structural[] {
  return versions.merges.flatMap(([first, second]): readonly Structural[] => {
    const [at, next] = [locators.of(first.provision), locators.of(second.provision)];
    const after = versions.staying.get(first.provision)?.after.provision;
    if (!at || !next || !after) return [];
    const operation = {
      type: 'merge',
      at,
      next,
      referencesFollow: follow && second.provision.label !== undefined,
    } as const;
    return [{ operation, about: first.provision, after: after.words }];
  });
}
