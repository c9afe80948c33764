import type { InsertWords, OmitWords, SubstituteWords } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import type { Outcome, Placed } from './placed.ts';
import type { PlannedEdit, Work } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';
import { boundsOf, occurrences, withAdjoiningSpace, wordsAtEnd } from './words-found.ts';

/** Works out “for X substitute Y”: one edit for each place meant. Refuses when the words do not occur as often as said. */
export function substituteWords(operation: SubstituteWords, placed: Placed): Outcome {
  const found = occurrences(placed, operation.words, operation.occurrence);
  if ('rule' in found) return found;
  return edits(found.map((range) => wordsEdit(range, operation.replacement, placed)));
}

/** Works out “omit X”: the words go, with one adjoining space where two would be left or one before punctuation. */
export function omitWords(operation: OmitWords, placed: Placed): Outcome {
  const found = occurrences(placed, operation.words, operation.occurrence);
  if ('rule' in found) return found;
  const bounds = boundsOf(placed);
  return edits(
    found.map((range) =>
      wordsEdit(wholeLines(range, operation, placed) ?? withAdjoiningSpace(placed.document, range, bounds), '', placed),
    ),
  );
}

// In front matter nothing is left of a line that is omitted.
function wholeLines({ start, end }: Range, { at }: OmitWords, { document }: Placed): Range | undefined {
  if (at.type !== 'front-matter') return undefined;
  const { source } = document;
  return source.charAt(start - 1) === '\n' && source.charAt(end) === '\n' ? { start, end: end + 1 } : undefined;
}

/**
 * Works out “after X insert Y” and “at the end insert Y”: a space is put in where two words would run together. A field of the front matter
 * (`owner: SECAS`) has a line of its own.
 */
export function insertWords(operation: InsertWords, placed: Placed): Outcome {
  const points = insertionPoints(operation, placed);
  if ('rule' in points) return points;
  const { source } = placed.document;
  const isField = operation.at.type === 'front-matter' && /^[\p{L}][\p{L}\p{N}_-]*: /u.test(operation.words);
  const text = (point: number): string => {
    if (isField && source.charAt(point) === '\n') return `\n${operation.words}`;
    if (isField && source.charAt(point - 1) === '\n') return `${operation.words}\n`;
    return spaced(source, point, operation.words);
  };
  return edits(points.map((point) => wordsEdit({ start: point, end: point }, text(point), placed)));
}

function insertionPoints(operation: InsertWords, placed: Placed): readonly number[] | RefusalText {
  if (operation.anchor !== undefined) {
    const found = occurrences(placed, operation.anchor, operation.occurrence);
    if ('rule' in found) return found;
    return found.map((range) => (operation.position === 'after' ? range.end : range.start));
  }
  const bounds = wordsAtEnd(placed, operation.position === 'end' ? 'end' : 'beginning');
  if (bounds) return [operation.position === 'end' ? bounds.end : bounds.start];
  return {
    rule: 'no-words-there',
    text: `expected words at the ${operation.position} of it, found a table, a code block or nothing`,
    advice: 'to add a block, end the instruction with “insert—” and give it as a block quote',
  };
}

function spaced(source: string, point: number, words: string): string {
  const meets = (left: string, right: string) =>
    /[\p{L}\p{N}.,;:)”’\]!?*]$/u.test(left) && /^[\p{L}\p{N}(“‘[*]/u.test(right);
  const left = meets(source.charAt(point - 1), words) ? ' ' : '';
  const right = meets(words, source.charAt(point)) ? ' ' : '';
  return `${left}${words}${right}`;
}

function wordsEdit(range: Range, text: string, { instruction }: Placed): PlannedEdit {
  return { start: range.start, end: range.end, text, by: instruction.number, meant: { type: 'words' } };
}

function edits(list: readonly PlannedEdit[]): Work {
  return { edits: list, omissions: [] };
}
