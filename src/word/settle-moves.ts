import { mapStories, mapUnits, splitRuns, storiesOf, type Unit, unitsOf } from './map-words.ts';
import { unmoved } from './settle-rows.ts';
import type { WordDocument, WordRun } from './word-document.ts';
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
 * A document whose moves all have pairs, those without written as insertions and deletions. Each stretch of a move that something else
 * interrupts is a range of its own, and what interrupts one end cuts the other too, so that both ends are the same pieces: words that
 * were edited on the way stand outside. Where the words of the two ends differ and their stretches are not as many, nothing would say
 * which belongs to which, and Word calls a file with half a move broken.
 */
export function settleMoves(document: WordDocument): WordDocument {
  // Twice, since to take marks out of a move may part its stretches.
  const settled = withPairsOnly(withPairsOnly(document));
  const cuts = new Map([...movesOf(settled).values()].flatMap((move) => runCuts(move)));
  return mapStories(settled, (blocks) => splitRuns(blocks, (run) => splitRun(run, cuts.get(run) ?? [])));
}

function withPairsOnly(document: WordDocument): WordDocument {
  const paired = pairedUnits(document);
  return mapStories(document, (blocks) =>
    mapUnits(blocks, (unit, was) => {
      const revision = revisionOf(unit);
      return revision && !paired.has(was) ? withRevision(unit, unmoved(revision)) : unit;
    }),
  );
}

function pairedUnits(document: WordDocument): ReadonlySet<Unit> {
  const paired = new Set<Unit>();
  for (const move of movesOf(document).values()) {
    const { from, to } = endsInEdit(move) ? { from: withoutMarks(move.from), to: withoutMarks(move.to) } : move;
    if (from.length !== to.length && !pieceEnds({ from, to })) continue;
    for (const unit of [...from, ...to].flat()) paired.add(unit);
  }
  return paired;
}

// Where the words of a paragraph end in an edit, its mark begins a stretch. The marks of such a move are written as deleted and
// inserted: LibreOffice and docxodus leave an empty paragraph where marks of both kinds follow one another.
function endsInEdit({ from, to }: Move): boolean {
  return [...from, ...to].some(([first]) => first?.type === 'paragraph');
}

function withoutMarks(stretches: readonly Unit[][]): Unit[][] {
  return stretches.map((units) => units.filter(({ type }) => type !== 'paragraph')).filter((units) => units.length > 0);
}

/** The ranges of the moves of a settled document. */
export function moveRanges(document: WordDocument): MoveRanges {
  const opens = new Map<Unit, MoveRange>();
  const closes = new Map<Unit, MoveRange>();
  let count = 0;
  for (const move of movesOf(document).values()) {
    const ends = pieceEnds(move);
    const to = ends ? piecesOf(move.to, ends) : move.to;
    (ends ? piecesOf(move.from, ends) : move.from).forEach((piece, index) => {
      count += 1;
      const name = `move${count}`;
      mark(piece, { element: 'w:moveFromRange', name }, opens, closes);
      mark(to[index] ?? [], { element: 'w:moveToRange', name }, opens, closes);
    });
  }
  return { opens, closes };
}

// The ends of paragraphs do not count: writing may have shifted one from where it moved.
function wordsOf(unit: Unit): string {
  if (unit.type === 'paragraph') return '';
  return unit.type === 'run' ? unit.text : '\ufffc';
}

/** Where the pieces of a move end, counted in its words; undefined where its two ends are not the same words. */
function pieceEnds({ from, to }: Move): ReadonlySet<number> | undefined {
  const [one, other] = [from, to].map((end) => end.flat().map(wordsOf).join(''));
  if (one !== other || one === '') return undefined;
  return new Set([...stretchEnds(from), ...stretchEnds(to)]);
}

function stretchEnds(stretches: readonly (readonly Unit[])[]): readonly number[] {
  let end = 0;
  return stretches.map((units) => {
    end += units.reduce((length, unit) => length + wordsOf(unit).length, 0);
    return end;
  });
}

/** Where each run of a move is to be cut, so that no piece ends inside one. */
function runCuts(move: Move): readonly (readonly [Unit, readonly number[]])[] {
  const ends = [...(pieceEnds(move) ?? [])];
  return [move.from, move.to].flatMap((stretches) => {
    let start = 0;
    return stretches.flat().map((unit) => {
      const from = start;
      start += wordsOf(unit).length;
      return [unit, ends.filter((end) => end > from && end < start).map((end) => end - from)] as const;
    });
  });
}

function splitRun(run: WordRun, cuts: readonly number[]): readonly WordRun[] {
  if (cuts.length === 0) return [run];
  const bounds = [0, ...[...cuts].sort((one, other) => one - other), run.text.length];
  return bounds.slice(1).map((end, index) => ({ ...run, text: run.text.slice(bounds[index], end) }));
}

// A mark of a paragraph belongs to the words before it, where its stretch has such.
function piecesOf(stretches: readonly (readonly Unit[])[], ends: ReadonlySet<number>): readonly (readonly Unit[])[] {
  const pieces: Unit[][] = [];
  let end = 0;
  for (const stretch of stretches) {
    let worded = true;
    for (const [index, unit] of stretch.entries()) {
      const words = wordsOf(unit);
      if (index === 0 || (worded && words !== '' && ends.has(end))) {
        pieces.push([unit]);
        worded = false;
      } else pieces.at(-1)?.push(unit);
      worded ||= words !== '';
      end += words.length;
    }
  }
  return pieces;
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
