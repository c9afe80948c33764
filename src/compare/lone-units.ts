import type { Side, Unit } from './side.ts';
import type { PlacedSpan } from './span-places.ts';

/** A unit that stands in one text only, as far as the spans say. */
export interface LoneUnit {
  /** Its place among the units of its side. */
  readonly place: number;
  readonly unit: Unit;
  /** How many characters of words that both texts keep stand before it. */
  readonly kept: number;
}

/** The units that a single mark covers whole: of the text before those deleted, of the text after those inserted. In order. */
export function loneUnits(side: Side, spans: readonly PlacedSpan[], name: 'before' | 'after'): readonly LoneUnit[] {
  const mark = name === 'before' ? 'deleted' : 'inserted';
  const foreign = name === 'before' ? 'inserted' : 'deleted';
  const lone: LoneUnit[] = [];
  let place = 0;
  let kept = 0;
  for (const span of spans) {
    if (span.type === foreign) continue;
    const [start, end] = [span[name], span[name] + span.length];
    if (span.type === 'same') kept += countWordCharacters(side.source, start, end);
    while (place < side.units.length && (side.units[place] as Unit).start < end) {
      const unit = side.units[place] as Unit;
      if (span.type === mark && unit.start >= start && unit.end <= end) lone.push({ place, unit, kept });
      if (unit.end > end) break;
      place += 1;
    }
  }
  return lone;
}

function countWordCharacters(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = source.charCodeAt(at) | 0x20;
    if ((code >= 0x61 && code <= 0x7a) || code > 0x7f || (code >= 0x30 && code <= 0x39)) count += 1;
  }
  return count;
}
