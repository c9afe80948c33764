import { type Candidate, type CandidatePair, canBeOne } from './move-candidate.ts';
import { isLightlyEdited, likeness } from './move-words.ts';
import { scanWords } from './scan-words.ts';
import type { Side } from './side.ts';

/** An edited unit is known again from so many words on, where it keeps so much of them and nothing comes so near to it. */
const leastWords = 15;
const leastLike = 0.8;
const leastLead = 0.1;
/** How many words a phrase has, and which part of the phrases looked at must stand nowhere else. */
const phraseWords = 5;
const phrasesAsked = 8;
const leastRare = 0.6;
/** A word that more units than these have says nothing of which unit is meant. */
const commonWord = 16;
/** How much text may be searched for phrases in all, in characters. */
const mostSearched = 400_000_000;

/**
 * Pairs units that were moved and lightly edited: each the likest to the other, by a clear lead over the next, and most phrases
 * that they share stand once in each text, so that they are no form of words that the document uses again and again.
 */
export function pairEdited(
  before: Side,
  after: Side,
  from: readonly Candidate[],
  to: readonly Candidate[],
): readonly CandidatePair[] {
  const long = (list: readonly Candidate[]) => list.filter(({ words }) => words.length >= leastWords);
  const [longFrom, longTo] = [long(from), long(to)];
  if (longFrom.length === 0 || longTo.length === 0) return [];
  const forward = likest(longFrom, longTo);
  const backward = likest(longTo, longFrom);
  let searched = 0;
  const pairs: CandidatePair[] = [];
  for (const [one, other] of forward) {
    if (backward.get(other) !== one || !canBeOne(one, other) || !isLightlyEdited(one.words, other.words)) continue;
    searched += (before.source.length + after.source.length) * phrasesAsked;
    if (searched > mostSearched) break;
    if (sharesRarePhrases(before, after, one, other)) pairs.push({ before: one, after: other });
  }
  return pairs;
}

// For each of one list the likest of the other, where it is like enough and leads the next.
function likest(list: readonly Candidate[], others: readonly Candidate[]): ReadonlyMap<Candidate, Candidate> {
  const holders = new Map<string, number[]>();
  others.forEach(({ words }, index) => {
    for (const word of new Set(words)) {
      const known = holders.get(word);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
  });
  const found = new Map<Candidate, Candidate>();
  for (const one of list) {
    const { tally, telling } = tellingWords(one, others, holders);
    const nearest = [...tally].sort(([, count], [, other]) => other - count).slice(0, commonWord);
    const scored = nearest
      .filter(([place, count]) => mayCompete(one.words.length, others[place] as Candidate, telling - count))
      .map(([place]) => ({
        other: others[place] as Candidate,
        like: likeness(one.words, (others[place] as Candidate).words),
      }))
      .sort((left, right) => right.like - left.like);
    const [best, next] = scored;
    if (best && best.like >= leastLike && best.like - (next?.like ?? 0) >= leastLead) found.set(one, best.other);
  }
  return found;
}

// How many words that few of the others have stand in one of them, by its place, and how many such words there are.
function tellingWords(
  { words }: Candidate,
  others: readonly Candidate[],
  holders: ReadonlyMap<string, readonly number[]>,
): { readonly tally: ReadonlyMap<number, number>; readonly telling: number } {
  const tally = new Map<number, number>();
  let telling = 0;
  for (const word of new Set(words)) {
    const places = holders.get(word) ?? [];
    if (places.length > commonWord) continue;
    telling += 1;
    for (const place of places) {
      const { length } = (others[place] as Candidate).words;
      // Of such different lengths, one can neither be like enough nor come near to one that is.
      if (Math.abs(length - words.length) <= words.length) tally.set(place, (tally.get(place) ?? 0) + 1);
    }
  }
  return { tally, telling };
}

// So many words it lacks that it is neither like enough nor comes near to one that is, whatever the others are.
function mayCompete(length: number, { words }: Candidate, lacking: number): boolean {
  const most = Math.min(length - lacking, words.length);
  return (2 * most) / (length + words.length) >= leastLike - leastLead - 1e-9;
}

function sharesRarePhrases(before: Side, after: Side, one: Candidate, other: Candidate): boolean {
  const phrases = phrasesOf(before, one);
  const shared = phrasesOf(after, other);
  const kept = [...phrases].filter(([key]) => shared.has(key));
  if (kept.length === 0) return false;
  const step = Math.max(1, Math.floor(kept.length / phrasesAsked));
  const asked = kept.filter((_, index) => index % step === 0).slice(0, phrasesAsked);
  const rare = asked.filter(([key, text]) => {
    return standsOnce(before.source, text) && standsOnce(after.source, shared.get(key) as string);
  });
  return rare.length >= leastRare * asked.length;
}

function standsOnce(source: string, text: string): boolean {
  const first = source.indexOf(text);
  return first >= 0 && source.indexOf(text, first + 1) < 0;
}

// Phrases that overlap by all words but one, by their words, as they are written.
function phrasesOf(side: Side, { unit }: Candidate): ReadonlyMap<string, string> {
  const words = scanWords(side.source, unit, true).filter(({ type }) => type !== 'space' && type !== 'punctuation');
  const phrases = new Map<string, string>();
  for (let index = 0; index + phraseWords <= words.length; index += 1) {
    const inside = words.slice(index, index + phraseWords);
    const key = inside.map(({ start, end }) => side.source.slice(start, end)).join(' ');
    phrases.set(key, side.source.slice(inside[0]?.start, inside.at(-1)?.end));
  }
  return phrases;
}
