import { isDocumentWideLabel } from '../source/label.ts';
import { alignInWindows, type Part } from './align-in-windows.ts';
import type { UnitAlignment, UnitPair } from './align-units.ts';
import { type Matches, tableLimit } from './common-sequence.ts';
import type { Profile, Profiles } from './profile.ts';
import type { Side, Unit } from './side.ts';

const windowSize = 160;
const leastAlike = 0.45;
// A paragraph that became a heading, or what was indented so far that it was code, has kept nearly all of its words.
const leastAlikeAcrossTypes = 0.75;
const leastAlikeWithLabel = 0.2;
// A provision whose words were all replaced is still the provision of that label, unless something alike competes for it: of a
// label that only one provision has, or among few.
const labelAlone = 0.1;
const few = 4;

/**
 * Pairs units that share most of their words, or that bear one label: of all pairings that keep the order, the one that shares
 * most. Parts with too many pairs to look at are paired in windows and counted.
 */
export function pairSimilar(
  before: Side,
  unitsBefore: readonly Unit[],
  after: Side,
  unitsAfter: readonly Unit[],
  profiles: Profiles,
): UnitAlignment {
  const [rows, columns] = [unitsBefore.length, unitsAfter.length];
  if (rows === 0 || columns === 0) return { pairs: [], limited: 0 };
  const profilesBefore = unitsBefore.map((unit) => profiles.of(before, unit));
  const profilesAfter = unitsAfter.map((unit) => profiles.of(after, unit));
  const whole: Part = [0, rows, 0, columns];
  const fits = rows * columns <= tableLimit;
  const pairPart = (part: Part): Matches => pairProfiles(profilesBefore, profilesAfter, part, profiles.lengths);
  const found = fits ? pairPart(whole) : alignInWindows(whole, windowSize, pairPart);
  const pairs = found.before.map(
    (place, index): UnitPair => ({
      before: unitsBefore[place] as Unit,
      after: unitsAfter[found.after[index] as number] as Unit,
    }),
  );
  return { pairs, limited: fits ? 0 : rows + columns };
}

function pairProfiles(
  before: readonly Profile[],
  after: readonly Profile[],
  [beforeFrom, beforeTo, afterFrom, afterTo]: Part,
  lengths: readonly number[],
): Matches {
  const [rows, columns] = [beforeTo - beforeFrom, afterTo - afterFrom];
  const likeness = measureLikeness(before.slice(beforeFrom, beforeTo), after.slice(afterFrom, afterTo), lengths);
  const best = fillTable(likeness, rows, columns);
  const width = columns + 1;
  const matches: { before: number[]; after: number[] } = { before: [], after: [] };
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const score = best[row * width + column] as number;
    if (score === best[(row + 1) * width + column]) row += 1;
    else if (score === best[row * width + column + 1]) column += 1;
    else {
      matches.before.push(beforeFrom + row++);
      matches.after.push(afterFrom + column++);
    }
  }
  return matches;
}

function fillTable(likeness: Float64Array, rows: number, columns: number): Float64Array {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const alone = Math.max(best[(row + 1) * width + column] as number, best[row * width + column + 1] as number);
      const alike = likeness[row * columns + column] as number;
      const together = alike === 0 ? 0 : alike + (best[(row + 1) * width + column + 1] as number);
      best[row * width + column] = Math.max(alone, together);
    }
  }
  return best;
}

// Shared words of every pair at once, through the list of units that each word stands in.
function measureLikeness(
  before: readonly Profile[],
  after: readonly Profile[],
  lengths: readonly number[],
): Float64Array {
  const columns = after.length;
  const shared = new Float64Array(before.length * columns);
  const holders = holdersOf(before);
  after.forEach(({ words, counts }, column) => {
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as number;
      const rows = holders.get(word);
      if (!rows) continue;
      const [count, length] = [counts[index] as number, lengths[word] as number];
      for (let at = 0; at < rows.length; at += 2) {
        const place = (rows[at] as number) * columns + column;
        shared[place] = (shared[place] as number) + Math.min(count, rows[at + 1] as number) * length;
      }
    }
  });
  const amongFew = before.length <= few && columns <= few;
  before.forEach((one, row) => {
    after.forEach((other, column) => {
      shared[row * columns + column] = likenessOf(one, other, shared[row * columns + column] as number, amongFew);
    });
  });
  return shared;
}

// By the number of a word, the units that have it, each with how often.
function holdersOf(profiles: readonly Profile[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  profiles.forEach(({ words, counts }, row) => {
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as number;
      const known = holders.get(word);
      if (known) known.push(row, counts[index] as number);
      else holders.set(word, [row, counts[index] as number]);
    }
  });
  return holders;
}

function likenessOf(one: Profile, other: Profile, shared: number, amongFew: boolean): number {
  if (one.type !== other.type) return acrossTypes(one, other, shared);
  // There is one front matter, whatever it says.
  if (one.type === 'front-matter') return 1;
  if (shared === 0) return 0;
  const alike = (2 * shared) / (one.weight + other.weight);
  if (one.opening === undefined || one.opening !== other.opening) return alike >= leastAlike ? alike : 0;
  if (alike >= leastAlikeWithLabel) return alike + 0.3;
  return amongFew || isDocumentWideLabel(one.opening) ? labelAlone : 0;
}

function acrossTypes(one: Profile, other: Profile, shared: number): number {
  if (!set.has(one.type) || !set.has(other.type)) return 0;
  const alike = (2 * shared) / (one.weight + other.weight);
  return alike >= leastAlikeAcrossTypes ? alike : 0;
}

const set: ReadonlySet<string> = new Set(['paragraph', 'heading', 'code']);
