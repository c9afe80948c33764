const words = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];

/** Reads `first` to `twentieth`, `2nd`, `21st`, and `last` as -1; undefined where the word is no ordinal. */
export function readOrdinal(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (lower === 'last') return -1;
  const index = words.indexOf(lower);
  if (index >= 0) return index + 1;
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(lower)?.[1];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

/** Prints an ordinal as `readOrdinal` reads it: in words up to `twentieth`, then `21st`. */
export function printOrdinal(ordinal: number): string {
  if (ordinal === -1) return 'last';
  return words[ordinal - 1] ?? `${ordinal}${suffix(ordinal)}`;
}

function suffix(ordinal: number): string {
  if (ordinal % 100 >= 11 && ordinal % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][ordinal % 10] ?? 'th';
}
