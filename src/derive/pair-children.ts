import { findAnchors } from '../compare/anchors.ts';
import type { Provision } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import type { Correspondence } from './correspondence.ts';
import { type Pair, wholeOf } from './pair.ts';
import { keepsNumber } from './relevel.ts';

/** Pairs the provisions of two documents, of the text before as they are given: the root holds the rest. */
export function pairDocuments(correspondence: Correspondence, children: readonly Provision[]): Pair {
  const { before, after } = correspondence;
  const root = makePair(wholeOf(before, children), wholeOf(after), undefined, correspondence);
  const waiting = [root];
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    pair.children = pairChildren(pair, correspondence);
    waiting.push(...pair.children);
  }
  return root;
}

function makePair(before: Provision, after: Provision, parent: Pair | undefined, texts: Correspondence): Pair {
  const [one, other] = [texts.before.source, texts.after.source];
  const same = one.slice(before.start, before.end) === other.slice(after.start, after.end);
  return { before, after, ...(parent && { parent }), same, mode: 'fine', wordsWhole: false, widened: 0, children: [] };
}

// One that is the same needs no instruction, and so nothing in it is paired.
function pairChildren(pair: Pair, correspondence: Correspondence): readonly Pair[] {
  if (pair.same) return [];
  const [one, other] = [pair.before, pair.after];
  const candidates = candidatePairs(one.children, other.children, correspondence);
  const weights = Int32Array.from(one.children, ({ start, end }) => Math.min(end - start, 100_000) + 1);
  const keysBefore = Int32Array.from(one.children, (_, index) => index + 1);
  const keysAfter = new Int32Array(other.children.length);
  for (const [b, a] of candidates) keysAfter[a] = b + 1;
  const chosen = findAnchors(keysBefore, keysAfter, weights, [0, keysBefore.length, 0, keysAfter.length]);
  return chosen.before.map((place, index) =>
    makePair(
      one.children[place] as Provision,
      other.children[chosen.after[index] as number] as Provision,
      pair,
      correspondence,
    ),
  );
}

// A number is the address that readers know: what bears it after stands in place of what bore it. The rest by its words.
function candidatePairs(
  before: readonly Provision[],
  after: readonly Provision[],
  correspondence: Correspondence,
): ReadonlyMap<number, number> {
  const byLabel = firstPlaces(after, (provision) => keyOf(provision));
  const byStart = firstPlaces(after, ({ start }) => String(start));
  const taken = new Set<number>();
  const candidates = new Map<number, number>();
  before.forEach((provision, index) => {
    const start = correspondence.starts.get(provision.start);
    const place = provision.label === undefined ? byStart.get(String(start)) : byLabel.get(keyOf(provision) ?? '');
    const other = place === undefined ? undefined : after[place];
    if (place === undefined || !other || taken.has(place) || !fits(provision, other)) return;
    taken.add(place);
    candidates.set(index, place);
  });
  for (const [index, place] of lonePairs(before, after)) {
    const [one, other] = [before[index], after[place]];
    if (candidates.has(index) || taken.has(place) || !one || !other || !fits(one, other)) continue;
    candidates.set(index, place);
  }
  return candidates;
}

function keyOf({ type, label }: Provision): string | undefined {
  return label === undefined ? undefined : `${type} ${labelCore(label)}`;
}

function firstPlaces(
  provisions: readonly Provision[],
  key: (provision: Provision) => string | undefined,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  provisions.forEach((provision, index) => {
    const own = key(provision);
    if (own !== undefined && !places.has(own)) places.set(own, index);
  });
  return places;
}

function fits(before: Provision, after: Provision): boolean {
  if (before.type !== after.type || before.header !== after.header) return false;
  if (before.type === 'section') return keepsNumber(before, after);
  if ((before.label === undefined) !== (after.label === undefined)) return false;
  return (before.type !== 'row' && before.type !== 'definition') || before.children.length === after.children.length;
}

// The one title of a document, the cells of a row, the head of a table: they are versions by their place.
function lonePairs(before: readonly Provision[], after: readonly Provision[]): readonly (readonly [number, number])[] {
  if (before[0]?.type === 'cell') return before.map((_, index) => [index, index]);
  const pairs: (readonly [number, number])[] = [];
  if (before[0]?.header && after[0]?.header) pairs.push([0, 0]);
  for (const type of lonely) {
    const [b, a] = [loneOf(before, type), loneOf(after, type)];
    if (b !== undefined && a !== undefined) pairs.push([b, a]);
  }
  return pairs;
}

const lonely = ['section', 'other', 'code', 'table'] as const;

function loneOf(provisions: readonly Provision[], type: Provision['type']): number | undefined {
  const found = provisions.flatMap((provision, index) => (provision.type === type ? [index] : []));
  return found.length === 1 ? found[0] : undefined;
}
