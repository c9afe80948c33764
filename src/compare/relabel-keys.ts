import { readLabel } from '../source/label.ts';
import { numberTexts } from './number-texts.ts';
import { lineTypes } from './outline.ts';
import type { Side, Unit } from './side.ts';

const cited =
  /\b(?:Annex|Appendix|Schedule|Part|Chapter|[Ss]ections?|[Pp]aragraphs?|[Cc]lauses?|[Ss]teps?|[Ii]tems?) (?:[A-Z]{1,2}|\d{1,3}[A-Z]{0,2})\b|\b\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2})+|\((?:[a-z]{1,2}|[ivxl]{1,6}|[ivx]{2,5}[a-h]|[A-Z]{1,2}|[IVX]{1,5}|\d{1,3}[A-Z]?)\)|\b[a-z]{1,2}\)/g;

/** The units that read alike without their labels, as places in the lists before and after. */
interface Group {
  readonly before: number[];
  readonly after: number[];
}

/** The lists that get keys: the units of one side, with the key of each. */
interface Keyed {
  readonly side: Side;
  readonly units: readonly Unit[];
  readonly keys: Int32Array;
}

/**
 * A key for each unit of two lists: equal keys, equal units. Units that differ in nothing but labels and citations have one key, so
 * that a provision is paired by its words when those before it shift its label. Of several that read alike without labels
 * the first is paired with the first where as many stand on both sides; else each keeps its own label.
 */
export function unitKeys(
  before: Side,
  unitsBefore: readonly Unit[],
  after: Side,
  unitsAfter: readonly Unit[],
): readonly [Int32Array, Int32Array] {
  const [keysBefore, keysAfter] = numberTexts(
    unitsBefore.map((unit) => wholeText(before, unit)),
    unitsAfter.map((unit) => wholeText(after, unit)),
  );
  const one: Keyed = { side: before, units: unitsBefore, keys: keysBefore };
  const other: Keyed = { side: after, units: unitsAfter, keys: keysAfter };
  const alone = groupUnits(one, other, aloneIn(one, other), aloneIn(other, one));
  // Where no label shifted, the texts that both sides have need not be read.
  const shifted = [...alone.values()].some((group) => group.before.length > 0 && group.after.length > 0);
  if (!shifted) return [one.keys, other.keys];
  const everywhere = (): boolean => true;
  let next = unitsBefore.length + unitsAfter.length;
  for (const group of groupUnits(one, other, everywhere, everywhere).values()) {
    if (group.before.length !== group.after.length || alikeWithLabels(one, other, group)) continue;
    group.before.forEach((place, index) => {
      one.keys[place] = next;
      other.keys[group.after[index] as number] = next;
      next += 1;
    });
  }
  return [one.keys, other.keys];
}

function wholeText(side: Side, { block, start, end }: Unit): string {
  return `${block.kind}\n${side.source.slice(start, end)}`;
}

function aloneIn({ keys }: Keyed, other: Keyed): (place: number) => boolean {
  const known = new Set(other.keys);
  return (place) => !known.has(keys[place] as number);
}

function groupUnits(
  one: Keyed,
  other: Keyed,
  takeBefore: (place: number) => boolean,
  takeAfter: (place: number) => boolean,
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  const collect = ({ side, units }: Keyed, name: keyof Group, take: (place: number) => boolean): void => {
    units.forEach((unit, place) => {
      const bare = take(place) ? bareWords(side, unit) : undefined;
      if (bare === undefined) return;
      const known = groups.get(bare);
      if (known) known[name].push(place);
      else groups.set(bare, { before: [], after: [], [name]: [place] });
    });
  };
  collect(one, 'before', takeBefore);
  collect(other, 'after', takeAfter);
  return groups;
}

function alikeWithLabels(one: Keyed, other: Keyed, group: Group): boolean {
  const inOrder = ({ keys }: Keyed, places: readonly number[]) =>
    Int32Array.from(places, (place) => keys[place] as number).sort();
  const [keys, others] = [inOrder(one, group.before), inOrder(other, group.after)];
  return keys.every((key, index) => key === others[index]);
}

// Nothing where no label or citation stands in it: such a unit is its words.
function bareWords(side: Side, unit: Unit): string | undefined {
  if (lineTypes.has(unit.block.type)) return undefined;
  const text = side.source.slice(unit.start, unit.end);
  const place = unit.block.type === 'heading' ? 'heading' : 'item';
  const label = readLabel(text.slice(0, 40), place)?.printedLength ?? 0;
  const bare = `${label > 0 ? '\0' : ''}${text.slice(label).replace(cited, '\0')}`;
  return bare === text ? undefined : `${unit.block.kind}\n${bare}`;
}

const opening =
  /^(?:#{1,6} +|[-*+] +)?(?:\d{1,3}(?:\.\d{1,3}[A-Z]{0,2})*\.?|\([A-Za-z\d]{1,6}\)|(?:Annex|Appendix|Schedule) [A-Z\d]{1,3})(?=[ \t])/;

/** A text without the label that it may open with: of two that differ in nothing else, neither stands once. */
export function withoutLabel(text: string): string {
  const code = text.charCodeAt(0);
  // Most texts open with a letter.
  if (code > 0x53 || code === 0x20) return text;
  const label = opening.exec(text.slice(0, 48));
  return label ? `\0${text.slice(label[0].length)}` : text;
}
