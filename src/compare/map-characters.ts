import type { Range } from '../model/range.ts';

/** A part of a displayed text and the part of the source that it was written as. */
export interface MappedText extends Range {
  readonly text: string;
  /** Character by character; else the parts stand for one another as wholes: an escape, a character reference, a line break. */
  readonly exact: boolean;
}

const reference = /&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z0-9]{1,31});/y;

/**
 * Maps the value of a text node to its source by walking both: escapes, character references, and line breaks with the
 * markers of the next line. Gives nothing where the two do not walk together.
 */
export function mapCharacters(
  value: string,
  source: string,
  start: number,
  limit: number,
): { readonly pieces: readonly MappedText[]; readonly end: number } | undefined {
  const pieces: MappedText[] = [];
  let [at, from] = [start, 0];
  let place = 0;
  const exactUpTo = (end: number): void => {
    if (from < place) pieces.push({ start: end - (place - from), end, text: value.slice(from, place), exact: true });
  };
  while (place < value.length) {
    const odd = oddPiece(value, place, source, at, limit);
    if (odd) {
      exactUpTo(at);
      pieces.push({ start: at, end: odd.end, text: odd.text, exact: false });
      at = odd.end;
      place += odd.length;
      from = place;
    } else if (at < limit && value.charCodeAt(place) === source.charCodeAt(at)) {
      at += 1;
      place += 1;
    } else return undefined;
  }
  exactUpTo(at);
  return { pieces, end: at };
}

interface OddPiece {
  readonly text: string;
  /** Characters of the value. */
  readonly length: number;
  /** Where it ends in the source. */
  readonly end: number;
}

function oddPiece(value: string, place: number, source: string, at: number, limit: number): OddPiece | undefined {
  const [character, written] = [value[place] as string, source[at]];
  if (character === '\n' || character === '\r') return lineBreak(value, place, source, at, limit);
  if (written === '\\' && source[at + 1] === character && /[!-/:-@[-`{-~]/.test(character))
    return { text: character, length: 1, end: at + 2 };
  if (written !== '&') return undefined;
  reference.lastIndex = at;
  const name = reference.exec(source)?.[0];
  if (name === undefined || at + name.length > limit) return undefined;
  if (name !== '&amp;' && value.startsWith(name, place)) return undefined;
  const text = String.fromCodePoint(value.codePointAt(place) as number);
  return { text, length: text.length, end: at + name.length };
}

function lineBreak(value: string, place: number, source: string, at: number, limit: number): OddPiece | undefined {
  let end = at;
  while (end < limit && (source[end] === ' ' || source[end] === '\t')) end += 1;
  if (source[end] !== '\n' && source[end] !== '\r') return undefined;
  end += source.startsWith('\r\n', end) ? 2 : 1;
  while (end < limit && (source[end] === ' ' || source[end] === '\t' || source[end] === '>')) end += 1;
  return { text: ' ', length: value.startsWith('\r\n', place) ? 2 : 1, end };
}
