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

/** A number in small Roman numerals: `iv`. */
export function printRoman(number: number): string {
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

// A hundred items are more than any list has; and `c` is a letter.
const values = new Map(Array.from({ length: 99 }, (_, index) => [printRoman(index + 1), index + 1] as const));

/** The value of Roman numerals of a list, in capitals or small, up to `xcix`; 0 where it is none. */
export function romanValue(numerals: string): number {
  return values.get(numerals.toLowerCase()) ?? 0;
}
