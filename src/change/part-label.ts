/** The letter of a part of an instruction, as printed: `(a)` to `(z)`, `(aa)` …; of a part of a part `(i)`, `(ii)` …. */
export function partLabel(depth: number, index: number): string {
  return `(${depth === 0 ? letters(index) : roman(index + 1)})`;
}

function letters(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

const numerals = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

function roman(number: number): string {
  let rest = number;
  let printed = '';
  for (const [numeral, value] of numerals) {
    while (rest >= value) {
      printed += numeral;
      rest -= value;
    }
  }
  return printed;
}
