import { findWords, outsideLabels } from '../change/find-words.ts';
import type {
  InsertProvision,
  InsertWords,
  Occurrence,
  OmitWords,
  Operation,
  SubstituteWords,
} from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Locator, TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { locate } from '../provision/locate.ts';
import type { LocatorFinder } from '../provision/locator-of.ts';
import { joinLines } from '../provision/quotation.ts';
import { walk } from '../provision/walk.ts';
import { sameTree } from '../source/format.ts';
import type { BasePlaces } from './base-places.ts';
import type { Beside } from './structural.ts';

/** A text made of a base text, by instructions that the operations on it will stand beside. */
export interface Made {
  readonly base: Document;
  readonly text: Document;
  readonly places: BasePlaces;
  /** The locators of the base text. */
  readonly locators: LocatorFinder;
  /** By the provision of the base text that is moved, where to. */
  readonly moved: ReadonlyMap<Provision, Beside>;
}

/**
 * Says an operation on the text made of the base text itself: the same place by the name it has there, and the words quoted as they stand
 * there. Undefined where it has no place of its own there, or its words come from several.
 */
export function translate(operation: Operation, made: Made): Operation | undefined {
  const { at } = operation;
  if (at.type === 'several') return translateAll(operation, at.locators, made);
  if (at.type === 'range') {
    const [from, to] = [placeOf(at.from, made), placeOf(at.to, made)];
    if (from?.type !== 'label' || to?.type !== 'label') return undefined;
    return { ...operation, at: { type: 'range', from, to } } as Operation;
  }
  switch (operation.type) {
    case 'substitute-words':
    case 'omit-words':
    case 'insert-words':
      return translateWords(operation, at, made);
    case 'move': {
      const to = placeOf(operation.to, made);
      const moved = placeOf(at, made);
      return moved && to && { ...operation, at: moved, to };
    }
    case 'insert-provision':
      return translateInsertion(operation, at, made);
    case 'omit-provision':
    case 'substitute-provision':
    case 'set-level': {
      const place = placeOf(at, made);
      return place && ({ ...operation, at: place } as Operation);
    }
    case 'substitute-column': {
      const of = placeOf(operation.at.of, made);
      return of && { ...operation, at: { ...operation.at, of } };
    }
    default:
      return undefined;
  }
}

// Beside what is moved is beside the place that it is moved to: what is inserted there stands in the order of the instructions.
function translateInsertion(operation: InsertProvision, at: Locator, made: Made): Operation | undefined {
  const target = locate(made.text, at);
  const origin = target.type === 'provision' ? made.places.provisionOf(target.provision) : undefined;
  const beside = origin && operation.position !== 'end' ? made.moved.get(origin) : undefined;
  if (beside) return { ...operation, ...beside };
  const place = placeOf(at, made);
  return place && { ...operation, at: place };
}

function translateAll(operation: Operation, locators: readonly TargetLocator[], made: Made): Operation | undefined {
  const each = locators.map((at) => translate({ ...operation, at } as Operation, made));
  const [first] = each;
  if (!first || !each.every((one) => one && sameTree({ ...one, at: first.at }, first))) return undefined;
  const places = each.map((one) => (one as Operation).at);
  return { ...first, at: { type: 'several', locators: places } } as Operation;
}

// A term that leads to the same place in both texts is name enough.
function placeOf(at: Locator, made: Made): Locator | undefined {
  if (at.type === 'document' || at.type === 'front-matter') return at;
  if (at.type === 'heading' || at.type === 'opening' || at.type === 'closing') {
    const of = placeOf(at.of, made);
    return of && { ...at, of };
  }
  const target = locate(made.text, at);
  if (target.type === 'document') return at;
  const origin = target.type === 'provision' ? made.places.provisionOf(target.provision) : undefined;
  if (!origin) return undefined;
  const own = made.locators.of(origin);
  if (at.type !== 'definition' || at.of || sameTree(at, own)) return own;
  const same = locate(made.base, at);
  return same.type === 'provision' && same.provision === origin ? at : own;
}

type OnWords = SubstituteWords | OmitWords | InsertWords;

