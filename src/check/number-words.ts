const words = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];

/** What a pattern writes for any number word from two up, in small letters. */
export const countWord = words.slice(1).join('|');

/** The number that a word stands for, from one to twenty: `four` gives 4; `both`, `either` and `neither` give 2. */
export function numberOf(word: string): number | undefined {
  const small = word.toLowerCase();
  if (small === 'both' || small === 'either' || small === 'neither') return 2;
  const at = words.indexOf(small);
  return at < 0 ? undefined : at + 1;
}

/** A number in words, as a sentence has it: 3 gives `three`, 21 gives `21`. */
export function numberInWords(number: number): string {
  return words[number - 1] ?? String(number);
}
