import { printRoman } from '../source/roman.ts';

/** The letter of a part of an instruction, as printed: `(a)` to `(z)`, `(aa)` …; of a part of a part `(i)`, `(ii)` …. */
export function partLabel(depth: number, index: number): string {
  return `(${depth === 0 ? letters(index) : printRoman(index + 1)})`;
}

function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}
