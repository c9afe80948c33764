import { printRoman } from '../source/roman.ts';

/** How deep the parts of an instruction nest: (a), (i), (A), as in a statutory instrument. */
export const deepestParts = 3;

/** The letter of a part of an instruction, as printed: `(a)` to `(z)`, `(aa)` …; of a part of a part `(i)`, `(ii)` …; below that `(A)`, `(B)` …. */
export function partLabel(depth: number, index: number): string {
  if (depth === 1) return `(${printRoman(index + 1)})`;
  return `(${depth === 0 ? letters(index) : letters(index).toUpperCase()})`;
}

function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
