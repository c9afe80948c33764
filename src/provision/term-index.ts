import { type RunningWord, runningWords, singular } from './running-words.ts';

/** Names of terms by their words, so that the longest name that stands at a place in a text is found in one go. */
export interface TermIndex {
  readonly next: ReadonlyMap<string, TermIndex>;
  /** The names whose last word this is. Several where they differ in case or hyphens only. */
  readonly names: readonly IndexedName[];
}

interface IndexedName {
  readonly name: string;
  readonly words: readonly RunningWord[];
}

/** A name found in a text: how many words it takes, and whether it is written there as it is defined. */
export interface TermFound {
  readonly name: string;
  readonly length: number;
  readonly exact: boolean;
}

/** Indexes names; those without a letter or digit are left out. */
export function indexTerms(names: Iterable<string>): TermIndex {
  const root = emptyIndex();
  for (const name of names) {
    const words = runningWords(name);
    let node = root;
    for (const { core } of words) {
      const next = node.next.get(core) ?? emptyIndex();
      node.next.set(core, next);
      node = next;
    }
    if (words.length > 0) node.names.push({ name, words });
  }
  return root;
}

type GrowingIndex = { readonly next: Map<string, GrowingIndex>; readonly names: IndexedName[] };

function emptyIndex(): GrowingIndex {
  return { next: new Map(), names: [] };
}

/** The longest name that begins with the word at `at`, case, hyphens and plural aside. */
export function termAt(index: TermIndex, words: readonly RunningWord[], at: number): TermFound | undefined {
  let node: TermIndex | undefined = index;
  let longest: { readonly names: readonly IndexedName[]; readonly length: number } | undefined;
  for (let length = 0; ; length += 1) {
    const word: RunningWord | undefined = words[at + length];
    if (!word || (length > 0 && word.gap === 'break')) break;
    node = node.next.get(word.core);
    if (!node) break;
    if (node.names.length > 0) longest = { names: node.names, length: length + 1 };
  }
  if (!longest) return undefined;
  const { names, length } = longest;
  const exact = names.find((known) => isWritten(known, words, at));
  return { name: (exact ?? (names[0] as IndexedName)).name, length, exact: exact !== undefined };
}

/** The names that stand in a text, the longest at each place: in order, without overlap. `at` is the index of the first word. */
export function namesFound(
  index: TermIndex,
  words: readonly RunningWord[],
): readonly (TermFound & { readonly at: number })[] {
  const found: (TermFound & { at: number })[] = [];
  for (let at = 0; at < words.length; ) {
    const term = termAt(index, words, at);
    if (term) found.push({ name: term.name, length: term.length, exact: term.exact, at });
    at += term?.length ?? 1;
  }
  // An array that has grown keeps room to grow, and there is one for each passage of a code.
  return found.slice();
}

function isWritten(known: IndexedName, words: readonly RunningWord[], at: number): boolean {
  return known.words.every((word, index) => {
    const written = words[at + index] as RunningWord;
    return singular(written.text) === singular(word.text) && (index === 0 || written.gap === word.gap);
  });
}
