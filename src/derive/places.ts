import type { Locator } from '../model/locator.ts';
import type { Pair } from './pair.ts';
import type { Deriving } from './proposal.ts';
import type { Place } from './quotable.ts';

/** The places that an instruction may name for the own words of a pair, the one a drafter would name first. */
export function placesIn({ before, parent }: Pair, { locators }: Deriving): readonly Place[] {
  const at = locators.of(before);
  if (before.type === 'cell') return cellPlaces(before.words, at, parent, locators);
  if (!at) return [];
  if (before.type === 'section') return [{ at: { type: 'heading', of: at }, bounds: before.words }];
  const whole: Place = { at, bounds: before };
  if (at.type === 'closing') return [{ at, bounds: before.words }];
  const opens = before.children.some(({ type }) => type === 'item') && before.type !== 'other';
  return opens ? [whole, { at: { type: 'opening', of: at }, bounds: before.words }] : [whole];
}

// A step is named by its number alone where its words are found by that; a definition is one provision to a reader.
function cellPlaces(
  bounds: Place['bounds'],
  at: Locator | undefined,
  parent: Pair | undefined,
  locators: Deriving['locators'],
): readonly Place[] {
  const cell = at ? [{ at, bounds }] : [];
  const row = parent?.before;
  const inRow = row && locators.of(row);
  if (!row || !inRow) return cell;
  const whole: Place = { at: inRow.type === 'definition' ? plain(inRow) : inRow, bounds: row };
  if (row.type === 'definition') return [whole, ...cell];
  return row.label === undefined ? cell : [whole, ...cell];
}

// Of words in a definition it is enough to say whose: a term is defined once.
function plain(locator: Locator): Locator {
  return locator.type === 'definition' ? { type: 'definition', term: locator.term } : locator;
}
