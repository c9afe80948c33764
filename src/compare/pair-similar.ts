import type { UnitAlignment, UnitPair } from './align-units.ts';
import { tableLimit } from './common-sequence.ts';
import { type Side, tokensIn, type Unit } from './side.ts';

const leastAlike = 0.45;
const leastAlikeWithLabel = 0.2;
// A provision whose words were all replaced is still the provision of that label, unless something alike competes for it.
const labelAlone = 0.1;

/** The words of a unit, counted, with the weight of them all; its label, or the first words of a row. */
interface Profile {
  readonly type: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly opening: string | undefined;
}

/**
 * Pairs units that share most of their words, or that bear one label: of all pairings that keep the order, the one that shares
 * most. Parts with too many pairs to look at are left unpaired and counted.
 */
export function pairSimilar(
  before: Side,
  unitsBefore: readonly Unit[],
  after: Side,
  unitsAfter: readonly Unit[],
): UnitAlignment {
  const [rows, columns] = [unitsBefore.length, unitsAfter.length];
  if (rows === 0 || columns === 0) return { pairs: [], unpaired: 0 };
  if (rows * columns > tableLimit) return { pairs: [], unpaired: rows + columns };
  const likeness = measureLikeness(
    unitsBefore.map((unit) => profileOf(before, unit)),
    unitsAfter.map((unit) => profileOf(after, unit)),
  );
  const best = fillTable(likeness, rows, columns);
  const width = columns + 1;
  const pairs: UnitPair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const score = best[row * width + column] as number;
    if (score === best[(row + 1) * width + column]) row += 1;
    else if (score === best[row * width + column + 1]) column += 1;
    else pairs.push({ before: unitsBefore[row++] as Unit, after: unitsAfter[column++] as Unit });
  }
  return { pairs, unpaired: 0 };
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

function profileOf(side: Side, unit: Unit): Profile {
  const counts = new Map<string, number>();
  let weight = 0;
  let opening: string | undefined;
  for (let leaf = unit.block.leafFrom; leaf < unit.block.leafTo; leaf += 1) {
    const tokens = tokensIn(side, leaf, unit);
    for (const token of tokens) {
      if (token.words === 0) continue;
      counts.set(token.key, (counts.get(token.key) ?? 0) + 1);
      weight += token.key.length;
    }
    if (leaf > unit.block.leafFrom) continue;
    if (unit.block.type === 'row') opening = tokens.map(({ key }) => key).join('');
    else if (tokens[0]?.type === 'label') opening = tokens[0].key;
  }
  return { type: unit.block.type, counts, weight, opening: opening === '' ? undefined : opening };
}

// Shared words of every pair at once, through the list of units that each word stands in.
function measureLikeness(before: readonly Profile[], after: readonly Profile[]): Float64Array {
  const columns = after.length;
  const shared = new Float64Array(before.length * columns);
  const holders = new Map<string, { readonly row: number; readonly count: number }[]>();
  before.forEach(({ counts }, row) => {
    for (const [key, count] of counts) {
      const known = holders.get(key);
      if (known) known.push({ row, count });
      else holders.set(key, [{ row, count }]);
    }
  });
  after.forEach(({ counts }, column) => {
    for (const [key, count] of counts) {
      for (const holder of holders.get(key) ?? []) {
        const place = holder.row * columns + column;
        shared[place] = (shared[place] as number) + Math.min(count, holder.count) * key.length;
      }
    }
  });
  before.forEach((one, row) => {
    after.forEach((other, column) => {
      shared[row * columns + column] = likenessOf(one, other, shared[row * columns + column] as number);
    });
  });
  return shared;
}

function likenessOf(one: Profile, other: Profile, shared: number): number {
  if (one.type !== other.type || shared === 0) return 0;
  const alike = (2 * shared) / (one.weight + other.weight);
  const sameLabel = one.opening !== undefined && one.opening === other.opening;
  if (sameLabel) return alike >= leastAlikeWithLabel ? alike + 0.3 : labelAlone;
  return alike >= leastAlike ? alike : 0;
}
