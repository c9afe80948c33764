const ones = [
  '',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
  'Sixteen',
  'Seventeen',
  'Eighteen',
  'Nineteen',
];
const tens = ['', '', 'Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'];

const ordinals = new Map(
  Object.entries({
    One: 'First',
    Two: 'Second',
    Three: 'Third',
    Five: 'Fifth',
    Eight: 'Eighth',
    Nine: 'Ninth',
    Twelve: 'Twelfth',
  }),
);

const numerals = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** The highest number that Word counts to in a list; beyond it letters and numerals would fill pages. */
const highest = 32_767;

/** The highest number where each round adds a letter. */
const highestRepeated = 780;

/** The formats of automatic numbers that are printed (17.18.59), by name. All take numbers from 1. */
const formats = new Map<string, (number: number) => string>(
  Object.entries({
    decimal: String,
    decimalZero: (number: number) => String(number).padStart(2, '0'),
    upperRoman: printRoman,
    lowerRoman: (number: number) => printRoman(number).toLowerCase(),
    upperLetter: printLetter,
    lowerLetter: (number: number) => printLetter(number).toLowerCase(),
    ordinal: (number: number) => `${number}${ordinalEnding(number)}`,
    cardinalText: printCardinal,
    ordinalText: printOrdinal,
    decimalEnclosedParen: (number: number) => `(${number})`,
    decimalEnclosedFullstop: (number: number) => `${number}.`,
    decimalEnclosedCircle: (number: number) => (number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)),
    numberInDash: (number: number) => `- ${number} -`,
    decimalFullWidth: (number: number) =>
      String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    hex: (number: number) => number.toString(16).toUpperCase(),
    chicago: (number: number) => '*†‡§'.charAt((number - 1) % 4).repeat(Math.floor((number - 1) / 4) + 1),
    none: () => '',
  }),
);

/**
 * A number as a list prints it. A number that its format cannot print is given in digits.
 *
 * @param format its name in Word
 * @param pattern of a format made by hand, `001, 002, 003, ...`: the first shows how many digits
 */
export function printNumber(number: number, format: string, pattern?: string): string {
  if (format === 'custom' && pattern !== undefined) return printPattern(number, pattern);
  const print = formats.get(format) ?? String;
  const inside = number >= 1 && number <= (/Letter$|^chicago$/.test(format) ? highestRepeated : highest);
  if (inside || format === 'none') return print(number);
  return number === 0 && format === 'decimalZero' ? '00' : String(number);
}

/** Whether a number in this format is printed as Word prints it. */
export function isPrinted(format: string): boolean {
  return formats.has(format) || format === 'bullet' || format === 'custom';
}

function printPattern(number: number, pattern: string): string {
  const first = /^0*1(?=,)/.exec(pattern)?.[0] ?? '1';
  return String(number).padStart(Math.min(first.length, 20), '0');
}

/** A, B … Z, AA, BB, as Word counts on. */
function printLetter(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

function printRoman(number: number): string {
  let rest = number;
  let printed = '';
  for (const [numeral, worth] of numerals) {
    printed += numeral.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return printed;
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

/** `Twenty-one`, `One hundred five`: only the first word with a capital, as Word has it. */
function printCardinal(number: number): string {
  return capitalise(cardinal(number));
}

function printOrdinal(number: number): string {
  return capitalise(cardinal(number).replace(/\w+$/, ordinalWord));
}

function ordinalWord(word: string): string {
  return ordinals.get(word) ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);
}

const capitalise = (words: string) => words.charAt(0) + words.slice(1).toLowerCase();

function cardinal(number: number): string {
  if (number < 20) return ones[number] ?? '';
  if (number < 100) return [tens[Math.floor(number / 10)], ones[number % 10]].filter(Boolean).join('-');
  const [size, name] = number < 1000 ? ([100, 'Hundred'] as const) : ([1000, 'Thousand'] as const);
  return [cardinal(Math.floor(number / size)), name, cardinal(number % size)].filter(Boolean).join(' ');
}
