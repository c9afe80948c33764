import type { Unit } from './map-words.ts';
import type { PackageState } from './write-part.ts';
import { authorship } from './write-revision.ts';
import { element } from './write-xml.ts';

/** The start of the range of a move that opens with this unit, if one does (17.13.5.24). */
export function rangeStart(unit: Unit, state: PackageState): string {
  const range = state.ranges.opens.get(unit);
  if (!range) return '';
  return element(`${range.element}Start`, {
    ...authorship(range, state),
    'w:id': state.rangeId(range),
    'w:name': range.name,
  });
}

/** The end of the range of a move that closes with this unit, if one does (17.13.5.23). */
export function rangeEnd(unit: Unit, state: PackageState): string {
  const range = state.ranges.closes.get(unit);
  return range ? element(`${range.element}End`, { 'w:id': state.rangeId(range) }) : '';
}
