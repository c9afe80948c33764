import { mapStories, mapUnits, storiesOf, type Unit, unitsOf } from './map-words.ts';
import { unmoved } from './settle-rows.ts';
import type { WordDocument } from './word-document.ts';
import { revisionOf, withRevision } from './write-revision.ts';

/** The range of one end of a move (17.13.5.24, 17.13.5.28). Both its ends bear one name. */
export interface MoveRange {
  readonly element: 'w:moveFromRange' | 'w:moveToRange';
  readonly name: string;
  readonly author: string;
  readonly date?: string;
}

/** The ranges that open before and close after each unit that moved. */
export interface MoveRanges {
  readonly opens: ReadonlyMap<Unit, MoveRange>;
  readonly closes: ReadonlyMap<Unit, MoveRange>;
}

/** Both ends of a move: each a list of stretches of units with nothing else between. */
interface Move {
  readonly from: Unit[][];
  readonly to: Unit[][];
}

/**
 * A document whose moves all have pairs, those without written as insertions and deletions. A move is as many ranges at each end as
 * something else interrupts it, paired in their order. Where one end has more of them than the other, nothing would say which belongs
 * to which, and Word calls a file with half a move broken.
 */
export function settleMoves(document: WordDocument): WordDocument {
  const moves = movesOf(document);
  return mapStories(document, (blocks) =>
    mapUnits(blocks, (unit) => {
      const revision = revisionOf(unit);
      if (!revision?.type.startsWith('moved')) return unit;
      const move = revision.move === undefined ? undefined : moves.get(revision.move);
      return move && move.from.length === move.to.length ? unit : withRevision(unit, unmoved(revision));
    }),
  );
}

/** The ranges of the moves of a settled document. */
export function moveRanges(document: WordDocument): MoveRanges {
  const opens = new Map<Unit, MoveRange>();
  const closes = new Map<Unit, MoveRange>();
  let count = 0;
  for (const { from, to } of movesOf(document).values()) {
    from.forEach((stretch, index) => {
      count += 1;
      const name = `move${count}`;
      mark(stretch, { element: 'w:moveFromRange', name }, opens, closes);
      mark(to[index] ?? [], { element: 'w:moveToRange', name }, opens, closes);
    });
  }
  return { opens, closes };
}

function mark(
  stretch: readonly Unit[],
  range: Pick<MoveRange, 'element' | 'name'>,
  opens: Map<Unit, MoveRange>,
  closes: Map<Unit, MoveRange>,
): void {
  const [first, last] = [stretch[0], stretch.at(-1)];
  const revision = first && revisionOf(first);
  if (!last || !revision) return;
  const { author, date } = revision;
  const whole = { ...range, author, ...(date === undefined ? {} : { date }) };
  opens.set(first, whole);
  closes.set(last, whole);
}

function movesOf(document: WordDocument): ReadonlyMap<number, Move> {
  const moves = new Map<number, Move>();
  for (const story of storiesOf(document)) {
    let open: string | undefined;
    for (const unit of unitsOf(story)) {
      const revision = revisionOf(unit);
      const { type, move: number } = revision ?? {};
      if (number === undefined || (type !== 'moved-from' && type !== 'moved-to')) {
        open = undefined;
        continue;
      }
      const move = moves.get(number) ?? { from: [], to: [] };
      moves.set(number, move);
      const end = type === 'moved-from' ? move.from : move.to;
      if (open === `${type} ${number}`) end.at(-1)?.push(unit);
      else end.push([unit]);
      open = `${type} ${number}`;
    }
  }
  return moves;
}
