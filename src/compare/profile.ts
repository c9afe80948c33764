import type { Range } from '../model/range.ts';
import { readLabel } from '../source/label.ts';
import { lineTypes } from './outline.ts';
import { takeWords } from './scan-words.ts';
import { type Side, tokensIn, type Unit } from './side.ts';

/** What is looked at to say how alike two units are. */
export interface Profile {
  readonly type: string;
  /** The number of each word that stands there, once. */
  readonly words: Int32Array;
  /** How often each of them stands there. */
  readonly counts: Int32Array;
  /** The length of all the words. */
  readonly weight: number;
  /** The label that opens it, or the words of a row's first cell. */
  readonly opening: string | undefined;
}

/** The profiles of the units of two sides, each made once. Equal words have equal numbers in all of them. */
export interface Profiles {
  readonly of: (side: Side, unit: Unit) => Profile;
  /** By the number of a word, how long it is. */
  readonly lengths: readonly number[];
}

/** Starts without any profile. */
export function createProfiles(): Profiles {
  const known = new Map<Unit, Profile>();
  const vocabulary: Vocabulary = { numbers: new Map(), lengths: [], places: [] };
  return {
    of: (side, unit) => {
      const profile = known.get(unit) ?? profileOf(side, unit, vocabulary);
      known.set(unit, profile);
      return profile;
    },
    lengths: vocabulary.lengths,
  };
}

interface Vocabulary {
  readonly numbers: Map<string, number>;
  readonly lengths: number[];
  /** By the number of a word, its place among the words of the profile that is being made; else -1. */
  readonly places: number[];
}

function profileOf(side: Side, unit: Unit, { numbers, lengths, places }: Vocabulary): Profile {
  const [found, counts]: [number[], number[]] = [[], []];
  let weight = 0;
  let opening: string | undefined;
  for (let leaf = unit.block.leafFrom; leaf < unit.block.leafTo; leaf += 1) {
    const words = wordsIn(side, leaf, unit);
    for (const { start, end } of words) {
      const key = bareWord(side.source, start, end);
      let number = numbers.get(key);
      if (number === undefined) {
        number = lengths.push(key.length) - 1;
        numbers.set(key, number);
        places.push(-1);
      }
      const place = places[number] as number;
      if (place < 0) places[number] = found.push(number) - 1;
      counts[place < 0 ? found.length - 1 : place] = place < 0 ? 1 : (counts[place] as number) + 1;
      weight += key.length;
    }
    if (leaf === unit.block.leafFrom) opening = openingOf(side, unit, words);
  }
  for (const number of found) places[number] = -1;
  return {
    type: unit.block.type,
    words: Int32Array.from(found),
    counts: Int32Array.from(counts),
    weight,
    opening: opening === '' ? undefined : opening,
  };
}

// An emphasis that is written with underscores is no part of the word, but where the word is nothing else.
function bareWord(source: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from < to && source[from] === '_') from += 1;
  while (to > from && source[to - 1] === '_') to -= 1;
  return from < to ? source.slice(from, to) : source.slice(start, end);
}

function wordsIn(side: Side, leaf: number, unit: Unit): readonly Range[] {
  // Two versions of some code may have no line in common and most of their words.
  if (side.scanned || lineTypes.has(unit.block.type)) {
    const words: Range[] = [];
    takeWords(side.source, partOf(side, leaf, unit), leaf === unit.block.leafFrom, (type, start, end) => {
      if (type !== 'space' && type !== 'punctuation') words.push({ start, end });
    });
    return words;
  }
  return tokensIn(side, leaf, unit).filter(({ words }) => words > 0);
}

function partOf(side: Side, leaf: number, unit: Unit): Range {
  const { start, end } = side.outline.leaves[leaf]?.words ?? unit;
  return { start: Math.max(start, unit.start), end: Math.max(start, Math.min(end, unit.end)) };
}

// What an item can open with, a paragraph sometimes cannot; read too generously, a label only lets two units be compared.
function openingOf(side: Side, unit: Unit, words: readonly Range[]): string | undefined {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  if (unit.block.type === 'row') return side.source.slice(first.start, last.end);
  const place = unit.block.type === 'heading' ? 'heading' : 'item';
  return readLabel(side.source.slice(first.start, first.start + 40), place)?.label;
}
