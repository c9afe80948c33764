import type { Document } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import { labelIndex } from './label-index.ts';

// A text may cite thousands of numbers that are not there, and each is looked up among as many.
const spelt = new WeakMap<Document, Spellings>();

/** Up to three document-wide labels of a document that look most like the one asked for, nearest first. */
export function nearestLabels(document: Document, label: string): readonly string[] {
  const spellings = spelt.get(document) ?? spell([...labelIndex(document).labels.keys()]);
  spelt.set(document, spellings);
  return nearestIn(spellings, labelCore(label));
}

/** The labels of the outermost sections of a document, under its title: what there is to name where nothing is near. */
export function outermostLabels({ children }: Document): readonly string[] {
  const [title] = children;
  const body = title && children.length === 1 ? title.children : children;
  return body.flatMap(({ label }) => (label === undefined ? [] : [label])).slice(0, 20);
}

/** Up to three of the names known that are at most two characters away from the one asked for, nearest first. */
export function nearestOf(known: readonly string[], wanted: string): readonly string[] {
  return nearestIn(spell(known), wanted);
}

/** Names by their characters, in order: what begins alike is looked at once. */
interface Spellings {
  readonly next: Map<string, Spellings>;
  name?: string;
}

function spell(names: readonly string[]): Spellings {
  const root: Spellings = { next: new Map() };
  for (const name of names.toSorted()) {
    if (name.length > longest + 2) continue;
    let node = root;
    for (let at = 0; at < name.length; at += 1) {
      const character = name.charAt(at);
      const next = node.next.get(character) ?? { next: new Map() };
      node.next.set(character, next);
      node = next;
    }
    node.name = name;
  }
  return root;
}

const most = 3;
/** No name is longer, and of a whole text put where a name is asked for nothing is near. */
const longest = 200;

// First what is as asked for, then what is one away, then two: three are soon found, and what cannot be near is not looked at.
function nearestIn(spellings: Spellings, wanted: string): readonly string[] {
  const found: string[] = [];
  if (wanted.length > longest) return found;
  const first = Array.from({ length: wanted.length + 1 }, (_, index) => index);
  for (let away = 0; away <= 2 && found.length < most; away += 1) collect(spellings, first, wanted, away, found);
  return found;
}

// `row`: how far what leads here is from the beginnings of the word wanted, each length of them.
function collect(node: Spellings, row: readonly number[], wanted: string, away: number, found: string[]): void {
  if (node.name !== undefined && row[wanted.length] === away) found.push(node.name);
  for (const [character, next] of node.next) {
    if (found.length >= most) return;
    const further = nextRow(row, character, wanted);
    if (Math.min(...further) <= away) collect(next, further, wanted, away, found);
  }
}

function nextRow(row: readonly number[], character: string, wanted: string): readonly number[] {
  const next = [(row[0] ?? 0) + 1];
  for (let at = 1; at <= wanted.length; at += 1) {
    const change = (row[at - 1] ?? 0) + (wanted[at - 1] === character ? 0 : 1);
    next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
  }
  return next;
}

/** How many characters must be put in, taken out or changed to make one word of another. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 8) return Math.max(a.length, b.length);
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let at = 0; at < a.length; at += 1) row = nextRow(row, a[at] ?? '', b);
  return row[b.length] ?? 0;
}