function translateWords(operation: OnWords, at: Locator, made: Made): Operation | undefined {
  const quoted = operation.type === 'insert-words' ? operation.anchor : operation.words;
  if (quoted === undefined) return translateEdge(operation as InsertWords, at, made);
  const place = placeOf(at, made);
  const { occurrence } = operation;
  const ranges = chosen(found(made.text, at, quoted), occurrence).map(made.places.rangeOf);
  const [first] = ranges;
  const words = first && joinLines(made.base.source.slice(first.start, first.end));
  if (!first || words === undefined || !ranges.every((range) => range && saysSame(range, words, made)))
    return undefined;
  const within = place && found(made.base, place, words).some(({ start }) => start === first.start) ? place : undefined;
  const holder = within ?? placeAround(first, made);
  if (!holder) return undefined;
  const there = found(made.base, holder, words);
  const counted = countedAs(occurrence, first, there, ranges.length);
  if (!counted) return undefined;
  const said = { ...operation, at: holder, occurrence: counted };
  return said.type === 'insert-words' ? { ...said, anchor: words } : { ...said, words };
}

// The end of what was split off, or merged, is another place in the base text: it is named by the words beside it.
function translateEdge(operation: InsertWords, at: Locator, made: Made): InsertWords | undefined {
  const target = locate(made.text, at);
  const place = placeOf(at, made);
  if (target.type === 'document' || target.type === 'unlocated' || !place) return undefined;
  const atEnd = operation.position === 'end';
  const words = target.type === 'words' ? target.range : target.provision.words;
  const origin = made.places.provisionOf(target.provision);
  const edge = atEnd ? words.end : words.start;
  const point = made.places.rangeOf({ start: edge, end: edge })?.start;
  if (!origin || point === undefined || point === (atEnd ? origin.words.end : origin.words.start))
    return { ...operation, at: place };
  const holder = placeAround({ start: point, end: point }, made);
  const within = holder && locate(made.base, holder);
  if (!within || within.type === 'document' || within.type === 'unlocated') return undefined;
  const around = within.provision.words;
  if (point === (atEnd ? around.end : around.start)) return { ...operation, at: holder };
  for (const anchor of wordsBeside(made.base.source, around, point, atEnd)) {
    if (found(made.base, holder, anchor).length !== 1) continue;
    return { ...operation, at: holder, position: atEnd ? 'after' : 'before', anchor };
  }
  return undefined;
}

/** How many words may name a point. */
const mostBeside = 8;

function* wordsBeside(source: string, { start, end }: Range, point: number, before: boolean): Generator<string> {
  const text = before ? source.slice(start, point) : source.slice(point, end);
  for (let count = 1; count <= mostBeside; count += 1) {
    const pattern = before ? `(?:\\S+\\s+){${count - 1}}\\S+$` : `^\\S+(?:\\s+\\S+){${count - 1}}`;
    const words = new RegExp(pattern).exec(before ? text.slice(-400) : text.slice(0, 400))?.[0];
    if (words === undefined) return;
    if (/[\p{L}\p{N}]/u.test(words)) yield joinLines(words);
  }
}

function saysSame({ start, end }: Range, words: string, { base }: Made): boolean {
  return joinLines(base.source.slice(start, end)) === words;
}

function chosen(ranges: readonly Range[], occurrence: Occurrence): readonly Range[] {
  if (occurrence.type !== 'nth') return ranges;
  return ranges.slice(occurrence.nth - 1, occurrence.nth);
}

function countedAs(wanted: Occurrence, first: Range, there: readonly Range[], places: number): Occurrence | undefined {
  if (wanted.type === 'each') return there.length === places ? wanted : undefined;
  const index = there.findIndex(({ start }) => start === first.start);
  if (index < 0) return undefined;
  return there.length === 1 ? { type: 'only' } : { type: 'nth', nth: index + 1 };
}

function found(document: Document, at: Locator, words: string): readonly Range[] {
  const target = locate(document, at);
  if (target.type === 'unlocated') return [];
  const whole = { start: 0, end: document.source.length };
  const bounds = target.type === 'document' ? whole : target.type === 'words' ? target.range : target.provision;
  return outsideLabels(document, findWords(document.source, bounds, words).whole);
}

// What was merged, or split, is named by where its words stood.
function placeAround({ start, end }: Range, { base, locators }: Made): Locator | undefined {
  let place: Locator | undefined;
  for (const { provision } of walk(base)) {
    if (provision.words.start > start || provision.words.end < end) continue;
    const at = locators.of(provision);
    if (at && at.type !== 'cell') place = provision.type === 'section' ? { type: 'heading', of: at } : at;
  }
  return place;
}
