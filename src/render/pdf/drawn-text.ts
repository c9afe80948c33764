import { codePointName, unseen } from '../unseen.ts';
import type { Piece } from './sheet.ts';

// What the fonts that come with the engine can draw, tried character by character: Latin, Greek, Cyrillic, punctuation, signs, arrows,
// mathematics, boxes. Marks that join the letter before are not among them, for no font is sure to have both.
const drawn =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0477\u048a-\u04ef\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20c0\u2100-\u2151\u2153-\u2183\u2190-\u23ff\u2460-\u2487\u2500-\u262f\u27c0-\u27ff\u2900-\u2aff\ufb00-\ufb06\ufffd]*$/;

/** A line may end here: a space without width, which no document's own words can hold, for there it stands as its name. */
export const mayEnd = '\u200b';

/** Words as pieces in which nothing is hidden: a character that cannot be seen or drawn stands as its name. White space runs together. */
export function drawnText(text: string): readonly Piece[] {
  return piecesOf(text.replace(/[ \t\n\r]+/g, ' '));
}

/** The same as plain words, where nothing but words can stand. */
export function drawnPlain(text: string): string {
  return drawnText(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.type === 'unseen' ? piece.name : ''))
    .join('');
}

/** A line of source as pieces: its spaces keep their number. */
export function drawnLine(line: string): readonly Piece[] {
  return piecesOf(line.replace(/\t/g, '    ').replace(/^ | (?= )/g, '\u00a0'));
}

function piecesOf(text: string): readonly Piece[] {
  if (isDrawn(text)) return text === '' ? [] : [breakable(text)];
  const pieces: Piece[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push(breakable(plain));
    plain = '';
  };
  for (const character of text) {
    if (isDrawn(character)) {
      plain += character;
      continue;
    }
    flush();
    pieces.push({ type: 'unseen', name: codePointName(character) });
  }
  flush();
  return pieces;
}

function isDrawn(text: string): boolean {
  return drawn.test(text) && !unseen.test(text);
}

// A line can end inside a word of more than 24 letters, at a space without width that the engine is given for it.
function breakable(text: string): string {
  return text.replace(/(?<![^\s\u00a0])[^\s\u00a0]{25,}/g, (word) =>
    word.replace(/[^/._:;,&?=-]{1,24}[/._:;,&?=-]*|[/._:;,&?=-]{1,24}/g, `$&${mayEnd}`),
  );
}
